import { describe, expect, test } from "vitest";

import { PALM, type Touch } from "../src/studio/fingers";
import { Hand, LONG_PRESS } from "../src/studio/hand";
import type { Intent, Point, PointerType, Under } from "../src/studio/intents";

/** Figures of 10 mm with a rim of 3 mm around them; one millimetre is two pixels. */
const FIGURES: Record<string, Point> = { a: { x: 20, y: 20 }, b: { x: 80, y: 20 } };

function under(at: Point, beside?: string): Under {
  for (const [id, middle] of Object.entries(FIGURES)) {
    const far = Math.hypot(at.x - middle.x, at.y - middle.y);
    if (far < 5) return { what: "figure", id };
    if (far < 8) return { what: "rim", id };
  }
  if (beside !== "r1" && Math.abs(at.y - 60) < 1) return { what: "head", id: "r1" };
  return { what: "paper", id: "" };
}

function hand(): { hand: Hand; feed: (kind: Touch["kind"], at: [number, number], more?: Partial<Touch>) => Intent[] } {
  const one = new Hand({ under: (at, _type, beside) => under(at, beside) });
  let t = 10_000;
  const feed = (kind: Touch["kind"], [x, y]: [number, number], more: Partial<Touch> = {}): Intent[] => {
    t += 16;
    return one.feed({ kind, id: 1, type: "touch", x, y, px: x * 2, py: y * 2, t, ...more });
  };
  return { hand: one, feed };
}

