/** Printing: the server's PDF where there is a server, else the browser's own way. */
import { address, BASE } from "../../api/client";
import { lang, t } from "../../i18n";
import * as doing from "./doing";
import * as state from "./state";

/** How this page prints; the single file, which has no server, puts its own here. */
export const printer: { run: () => void | Promise<void> } = { run: fromServer };

export function print(): void | Promise<void> {
  return printer.run();
}

/** What stands on the sheet and not on the paper, in a sentence: services of the directory that nothing leads to. "" for none. */
export function unprinted(): string {
  const names = state.waiting.value.map(([id]) => doing.nameOf(id));
  return names.length > 0 ? t().studio.drawing.unprinted(names.join(", ")) : "";
}

/** The PDF of the sheet in a new tab, with the pens in force. */
function fromServer(): void {
  const id = state.desk.peek()?.id;
  if (!id) return;
  const missing = unprinted();
  if (missing) doing.sorry(missing, null);
  const query = { lang: lang.peek(), palette: state.palette.peek(), paper: "auto" };
  const link = document.createElement("a");
  link.href = `${BASE}${address(`/situations/${encodeURIComponent(id)}/sheet.pdf`, query)}`;
  link.target = "_blank";
  link.rel = "noopener";
  link.click();
}
