import { afterEach, describe, expect, test } from "vitest";

import { textWidth, wrap } from "../src/geometry/wrap";
import { bm } from "../src/i18n/bm";
import { en } from "../src/i18n/en";
import { fr } from "../src/i18n/fr";
import { lang, speak, t, tongue, tongues } from "../src/i18n";
import { completed, holdsWords } from "../src/i18n/pack";
import { frenchSpaces, mapTexts, pseudo, type Tree } from "../src/i18n/typography";
import { matching } from "../src/parts/matching";
import { dateInWords, fold } from "../src/parts/words";
import { periodInWords } from "../src/views/directory/ServiceItem";

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return [1, 2].map((n) => [`${here}(${n})`, (value as (...of: unknown[]) => string)(n, n)]);
    return leaves(value, here);
  });
}

describe("the dictionaries", () => {
  afterEach(() => speak("fr"));

  test("are one alone until the other is asked for; the last asked for is the one that stays", async () => {
    const english = speak("en");
    expect(lang.value).toBe("fr");
    await Promise.all([english, speak("fr")]);
    expect([lang.value, t().app.close]).toEqual(["fr", "Fermer"]);
  });

  test("have the same keys, and no empty text", () => {
    const names = (tree: Tree): string[] => leaves(tree).map(([name]) => name);
    expect(names(en)).toEqual(names(fr));
    expect(
      leaves(fr)
        .concat(leaves(en))
        .filter(([, text]) => text.trim() === ""),
    ).toEqual([]);
  });

  test("do not leave a French sentence in English", () => {
    const same = leaves(fr).filter(
      ([name, text]) => text.length > 16 && leaves(en).some(([other, english]) => other === name && english === text),
    );
    expect(same).toEqual([]);
  });

  test("keep French signs from starting a line", () => {
    expect(frenchSpaces("Où : « là » ?")).toBe("Où\u00a0: «\u00a0là\u00a0»\u00a0?");
    expect(t().nav.help).toBe("Qui peut aider\u00a0?");
  });

  test("can be wrapped whole, made texts included", () => {
    const wrapped = mapTexts(fr, pseudo);
    expect(wrapped.app.close).toBe("⟦Fermer⟧");
    expect(wrapped.situations.persons(2)).toBe("⟦2 personnes⟧");
  });

  test("of a pack have the keys of the French ones, and no empty text", () => {
    const french = leaves(fr).map(([name]) => name);
    for (const [name, text] of leaves(bm as Tree)) {
      expect(french).toContain(name);
      expect(text.trim()).not.toBe("");
    }
  });

  test("of a pack are completed in French, and offered only when they say something", () => {
    expect(leaves(completed(fr, {}))).toEqual(leaves(fr));
    const some = completed(fr, { app: { close: "A datugu" }, situations: { persons: (n: number) => `mɔgɔ ${n}` } });
    expect([some.app.close, some.app.cancel, some.situations.persons(3)]).toEqual(["A datugu", fr.app.cancel, "mɔgɔ 3"]);
    // A text where a made one is due, or an empty one, is no text.
    const wrong = completed(fr, { situations: { persons: "mɔgɔ" }, app: { close: "" } });
    expect([wrong.situations.persons(2), wrong.app.close]).toEqual(["2 personnes", fr.app.close]);
    expect([holdsWords({}), holdsWords({ app: {} }), holdsWords({ app: { close: "A datugu" } })]).toEqual([false, false, true]);
    expect(tongues.includes("bm")).toBe(holdsWords(bm));
  });

  test("of a pack leave what the server says in French", () => {
    void speak("bm");
    expect([tongue.value, lang.value, document.documentElement.lang]).toEqual(["bm", "fr", "bm"]);
    if (!holdsWords(bm)) expect(t().app.close).toBe("Fermer");
  });

  test("change <html lang> with the language", async () => {
    await speak("en");
    expect(document.documentElement.lang).toBe("en");
    expect(lang.value).toBe("en");
    expect(t().app.close).toBe("Close");
  });
});

