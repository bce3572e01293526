import { describe, expect, test } from "vitest";

import { lastPeriods, lastWhole } from "../src/views/counts/periods";
import { missing, tallyOf } from "../src/views/counts/tally";

describe("periods", () => {
  test.each([
    ["T", "2026-11-22", "2026-T4", "2026-T3"],
    ["T", "2026-01-01", "2026-T1", "2025-T4"],
    ["S", "2026-06-30", "2026-S1", "2025-S2"],
    ["S", "2026-07-01", "2026-S2", "2026-S1"],
  ] as const)("of kind %s on %s: now %s, last whole %s", (kind, day, now, whole) => {
    expect(lastPeriods(kind, day)[0]).toBe(now);
    expect(lastWhole(kind, day)).toBe(whole);
  });

  test("go back without a gap", () => {
    expect(lastPeriods("T", "2026-02-01", 4)).toEqual(["2026-T1", "2025-T4", "2025-T3", "2025-T2"]);
  });
});

describe("a paper slip", () => {
  test("says nothing of what was left empty, and keeps a zero", () => {
    const typed = { made: "12", accepted: "0", declined: "", persons: "trente", no_capacity: "2" };
    expect(tallyOf("2026-07", "", "aracem", typed)).toEqual({
      period: "2026-07",
      organisation: "aracem",
      made: 12,
      accepted: 0,
      reasons: { no_capacity: 2 },
    });
  });

  test("shows what is missing to its sum", () => {
    expect(missing({ accepted: "3" })).toBeNull();
    expect(missing({ made: "12", accepted: "7", declined: "3", no_answer: "1" })).toBe(1);
    expect(missing({ made: "2", accepted: "3" })).toBe(-1);
  });
});
