// @vitest-environment node
/** A building of the directory stands where it was put, before an arrow or somebody who works there names it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import type { PensDocument } from "../src/api/pens";
import * as acts from "../src/gestures/acts";
import { compose } from "../src/scene/compose";
import { soloDesk } from "../src/studio/desk";

const VECTORS = fileURLToPath(new URL("../../../tests/vectors/", import.meta.url));
const pens = JSON.parse(readFileSync(`${VECTORS}geometry/pens-fr.json`, "utf-8")) as PensDocument;

test("a building that nothing names yet is drawn where it was put", () => {
  const desk = soloDesk({ id: "s", lang: "fr", keeping: "none" });
  expect(desk.act(acts.placeOrganisation(desk.maker, { organisation: "atc", at: [120, 90] }))).toBeNull();
  const options = { palette: "wall", lang: "fr", names: () => "ATC" } as const;
  const scene = compose(desk.document, pens, { ...options, waiting: desk.journal.waiting() });
  expect(scene.nodes.get("atc")?.label).toBe("ATC");
  expect(scene.nodes.get("atc")?.centre.map(Math.round)).toEqual([120, 90]);
  expect(compose(desk.document, pens, options).nodes.has("atc")).toBe(false);
  const hidden = compose(desk.document, pens, { ...options, names: () => "", waiting: desk.journal.waiting() });
  expect(hidden.nodes.has("atc")).toBe(false);
});
