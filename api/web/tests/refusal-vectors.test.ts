// @vitest-environment node
/** The twin doors: every shared case must be refused with the code that Python gives, or make the same sheet. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { answered, type Case } from "./refusal-cases";

const FOLDER = fileURLToPath(new URL("../../../tests/vectors/refusals/", import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const cases = files.flatMap((file) =>
  (JSON.parse(readFileSync(FOLDER + file, "utf-8")) as Case[]).map((one, at): [string, Case] => [`${file} ${at}`, one]),
);

test("there are a few hundred shared cases, of every kind of verdict", () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  expect(new Set(cases.map(([, { verdict }]) => verdict)).size).toBeGreaterThanOrEqual(15);
});

test.each(cases)("%s is answered alike", async (_, one) => {
  expect(await answered(one)).toEqual({ verdict: one.verdict, digest: one.digest });
});
