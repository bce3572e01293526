import { describe, expect, test } from "vitest";

import { command, type Press } from "../src/studio/keys";
import { neighbour, readingOrder, type Stand } from "../src/studio/walk";

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrl: false, shift: false, alt: false, ...more });

describe("keys", () => {
  test.each([
    [press("ArrowLeft"), { do: "go", to: "left" }],
    [press("ArrowUp", { shift: true }), { do: "nudge", to: "up", far: false }],
    [press("ArrowUp", { shift: true, alt: true }), { do: "nudge", to: "up", far: true }],
    [press("ArrowLeft", { alt: true }), undefined],
    [press("Tab", { shift: true }), { do: "step", by: -1 }],
    [press("1"), { do: "add", what: "person" }],
    [press("4"), { do: "add", what: "household" }],
    [press("6"), undefined],
    [press("A", { shift: true }), { do: "arrow" }],
    [press("z", { ctrl: true }), { do: "undo" }],
    [press("Z", { ctrl: true, shift: true }), { do: "redo" }],
    [press("y", { ctrl: true }), { do: "redo" }],
    [press("a", { ctrl: true }), undefined],
    [press("F10", { shift: true }), { do: "menu" }],
    [press("F5"), undefined],
  ])("%o means %o", (given, meant) => {
    expect(command(given)).toEqual(meant);
  });
});

/** c1 and c2 stand in the home h; d beside it, e below. */
const STANDS: Stand[] = [
  { id: "e", box: { x: 0, y: 60, w: 10, h: 10 }, parent: null },
  { id: "d", box: { x: 60, y: 12, w: 10, h: 10 }, parent: null },
  { id: "c2", box: { x: 20, y: 10, w: 10, h: 10 }, parent: "h" },
  { id: "c1", box: { x: 5, y: 11, w: 10, h: 10 }, parent: "h" },
  { id: "h", box: { x: 0, y: 0, w: 40, h: 30 }, parent: null },
];

describe("going about", () => {
  test("one reads line by line, a home and then those who live there", () => {
    expect(readingOrder(STANDS)).toEqual(["h", "c1", "c2", "d", "e"]);
  });

  test.each([
    ["c1", "right", "h"],
    ["h", "right", "c2"],
    ["c2", "right", "d"],
    ["d", "left", "c2"],
    ["c1", "down", "e"],
    ["e", "down", undefined],
    ["gone", "down", "e"],
  ] as const)("from %s, %s is %s", (from, to, next) => {
    expect(neighbour(STANDS, from, to)).toBe(next);
  });

  test("everything is reached by the four keys from anywhere", () => {
    for (const { id } of STANDS) {
      const seen = new Set([id]);
      for (const one of seen) {
        for (const way of ["left", "right", "up", "down"] as const) {
          const next = neighbour(STANDS, one, way);
          if (next) seen.add(next);
        }
      }
      expect(seen.size).toBe(STANDS.length);
    }
  });
});