describe("small handling of words", () => {
  test("searches without accents or case", () => {
    expect(fold("Élève ÉTÉ")).toBe("eleve ete");
    const options = [
      { value: "a", label: "Croix-Rouge malienne", hint: "CRM" },
      { value: "b", label: "Maison du Migrant", hint: "MDM" },
      { value: "c", label: "Réseau des maliens", hint: "RM" },
    ];
    expect(matching(options, "mali").map((one) => one.value)).toEqual(["a", "c"]);
    expect(matching(options, "réseau").map((one) => one.value)).toEqual(["c"]);
    expect(matching(options, "mdm").map((one) => one.value)).toEqual(["b"]);
    expect(matching(options, "")).toHaveLength(3);
  });

  test("puts what is called so first, then whole words, then beginnings", () => {
    const options = [
      { value: "beginning", label: "Les maisons de migrants" },
      { value: "words", label: "Migrants d'une maison" },
      { value: "inside", label: "Consortium de la Maison du Migrant" },
      { value: "start", label: "Maison du Migrant de Gao", hint: "MMG" },
      { value: "whole", label: "Autre nom", hint: "Maison du Migrant" },
    ];
    const found = (typed: string): string[] => matching(options, typed).map((one) => one.value);
    expect(found("maison du migrant")).toEqual(["whole", "start", "inside"]);
    expect(found("maison")).toEqual(["start", "whole", "words", "inside", "beginning"]);
    expect(found("mais migr")).toEqual(["beginning", "words", "inside", "start", "whole"]);
    expect(found("maison xyz")).toEqual([]);
    expect(found("ison-migr")).toHaveLength(5);
  });

  test.each([
    ["2023", "fr", "2023"],
    ["2023-04", "fr", "avril 2023"],
    ["2023-04-09", "en", "9 April 2023"],
    ["vers 2009", "fr", "vers 2009"],
  ] as const)("writes the date %s in %s as %s", (date, language, said) => {
    expect(dateInWords(date, language)).toBe(said);
  });

  test.each([
    ["2009/", "depuis 2009"],
    ["2021-12/2023-11", "de décembre 2021 à novembre 2023"],
    ["/2015", "jusqu'à 2015"],
    ["2018", "2018"],
    ["depuis toujours", "depuis toujours"],
    ["", ""],
  ])("says the period %s as %s", (period, words) => {
    expect(periodInWords(period)).toBe(words);
  });

  test("wraps by the font's own widths, whole, without ellipsis", () => {
    const text = "oriente vers le centre d'accueil, à vérifier par téléphone";
    const lines = wrap(text, 15, 160);
    expect(lines.join(" ")).toBe(text);
    expect(Math.max(...lines.map((line) => textWidth(line, 15)))).toBeLessThanOrEqual(160);
    expect(wrap("Anticonstitutionnellement", 15, 60).join("")).toBe("Anticonstitutionnellement");
    expect(wrap("", 15, 60)).toEqual([]);
  });
});

test("every text of the dictionary is used somewhere", async () => {
  const sources = Object.values(import.meta.glob("../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true })) as string[];
  const code = sources.filter((source) => !source.startsWith("/** Tous les textes") && !source.startsWith("/** Every text of the page")).join("\n");
  // Texts of a table of codes are found by their code.
  const tables = ["palettes", "keep", "kept", "kinds", "unknowns", "statuses", "urgencies", "groups", "nav", "symbolSets", "languages"];
  tables.push("checks", "paperNames", "bys", "columns", "slip", "filters", "none", "steps", "reasons", "outcomes", "scopes", "priorities", "ways");
  tables.push("menu", "links", "keys", "status", "refused", "gone", "hints", "now", "fate");
  const unused = leaves(fr)
    .map(([name]) => name.replace(/\(\d\)$/, "").split(".").slice(1))
    .filter((path) => !tables.some((table) => path.slice(0, -1).includes(table)))
    .filter((path) => !new RegExp(`\\.${path.at(-1)}\\b`).test(code));
  expect(unused).toEqual([]);
});
