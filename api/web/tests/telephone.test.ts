import { expect, test } from "vitest";

import { telephones } from "../src/parts/telephone";

test.each([
  ["+223 20 24 11 22", [["+223 20 24 11 22", "tel:+22320241122"]]],
  ["+33 (0)1 48 57 75 80", [["+33 (0)1 48 57 75 80", "tel:+33148577580"]]],
  ["20 22 05 06 / 76 10 20 30 ou 66 10 20 30", [
    ["20 22 05 06", "tel:20220506"],
    ["76 10 20 30", "tel:76102030"],
    ["66 10 20 30", "tel:66102030"],
  ]],
  ["voir la fiche", []],
  ["poste 12", []],
  ["", []],
  [null, []],
] as const)("a telephone dials %s", (text, numbers) => {
  expect(telephones(text).map(({ said, href }) => [said, href])).toEqual(numbers);
});
