import { beforeEach, describe, expect, test } from "vitest";

import { boxOf, emphasise } from "../src/scene/emphasis";
import { printSheet } from "../src/scene/printer";
import { groupsOf, type GroupItem, type SheetJson } from "../src/scene/sheet";

const SVG = "http://www.w3.org/2000/svg";

function arrow(id: string, order: number): GroupItem {
  return {
    kind: "group",
    data: { kind: "activation", id, activator: "p1", activated: "w1", order: String(order) },
    label: `arrow ${order}`,
    items: [{ kind: "path", d: `M 10 ${order} L 50 ${order}`, stroke: "#111111", width: 0.8, dash: [], fill: null }],
  };
}

function figure(id: string, box: string): GroupItem {
  return {
    kind: "group",
    data: { kind: "person", id, side: "living", box },
    label: id,
    items: [
      { kind: "text", x: 1, y: 2, size: 3.5, text: "<b>Femme A</b> & الأم", colour: "#000000", anchor: "middle", halo: 1.2 },
    ],
  };
}

const sheet: SheetJson = {
  width: 297,
  height: 210,
  lang: "fr",
  palette: "wall",
  title: "Feuille",
  desc: "Deux personnes",
  data: { sociogram: "1", date: "2023-02" },
  items: [figure("p1", "0 0 10 20"), figure("w1", "50 0 12.5 20"), arrow("a1", 1), arrow("a2", 2)],
};

describe("the printed sheet", () => {
  let root: SVGSVGElement;
  beforeEach(() => {
    root = document.createElementNS(SVG, "svg") as SVGSVGElement;
    printSheet(root, sheet, "s");
  });

  test("carries the sheet's data, title and description", () => {
    expect(root.getAttribute("data-sociogram")).toBe("1");
    expect(root.getAttribute("role")).toBe("img");
    expect(root.querySelector("title")?.textContent).toBe("Feuille");
    expect(root.getAttribute("aria-labelledby")).toBe("s-title s-desc");
  });

  test("holds text as text, never as markup, with a halo under it", () => {
    const texts = [...root.querySelectorAll('[data-id="p1"] text')];
    expect(texts.map((text) => text.textContent)).toEqual(["<b>Femme A</b> & الأم", "<b>Femme A</b> & الأم"]);
    expect(texts[0]?.getAttribute("aria-hidden")).toBe("true");
    expect(texts[1]?.getAttribute("fill")).toBe("#000000");
    expect(root.querySelector("b")).toBeNull();
  });

  test("has no style attribute, which the page's policy would block", () => {
    expect(root.querySelectorAll("[style]").length).toBe(0);
  });

  test("touches only what changed, and keeps its element", async () => {
    const [still, changed] = [root.querySelector('[data-id="p1"]')!, root.querySelector('[data-id="w1"]')!];
    const touched = new Set<Node>();
    const watch = new MutationObserver((records) => records.forEach((record) => touched.add(record.target)));
    watch.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
    const moved = { ...sheet, items: [sheet.items[0]!, figure("w1", "60 0 12.5 20"), sheet.items[2]!] };
    printSheet(root, structuredClone(moved), "s");
    await new Promise((done) => setTimeout(done, 0));
    watch.disconnect();
    expect(root.querySelector('[data-id="p1"]')).toBe(still);
    expect(root.querySelector('[data-id="w1"]')).toBe(changed);
    expect(changed.getAttribute("data-box")).toBe("60 0 12.5 20");
    expect(root.querySelector('[data-id="a2"]')).toBeNull();
    expect([...touched]).toEqual(expect.arrayContaining([changed, root]));
    expect(touched.size).toBe(2);
  });

  test("follows the order of the sheet, and a group that becomes another shape is drawn anew", () => {
    const [one, two] = [sheet.items[0] as GroupItem, sheet.items[2] as GroupItem];
    const other: GroupItem = { ...two, items: [...two.items, ...one.items] };
    printSheet(root, { ...sheet, items: [other, one] }, "s");
    expect([...root.querySelectorAll("[data-id]")].map((node) => node.getAttribute("data-id"))).toEqual(["a1", "p1"]);
    expect(root.querySelector('[data-id="a1"]')?.children.length).toBe(3);
    printSheet(root, sheet, "s");
    const fresh = document.createElementNS(SVG, "svg") as SVGSVGElement;
    printSheet(fresh, sheet, "s");
    expect(root.innerHTML).toBe(fresh.innerHTML);
  });

  test("lifts what moves above the sheet, and gives it back in its place", () => {
    const frame = document.createElement("div");
    frame.append(root);
    const before = root.innerHTML;
    const moving = root.querySelector('[data-id="a1"]')!;
    printSheet(root, { ...sheet, lifted: new Set(["a1", "w1"]) }, "s");
    const [, above] = frame.querySelectorAll("svg");
    expect([...above!.children].map((one) => one.getAttribute("data-id"))).toEqual(["w1", "a1"]);
    expect(root.querySelector('[data-id="a1"]')).toBeNull();
    expect(above!.children[1]).toBe(moving);
    printSheet(root, sheet, "s");
    expect(frame.querySelectorAll("svg").length).toBe(1);
    expect(root.innerHTML).toBe(before);
  });

  test("tells the arrows up to a step and marks the current one with its ends", () => {
    emphasise(root, 1);
    expect(root.querySelector('[data-id="a1"]')?.classList.contains("untold")).toBe(false);
    expect(root.querySelector('[data-id="a2"]')?.classList.contains("untold")).toBe(true);
    expect(root.querySelectorAll("[data-marker]").length).toBe(3);
    emphasise(root, null);
    expect(root.querySelectorAll(".untold, [data-marker]").length).toBe(0);
  });

  test("knows the box of a figure", () => {
    expect(boxOf(root, "w1")).toEqual([50, 0, 12.5, 20]);
    expect(boxOf(root, "nobody")).toBeUndefined();
  });

  test("finds groups by kind", () => {
    expect(groupsOf(sheet.items, new Set(["activation"])).map((group) => group.data["id"])).toEqual(["a1", "a2"]);
  });
});
