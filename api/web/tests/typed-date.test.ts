// @vitest-environment node
import { expect, test } from "vitest";

import { typedDate } from "../src/studio/typed-date";

test.each([
  ["2024", "2024"],
  [" 2024-06 ", "2024-06"],
  ["2024-6-5", "2024-06-05"],
  ["06/2024", "2024-06"],
  ["6.2024", "2024-06"],
  ["15/06/2024", "2024-06-15"],
  ["15 / 6 / 2024", "2024-06-15"],
  ["29/02/2024", "2024-02-29"],
])("%s is understood", (text, date) => expect(typedDate(text)).toBe(date));

test.each(["", "l'an dernier", "24", "2024-13", "31/02/2024", "0/2024", "06/24", "0000", "15-06-2024-1", "2024-06-15T00:00"])(
  "%s is asked again",
  (text) => expect(typedDate(text)).toBeNull(),
);
