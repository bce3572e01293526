/** The single file has no directory: services of one stand on an opened sheet all the same. */
import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { providers } from "../src/app/vocabulary";
import { fold } from "../src/gestures/fold";
import { nameServices } from "../src/sharing/file-data";

it("names the services of the directory by letters, each once, and nobody of the sheet", () => {
  const { situation, gestures, texts } = JSON.parse(readFileSync("../../tests/vectors/gestures/mali-sit-02-atc-carnet.json", "utf8"));
  const document = fold(situation, gestures, texts);
  nameServices(document, "Service");
  const named = providers.value ?? [];
  const expected = new Set(document.professionals.map(({ organisation }) => organisation).filter((one) => one !== null));
  expect(new Set(named.map(({ id }) => id))).toEqual(expected);
  expect(expected.size).toBeGreaterThan(1);
  expect(named.map(({ name }) => name)).toEqual(named.map((_, at) => `Service ${String.fromCharCode(65 + at)}`));
});
