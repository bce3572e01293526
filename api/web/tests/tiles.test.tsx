import { render } from "preact";
import { expect, test } from "vitest";

import type { GroupItem, SheetJson } from "../src/scene/sheet";
import { TileList } from "../src/views/network/tiles";

function tile(id: string, data: Record<string, string>): GroupItem {
  return { kind: "group", data: { kind: "tile", id, ...data }, label: `${id}, 3`, items: [] };
}

function buttons(...items: GroupItem[]): string[] {
  const root = document.createElement("div");
  const sheet: SheetJson = { width: 1, height: 1, lang: "fr", palette: "wall", title: "", desc: "", data: {}, items };
  render(<TileList sheet={sheet} onToggle={() => undefined} />, root);
  return [...root.querySelectorAll("button")].map((one) => `${one.textContent} ${one.getAttribute("aria-pressed")}`);
}

test("tiles that open have a button, tiles of an atlas have none", () => {
  expect(buttons(tile("gao", { open: "no" }), tile("mali", { open: "yes" }))).toEqual(["gao false", "mali true"]);
  expect(buttons(tile("around", {}))).toEqual([]);
});
