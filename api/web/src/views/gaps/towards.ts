/** From a need or a place of the map: to the question who can help, or to the organisations of the directory. */
import { go } from "../../app/route";
import { clear, set } from "../directory/state";
import { continued } from "../follow/sending/state";
import { inquiry } from "../help/state";
import type { Row, Side } from "./rows";

export function findHelp(row: Row, side: Side): void {
  const { origin } = inquiry.question.value;
  continued.value = null;
  inquiry.clear();
  inquiry.set({ origin, ...(side === "need" ? { needs: [row.id] } : { places: [{ value: row.id, label: row.label }] }) });
  go("help");
}

export function seeDirectory(row: Row, side: Side): void {
  clear();
  set({ [side]: row.id });
  go("directory");
}
