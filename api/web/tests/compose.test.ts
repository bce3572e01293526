// @vitest-environment node
/** A document composed into a sheet. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import type { PensDocument } from "../src/api/pens";
import type { SituationDocument } from "../src/model/situation";
import { compose } from "../src/scene/compose";
import { hit } from "../src/scene/hit";

const read = (path: string): unknown => JSON.parse(readFileSync(fileURLToPath(new URL(`../../../tests/vectors/${path}`, import.meta.url)), "utf-8"));
const pens = read("geometry/pens-fr.json") as PensDocument;
const PACKAGED = ["mali-sit-01-gao-transit", "mali-sit-02-atc-carnet", "mali-sit-03-retour-attente", "mali-sit-04-relocalisation"];

test.each(PACKAGED)("%s is composed whole", (name) => {
  const { document } = read(`gestures/${name}.json`) as { document: SituationDocument };
  const scene = compose(document, pens, { palette: "wall", lang: "fr", names: (id) => id.toUpperCase() });
  expect(scene.arrows.size).toBe(document.activations.length);
  for (const arrow of scene.arrows.values()) {
    const [activator, activated] = [scene.nodes.get(arrow.activator)!, scene.nodes.get(arrow.activated)!];
    const row = pens.table.find((one) => one.activator === activator.side && one.activated === activated.side);
    expect(arrow.pen).toBe(row?.pen);
  }
  for (const node of scene.nodes.values()) {
    if (node.what === "figure") expect(hit(scene, node.centre, 3)).toEqual({ what: "figure", id: node.id });
  }
});

test("forty people without places, in eight homes told in turns, all stand somewhere", () => {
  const { document } = read("gestures/mali-sit-02-atc-carnet.json") as { document: SituationDocument };
  const persons = Array.from({ length: 40 }, (_, k) => ({ ...document.persons[0]!, id: `p${k}` }));
  const households = Array.from({ length: 8 }, (_, k) => ({ ...document.households[0]!, id: `h${k}` }));
  const memberships = persons.map(({ id }, k) => ({ ...document.memberships[0]!, id: `m${k}`, person: id, household: `h${k % 8}`, until: null }));
  const nobody = { professionals: [], institutions: [], undecided: [], activations: [], kinships: [], positions: [] };
  const crowd = { ...document, ...nobody, persons, households, memberships };
  const scene = compose(crowd, pens, { palette: "wall", lang: "fr", names: () => "" });
  expect(scene.nodes.size).toBe(48);
  for (const { id } of persons) expect(scene.nodes.get(scene.nodes.get(id)!.parent!)?.members).toContain(id);
});
