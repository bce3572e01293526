// @vitest-environment node
/** The pens in use on a sheet; whom a finger means where many arrows end. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import type { PensDocument } from "../src/api/pens";
import * as acts from "../src/gestures/acts";
import { fold } from "../src/gestures/fold";
import { hit } from "../src/scene/hit";
import { compose } from "../src/scene/compose";
import { legendInUse } from "../src/scene/legend";
import type { Scene } from "../src/scene/scene";

let count = 0;
const m: acts.Maker = { by: "local", lang: "fr", now: () => new Date(++count).toISOString(), uuid: () => `id-${++count}` };
const pens = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../tests/vectors/geometry/pens-fr.json", import.meta.url)), "utf-8"),
) as PensDocument;

function drawn(...changes: acts.Change[]): Scene {
  const { gestures, texts } = acts.join(...changes);
  return compose(fold("s", gestures, texts), pens, { palette: "wall", lang: "fr", names: () => "" });
}

function keys(scene: Scene): string[] {
  return legendInUse(scene, pens.palettes.wall.legend).map(({ key }) => key);
}

test("the legend of a sheet names the pens in use and no other", () => {
  const person = acts.addPerson(m, { at: [40, 60] });
  const worker = acts.addProfessional(m, { at: [150, 60] });
  expect(keys(drawn())).toEqual([]);
  expect(keys(drawn(person))).toEqual(["collective"]);
  const asked = acts.drawArrow(m, { activator: person.id, activated: worker.id });
  expect(keys(drawn(person, worker, asked))).toEqual(["collective", "working", "red"]);
  const home = acts.addHousehold(m, { at: [40, 60] });
  const lives = acts.settle(m, fold("s", acts.join(person, home).gestures, {}), { person: person.id, household: home.id });
  expect(keys(drawn(person, home, lives))).toEqual(["living"]);
});

test("the middle of a figure means the figure, however many arrows end there; its edge the arrow", () => {
  const person = acts.addPerson(m, { at: [60, 60] });
  const others = [0, 1, 2, 3, 4, 5].map((one) => acts.addProfessional(m, { at: [60 + 70 * Math.cos(one), 90 + 70 * Math.sin(one)] }));
  const arrows = others.map((one) => acts.drawArrow(m, { activator: one.id, activated: person.id }));
  const scene = drawn(person, ...others, ...arrows);
  const { centre, shape } = scene.nodes.get(person.id)!;
  const body: [number, number] = [shape.x + shape.w / 2, shape.y + shape.h * 0.65];
  // A finger on a tablet held upright misses by this much.
  for (const at of [body, centre]) expect(hit(scene, at, 9)).toEqual({ what: "figure", id: person.id });
  const { tip } = scene.arrows.get(arrows[0]!.id)!;
  expect(hit(scene, tip, 9).what).toBe("head");
});
