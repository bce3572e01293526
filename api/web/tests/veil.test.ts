import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";
import type { SituationDocument } from "../src/model/situation";
import { letterOf, signOfAlias, Signs, veiledDocument } from "../src/studio/veil";

const FOLDER = join(__dirname, "../../../tests/vectors/gestures");

interface Vector {
  gestures: AnyGesture[];
  texts: Record<string, { fr: string; en: string }>;
}

/** Every document of the shared vectors, its words and ids made names that nothing else says. */
function named(): SituationDocument[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const { gestures, texts } = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Vector;
      const words = Object.fromEntries(Object.keys(texts ?? {}).map((key, at) => [key, { fr: `Nommée-${at}`, en: `Named-${at}` }]));
      const text = JSON.stringify(fold("canari-feuille", gestures ?? [], words));
      return JSON.parse(text) as SituationDocument;
    });
}

/** The values of a document that came from a person: every text, every id. */
function written(document: SituationDocument): string[] {
  const found = new Set<string>();
  const ids = [document.persons, document.households, document.professionals, document.institutions, document.undecided]
    .flat()
    .map(({ id }) => id);
  for (const one of [...ids, ...document.activations.flatMap(({ id, activator, activated }) => [id, activator, activated])])
    found.add(one);
  for (const match of JSON.stringify(document).matchAll(/"(Nommée-\d+|Named-\d+|canari[^"]*)"/g)) found.add(match[1] ?? "");
  return [...found].filter(Boolean);
}

describe("a veiled document", () => {
  test("holds no text and no id of the sheet, whatever the sheet", () => {
    const documents = named().filter((one) => one.persons.length + one.professionals.length > 0);
    expect(documents.length).toBeGreaterThan(100);
    for (const document of documents) {
      const veiled = veiledDocument(document, new Signs());
      const values = new Set(JSON.stringify(veiled).match(/"[^"]*"/g) ?? []);
      const told = written(document).filter((one) => values.has(JSON.stringify(one)));
      expect(told).toEqual([]);
    }
  });

  test("keeps what the drawing needs: who stands where, which way an arrow goes, how many there are", () => {
    for (const document of named()) {
      const signs = new Signs();
      const veiled = veiledDocument(document, signs);
      expect(veiled.persons.map(({ home_mark }) => home_mark)).toEqual(document.persons.map(({ home_mark }) => home_mark));
      expect(veiled.positions.map(([, x, y]) => [x, y])).toEqual(document.positions.map(([, x, y]) => [x, y]));
      expect(veiled.activations.map(({ activator, activated }) => [activator, activated])).toEqual(
        document.activations.map(({ activator, activated }) => [signs.alias(activator), signs.alias(activated)]),
      );
    }
  });
});

describe("signs", () => {
  const person = (id: string) => ({
    id,
    label: { fr: `Nom de ${id}`, en: "" },
    age_band: null,
    status: [],
    gender: null,
    birth: null,
    death: null,
    home_mark: null,
  });
  const sheet = (persons: string[], organisation: string | null = null): SituationDocument => ({
    ...fold("s", [], {}),
    persons: persons.map(person),
    professionals: [{ id: "w", role: { fr: "éducatrice", en: "" }, organisation, organisation_text: null }],
  });

  test("stay with whom they were given to, and are never given again", () => {
    const signs = new Signs();
    signs.learn(sheet(["awa", "binta", "cheick"]));
    signs.learn(sheet(["awa", "cheick", "drissa"]));
    expect(["awa", "binta", "cheick", "drissa"].map((id) => signs.of(id))).toEqual(["A", "B", "C", "D"]);
    expect(signs.of("w")).toBe("1");
    expect(signs.of("nobody")).toBe("");
  });

  test("name a building of the directory by its number", () => {
    const signs = new Signs();
    const veiled = veiledDocument(sheet(["awa"], "refuge-demo"), signs);
    const shown = signOfAlias(sheet(["awa"], "refuge-demo"), signs);
    expect(shown(veiled.professionals[0]?.organisation ?? "")).toBe("2");
    expect(shown("refuge-demo")).toBe("");
  });

  test("go on after Z", () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
  });
});
