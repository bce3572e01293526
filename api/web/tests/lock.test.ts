import { describe, expect, test } from "vitest";

import { isLockKey, joined, Leaving, longEnough, PageKeeper, signOfDots } from "../src/studio/lock";

describe("the keys that close", () => {
  const key = (name: string, held: string[] = []) => ({
    key: name,
    ctrlKey: held.includes("ctrl"),
    shiftKey: held.includes("shift"),
    altKey: held.includes("alt"),
    metaKey: held.includes("meta"),
  });

  test.each([
    ["F9", [], true],
    ["L", ["ctrl", "shift"], true],
    ["l", ["ctrl", "shift"], true],
    ["l", ["ctrl"], false],
    ["l", [], false],
    ["F9", ["ctrl"], false],
    ["F9", ["alt"], false],
    ["L", ["ctrl", "shift", "meta"], false],
  ] as const)("%s with %j", (name, held, closes) => {
    expect(isLockKey(key(name, [...held]))).toBe(closes);
  });
});

describe("dots joined on a grid of nine", () => {
  const path = (...dots: number[]): readonly number[] => dots.reduce<readonly number[]>(joined, []);

  test("take along the dot they pass over, once", () => {
    expect(path(0, 2)).toEqual([0, 1, 2]);
    expect(path(0, 8)).toEqual([0, 4, 8]);
    expect(path(6, 0)).toEqual([6, 3, 0]);
    expect(path(4, 0, 8)).toEqual([4, 0, 8]);
    expect(path(0, 5, 7)).toEqual([0, 5, 7]);
    expect(path(0, 1, 0, 1)).toEqual([0, 1]);
  });

  test("are a sign from four on", () => {
    expect(longEnough(path(0, 2))).toBe(false);
    expect(longEnough(path(0, 2, 5))).toBe(true);
    expect(longEnough("   ")).toBe(false);
    expect(longEnough("mère")).toBe(true);
    expect(signOfDots(path(0, 2, 5))).toBe("0-1-2-5");
  });
});

describe("a sign kept in the page", () => {
  async function keeper(): Promise<{ keeper: PageKeeper; clock: { now: number } }> {
    const clock = { now: 0 };
    const made = new PageKeeper(() => clock.now);
    await made.choose("0-1-2-5", "dots");
    await made.close();
    return { keeper: made, clock };
  }

  test("reopens, and nothing else does", async () => {
    const { keeper: one } = await keeper();
    expect(await one.lift("0-1-2-4")).toEqual({ lifted: false, wait: 0 });
    expect((await one.read()).closed).toBe(true);
    expect(await one.lift("0-1-2-5")).toEqual({ lifted: true });
    expect(await one.read()).toEqual({ chosen: true, closed: false, kind: "dots" });
  });

  test("cannot be changed while closed", async () => {
    const { keeper: one } = await keeper();
    await one.choose("9-9-9-9", "dots");
    await one.choose(null, "words");
    expect(await one.lift("9-9-9-9")).toMatchObject({ lifted: false });
  });

  test("makes wrong tries slower, as the server does", async () => {
    const { keeper: one, clock } = await keeper();
    const waits: number[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const tried = await one.lift("no");
      if (tried.lifted) throw new Error("a wrong sign reopened");
      waits.push(tried.wait);
      if (tried.wait) expect(await one.lift("0-1-2-5")).toMatchObject({ lifted: false });
      clock.now += tried.wait * 1000;
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60]);
    expect(await one.lift("0-1-2-5")).toEqual({ lifted: true });
  });

  test("without a sign, closing leaves it open", async () => {
    const one = new PageKeeper();
    await one.close();
    expect(await one.read()).toEqual({ chosen: false, closed: false, kind: "" });
  });
});

describe("leaving the window", () => {
  function scene(state: { hidden: boolean; focused: boolean; ours: boolean }) {
    const waiting: (() => void)[] = [];
    let left = 0;
    const leaving = new Leaving(
      { hidden: () => state.hidden, focused: () => state.focused, later: (work) => waiting.push(work) },
      () => (left += 1),
      () => state.ours,
    );
    return { leaving, settle: () => waiting.splice(0).forEach((work) => work()), left: () => left };
  }

  test("closes when the page is hidden, or has lost its focus to somebody else", () => {
    const away = scene({ hidden: true, focused: false, ours: false });
    away.leaving.visibility();
    expect(away.left()).toBe(1);
    const blurred = scene({ hidden: false, focused: false, ours: false });
    blurred.leaving.blurred();
    expect(blurred.left()).toBe(0);
    blurred.settle();
    expect(blurred.left()).toBe(1);
  });

  test("does not close for our own second window, nor for a blink", () => {
    for (const state of [
      { hidden: false, focused: false, ours: true },
      { hidden: false, focused: true, ours: false },
    ]) {
      const one = scene(state);
      one.leaving.visibility();
      one.leaving.blurred();
      one.settle();
      expect(one.left()).toBe(0);
    }
  });
});
