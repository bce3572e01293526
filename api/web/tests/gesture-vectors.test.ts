// @vitest-environment node
/** The twin folds: every shared vector must give the document and the digest that Python gives. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { digest } from "../src/gestures/digest";
import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";

const FOLDER = fileURLToPath(new URL("../../../tests/vectors/gestures/", import.meta.url));

interface Vector {
  name: string;
  gestures: AnyGesture[];
  texts: Record<string, { fr?: string; en?: string }>;
  document: { id: string };
  digest: string;
}

const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];

test("there are a few hundred shared vectors", () => {
  expect(names.length).toBeGreaterThanOrEqual(200);
});

test.each(names)("%s folds to the same document and digest", async (name) => {
  const vector = JSON.parse(readFileSync(FOLDER + name, "utf-8")) as Vector;
  const made = fold(vector.document.id, vector.gestures, vector.texts);
  expect(made).toEqual(vector.document);
  expect(await digest(made)).toBe(vector.digest);
});
