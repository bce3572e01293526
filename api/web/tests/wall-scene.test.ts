import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { fold } from "../src/gestures/fold";
import type { PensDocument } from "../src/api/pens";
import type { AnyGesture } from "../src/model/gestures";
import type { SituationDocument } from "../src/model/situation";
import { Signs } from "../src/studio/veil";
import { viewOf, wallScene, type View } from "../src/studio/wall-scene";

const FOLDER = join(__dirname, "../../../tests/vectors/gestures");
const CANARY = "Kanari";
const pens = JSON.parse(readFileSync(join(FOLDER, "../geometry/pens-fr.json"), "utf8")) as PensDocument;

/** The documents of the shared vectors, every word and every id of theirs made a name that must not be seen. */
function documents(): SituationDocument[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const { gestures, texts } = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as {
        gestures: AnyGesture[];
        texts: Record<string, unknown>;
      };
      const words = Object.fromEntries(Object.keys(texts).map((key, at) => [key, { fr: `${CANARY}-${at}`, en: `${CANARY}-${at}` }]));
      const document = fold("feuille", gestures, words);
      return renamed(document);
    })
    // Small sheets: many of them are laid out anew, since the vectors give few places.
    .filter(({ persons, professionals, activations }) => persons.length > 0 && persons.length + professionals.length + activations.length < 9)
    .slice(0, 30);
}

function renamed(document: SituationDocument): SituationDocument {
  const kept = new Set(["living", "working", "couple", "filiation", "siblings", "foster", "other", "same_person"]);
  const ids = new Set<string>();
  const parts = ["persons", "households", "professionals", "institutions", "undecided", "memberships", "kinships", "activations"] as const;
  for (const part of parts) for (const { id } of document[part]) ids.add(id);
  for (const { activator, activated } of document.activations) ids.add(activator).add(activated);
  for (const { organisation } of document.professionals) if (organisation) ids.add(organisation);
  for (const { housed_by } of document.households) if (housed_by) ids.add(housed_by);
  const change = (value: unknown): unknown => {
    if (typeof value === "string") return ids.has(value) && !kept.has(value) ? `${CANARY}-${value}` : value;
    if (Array.isArray(value)) return value.map(change);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
  };
  return change(document) as SituationDocument;
}

const manner = { palette: "wall", lang: "fr", names: (id: string): string => `${CANARY}-building-${id}` } as const;

describe("the scene of the wall", () => {
  test("holds no name under the veil, whatever the sheet, in letters, sentences and marks", () => {
    let held = 0;
    for (const document of documents()) {
      const signs = new Signs();
      const { scene } = wallScene({ document, waiting: [[`${CANARY}-waiting`, 100, 100]] }, pens, manner, signs);
      const told = JSON.stringify([scene.sheet, [...scene.nodes], [...scene.arrows], [...scene.links]]);
      expect(told).not.toContain(CANARY);
      const open = wallScene({ document }, pens, manner, null);
      if (JSON.stringify(open.scene.sheet).includes(CANARY)) held += 1;
    }
    expect(held).toBeGreaterThan(20);
  });

  test("finds the same arrow, in the same pen and with the same number, with and without the veil", () => {
    for (const document of documents()) {
      const veiled = wallScene({ document }, pens, manner, new Signs());
      const open = wallScene({ document }, pens, manner, null);
      for (const { id } of document.activations) {
        const [under, plain] = [veiled.arrow(id), open.arrow(id)];
        expect([under?.pen, under?.number, under?.status]).toEqual([plain?.pen, plain?.number, plain?.status]);
      }
    }
  });
});

describe("the part of the paper that is shown", () => {
  const person = (id: string) => ({
    ...{ id, label: null, age_band: null, status: [], gender: null, birth: null, death: null, home_mark: null },
  });
  const view = (places: [number, number][], before: View | null): View => {
    const document: SituationDocument = {
      ...fold("s", [], {}),
      persons: places.map((_, at) => person(`p${at}`)),
      positions: places.map(([x, y], at): [string, number, number] => [`p${at}`, x * 100, y * 100]),
    };
    return viewOf(wallScene({ document }, pens, manner, null).scene, before);
  };

  test("does not move while one draws inside it, grows when one draws outside, and never shrinks", () => {
    const first = view([[100, 100]], null);
    const second = view([[100, 100], [110, 105]], first);
    expect(second).toEqual(first);
    const third = view([[100, 100], [110, 105], [280, 190]], second);
    expect(third[0] + third[2]).toBeGreaterThan(first[0] + first[2]);
    expect(view([[100, 100]], third)).toEqual(third);
  });

  test("is the whole paper while nothing is drawn", () => {
    expect(view([], null).slice(0, 2)).toEqual([0, 0]);
  });
});