describe("the hand", () => {
  test("a tap tells what stood under it when it began", () => {
    const { feed } = hand();
    expect(feed("down", [20, 20])).toEqual([]);
    feed("move", [22, 20]);
    expect(feed("up", [22, 20])).toEqual([{ kind: "tap", under: { what: "figure", id: "a" }, at: { x: 20, y: 20 }, type: "touch" }]);
  });

  test("from rim to figure is an arrow", () => {
    const { feed } = hand();
    feed("down", [26, 20]);
    const shown = feed("move", [50, 20])[0];
    expect(shown).toMatchObject({ kind: "underway", gesture: { what: "arrow", from: "a", over: { what: "paper" } } });
    feed("move", [79, 20]);
    expect(feed("up", [79, 20])).toEqual([{ kind: "arrow", from: "a", over: { what: "figure", id: "b" }, at: { x: 79, y: 20 } }]);
  });

  test("from the middle is a move, told by how far", () => {
    const { feed } = hand();
    feed("down", [21, 20]);
    feed("move", [50, 25]);
    expect(feed("up", [51, 30])).toEqual([{ kind: "move", id: "a", by: { x: 30, y: 10 }, at: { x: 51, y: 30 } }]);
  });

  test("an arrow's end is drawn to another figure, and does not stand in its own way", () => {
    const { feed } = hand();
    feed("down", [50, 60]);
    const [shown] = feed("move", [60, 60]);
    expect(shown).toMatchObject({ gesture: { what: "redirect", arrow: "r1", end: "activated", over: { what: "paper" } } });
    expect(feed("up", [80, 20])).toEqual([
      { kind: "redirect", arrow: "r1", end: "activated", over: { what: "figure", id: "b" }, at: { x: 80, y: 20 } },
    ]);
  });

  test("paper carries the sheet; with the home tool it surrounds", () => {
    const { hand: one, feed } = hand();
    feed("down", [50, 40]);
    expect(feed("move", [60, 40])).toEqual([{ kind: "pan", dx: 20, dy: 0 }]);
    expect(feed("move", [60, 45])).toEqual([{ kind: "pan", dx: 0, dy: 10 }]);
    expect(feed("up", [60, 45])).toEqual([]);
    one.tool = "home";
    feed("down", [50, 40]);
    feed("move", [60, 40]);
    feed("move", [60, 50]);
    const [done] = feed("up", [50, 50]);
    expect(done).toMatchObject({ kind: "lasso", points: [{ x: 50, y: 40 }, { x: 60, y: 40 }, { x: 60, y: 50 }] });
  });

  test("a line around people may begin at somebody's rim, or on the head of an arrow", () => {
    const { hand: one, feed } = hand();
    one.tool = "home";
    for (const from of [[26, 20], [50, 60]] as const) {
      feed("down", [...from]);
      feed("move", [from[0], 40]);
      expect(feed("up", [70, 40])[0]).toMatchObject({ kind: "lasso" });
    }
  });

  test("the hand tool carries the sheet from anywhere", () => {
    const { hand: one, feed } = hand();
    one.tool = "hand";
    feed("down", [20, 20]);
    expect(feed("move", [40, 20])).toEqual([{ kind: "pan", dx: 40, dy: 0 }]);
  });

  test.each(["cancel", "abandon"] as const)("a gesture that ends by %s commits nothing", (end) => {
    const { hand: one, feed } = hand();
    feed("down", [26, 20]);
    feed("move", [79, 20]);
    expect(end === "cancel" ? feed("cancel", [79, 20]) : one.abandon()).toEqual([{ kind: "cancelled" }]);
    expect(feed("up", [79, 20])).toEqual([]);
    expect(one.busy).toBe(false);
  });

  test("only the finger that began drives", () => {
    const { feed } = hand();
    feed("down", [26, 20]);
    feed("move", [50, 20]);
    expect(feed("down", [10, 60], { id: 2 })).toEqual([]);
    expect(feed("move", [79, 20], { id: 2 })).toEqual([]);
    expect(feed("up", [79, 20], { id: 2 })).toEqual([]);
    expect(feed("up", [79, 20])[0]).toMatchObject({ kind: "arrow", from: "a", over: { id: "b" } });
  });

  test("two fingers pinch; the last one carries on and is no tap", () => {
    const { feed } = hand();
    feed("down", [50, 40]);
    feed("down", [60, 40], { id: 2 });
    const [pinch] = feed("move", [70, 40], { id: 2 });
    expect(pinch).toEqual({ kind: "pinch", factor: 2, px: 120, py: 80, dx: 10, dy: 0 });
    expect(feed("up", [50, 40])).toEqual([]);
    expect(feed("move", [70, 50], { id: 2 })).toEqual([{ kind: "pan", dx: 0, dy: 20 }]);
    expect(feed("up", [70, 50], { id: 2 })).toEqual([]);
  });

  test("a finger that rests asks for the menu, once, and a mouse never does", () => {
    const { hand: one, feed } = hand();
    feed("down", [20, 20], { t: 0 });
    expect(one.tick(LONG_PRESS - 1)).toEqual([]);
    expect(one.tick(LONG_PRESS)[0]).toMatchObject({ kind: "menu", under: { id: "a" } });
    expect(one.tick(LONG_PRESS * 2)).toEqual([]);
    expect(feed("up", [20, 20])).toEqual([]);
    feed("down", [20, 20], { t: 0, type: "mouse" });
    expect(one.tick(LONG_PRESS)).toEqual([]);
  });

  test("a pen takes over from the palm, and the palm beside it draws nothing", () => {
    const { feed } = hand();
    const pen = (kind: Touch["kind"], at: [number, number], t: number): Intent[] => feed(kind, at, { id: 9, type: "pen" as PointerType, t });
    feed("down", [50, 40], { t: 1000 });
    expect(pen("down", [26, 20], 1010)).toEqual([{ kind: "cancelled" }]);
    expect(feed("move", [70, 40], { t: 1020 })).toEqual([]);
    expect(feed("down", [20, 20], { id: 3, t: 1030 })).toEqual([]);
    pen("move", [60, 20], 1040);
    expect(feed("up", [20, 20], { id: 3, t: 1050 })).toEqual([]);
    expect(pen("up", [79, 20], 1060)[0]).toMatchObject({ kind: "arrow" });
    expect(feed("down", [20, 20], { id: 4, t: 1060 + PALM - 1 })).toEqual([]);
    expect(feed("up", [20, 20], { id: 4, t: 1060 + PALM + 1 })).toEqual([]);
    feed("down", [20, 20], { id: 5, t: 1060 + PALM + 2 });
    expect(feed("up", [20, 20], { id: 5, t: 1060 + PALM + 3 })[0]).toMatchObject({ kind: "tap" });
  });
});
