import { describe, expect, test } from "vitest";

import type { GapMap } from "../src/api/gap-types";
import { hoursOf } from "../src/views/follow/deadlines/state";
import { heldBy, rowsOf } from "../src/views/gaps/rows";

const MAP: GapMap = {
  areas: [
    { id: "bamako", label: "Bamako" },
    { id: "gao", label: "Gao" },
  ],
  needs: [
    { need: "sante", label: "Santé", cells: ["open", "nothing"] },
    { need: "ecoute", label: "Écoute", cells: ["nothing", "nothing"] },
  ],
  states: [
    { state: "open", label: "ouvert", text: "" },
    { state: "nothing", label: "rien", text: "" },
  ],
};

describe("the map", () => {
  test("says the same by needs and by places", () => {
    const needs = rowsOf(MAP, "need").flatMap(({ id, cells }) => cells.map((cell) => `${id} ${cell.id} ${cell.state}`));
    const places = rowsOf(MAP, "place").flatMap(({ id, cells }) => cells.map((cell) => `${cell.id} ${id} ${cell.state}`));
    expect(places.sort()).toEqual(needs.sort());
  });

  test("keeps the order of the answer, and that of the legend", () => {
    expect(rowsOf(MAP, "need").map(({ label }) => label)).toEqual(["Santé", "Écoute"]);
    const [sante, ecoute] = rowsOf(MAP, "need").map((row) => heldBy(row, MAP.states));
    expect(sante?.map(({ label, labels }) => [label, ...labels])).toEqual([
      ["ouvert", "Bamako"],
      ["rien", "Gao"],
    ]);
    expect(ecoute?.map(({ labels }) => labels)).toEqual([["Bamako", "Gao"]]);
  });
});

describe("hours", () => {
  test.each([
    ["24", 24],
    [" 336 ", 336],
    ["0", null],
    ["", null],
    ["-3", null],
    ["1.5", null],
    ["trois", null],
    ["12345", null],
  ])("%j is %j", (text, hours) => expect(hoursOf(text)).toBe(hours));
});
