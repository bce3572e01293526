// @vitest-environment node
/** Replay: frame k is the document after gesture k; steps are what people see as one thing; both languages speak. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { fold } from "../src/gestures/fold";
import { Journal } from "../src/gestures/journal";
import { en } from "../src/i18n/en";
import { fr } from "../src/i18n/fr";
import type { AnyGesture } from "../src/model/gestures";
import { clamped, nextInPlay, pauseFor, startOfPlay, turned } from "../src/studio/player";
import { Drawing, storyOf, type Spoken } from "../src/studio/replay";
import { datesOf, stepsOf } from "../src/studio/timeline";
import { phrasesOf } from "../src/views/studio/replay/phrases";
import { pensIn } from "./pens-for-tests";

const FOLDER = fileURLToPath(new URL("../../../tests/vectors/gestures/", import.meta.url));

interface Vector {
  name: string;
  gestures: AnyGesture[];
  texts: Record<string, { fr?: string; en?: string }>;
  document: { id: string };
}

const vectors = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(FOLDER + name, "utf-8")) as Vector);

const spoken = (lang: "fr" | "en"): Spoken => ({ pens: pensIn(lang), names: (id) => `Service ${id}` });
const LANGUAGES = { fr, en } as const;
const sheetOf = ({ document: { id }, gestures: log, texts }: Vector) => new Journal(id, log, texts);

describe("the drawing, shown again", () => {
  test("frame k is the document after gesture k, for every random log", () => {
    for (const vector of vectors) {
      const sheet = sheetOf(vector);
      const drawing = new Drawing(sheet);
      expect(drawing.frame(0)).toEqual(fold(sheet.id, [], {}));
      for (let at = 0; at <= drawing.last; at++) {
        const k = drawing.gesturesAt(at);
        expect(drawing.frame(at), `${vector.name}, frame ${at}`).toEqual(fold(sheet.id, sheet.log.slice(0, k), sheet.texts));
        expect(drawing.frame(at)).toEqual(sheet.documentAt(k));
      }
      expect(drawing.frame(drawing.last)).toEqual(sheet.document);
    }
  });

  test("steps hold every gesture once, in order", () => {
    for (const { gestures } of vectors) expect(stepsOf(gestures).flatMap((step) => step.gestures)).toEqual(gestures);
  });

  test.each(["fr", "en"] as const)("every step has a sentence in %s, without a code or an id in it", (lang) => {
    for (const vector of vectors) {
      const drawing = new Drawing(sheetOf(vector));
      for (let at = 1; at <= drawing.last; at++) {
        const said = drawing.sentence(at, spoken(lang), phrasesOf(LANGUAGES[lang]));
        expect(said.length, `${vector.name}, step ${at}`).toBeGreaterThan(5);
        expect(said).not.toMatch(/undefined|null|\b(VV|VT|TV|TT)\b|\{/);
      }
    }
  });

  test("the last frame is never an earlier one kept from before", () => {
    const [vector] = vectors;
    if (!vector) throw new Error("no vector");
    const drawing = new Drawing(sheetOf(vector));
    expect(drawing.frame(1)).not.toEqual(drawing.frame(drawing.last));
    expect(drawing.frame(1)).toBe(drawing.frame(1));
  });
});

const at = "2026-11-22T08:00:00Z";
let count = 0;
const gesture = (kind: string, args: object, extra: object = {}): AnyGesture =>
  ({ id: `g${++count}`, v: 1, kind, at, by: "me", args, ...extra }) as unknown as AnyGesture;
const kindsOf = (log: AnyGesture[]): string[][] => stepsOf(log).map((step) => step.gestures.map((one) => one.kind));

describe("what is one step", () => {
  test("a person added, placed, housed and named; then moved: two", () => {
    const log = [
      gesture("add_person", { id: "p" }),
      gesture("move_in", { id: "m", person: "p", household: "h" }),
      gesture("place", { at: { p: [1, 1] } }),
      gesture("change", { id: "p", set: { label: "t" } }),
      gesture("place", { at: { p: [2, 2] } }),
    ];
    expect(kindsOf(log)).toEqual([["add_person", "move_in", "place", "change"], ["place"]]);
  });

  test("two people one after the other: two, and an arrow between them a third", () => {
    const log = [
      gesture("add_person", { id: "p" }),
      gesture("place", { at: { p: [1, 1] } }),
      gesture("add_person", { id: "q" }),
      gesture("place", { at: { q: [1, 1] } }),
      gesture("draw", { id: "a", activator: "p", activated: "q" }),
    ];
    expect(kindsOf(log)).toEqual([["add_person", "place"], ["add_person", "place"], ["draw"]]);
  });

  test("what is said of the whole sheet is no step of its own", () => {
    const log = [
      gesture("describe", { fictional: true }),
      gesture("add_person", { id: "p" }),
      gesture("describe", { sensitivity: "public" }),
      gesture("draw", { id: "a", activator: "p", activated: "org" }),
    ];
    expect(kindsOf(log)).toEqual([["describe", "add_person", "describe"], ["draw"]]);
  });

  test("what is taken back at one go is one step, and so is bringing it back", () => {
    const log = [gesture("add_person", { id: "p" }), gesture("place", { at: { p: [1, 1] } })];
    const back = [...log].reverse().map((one) => gesture("undo", { undoes: one.id }));
    const again = [...back].reverse().map((one) => gesture("undo", { undoes: one.id }));
    const steps = stepsOf([...log, ...back, ...again]);
    expect(steps.map((step) => step.back)).toEqual([undefined, "undo", "redo"]);
    expect(steps.map((step) => step.to)).toEqual([2, 4, 6]);
  });

  test("undoing two things, one after the other, is two steps", () => {
    const log = [gesture("add_person", { id: "p" }), gesture("add_person", { id: "q" })];
    expect(stepsOf([...log, ...[...log].reverse().map((one) => gesture("undo", { undoes: one.id }))])).toHaveLength(4);
  });
});

describe("the story and the dates", () => {
  test("arrows are told by their rank, whatever order they were drawn in", () => {
    const log = [
      gesture("add_person", { id: "p", label: "t1" }),
      gesture("add_professional", { id: "w", role: "t2" }),
      gesture("draw", { id: "late", activator: "w", activated: "p", order: 9 }),
      gesture("draw", { id: "first", activator: "p", activated: "w", order: 2, status: "wished" }),
    ];
    const { document } = new Journal("s", log, { t1: { fr: "Awa", en: "" }, t2: { fr: "animatrice", en: "worker" } });
    const told = storyOf(document, spoken("fr"));
    expect(told.map(({ id, number }) => [id, number])).toEqual([["first", 1], ["late", 2]]);
    expect(told.map(({ sentence }) => sentence)).toEqual(["Animatrice serait activé(e) par Awa.", "Awa est activé(e) par animatrice."]);
    expect(storyOf(document, spoken("en"))[0]?.sentence).toBe("Worker would be activated by Awa.");
    const veiled = storyOf(document, { ...spoken("fr"), veil: (id) => (id === "p" ? "A" : "B") });
    expect(veiled[1]?.sentence).toBe("A est activé(e) par B.");
  });

  test("the dates are those of arrows, homes and kinship, oldest first, each once", () => {
    const log = [
      ...["p", "q"].map((id) => gesture("add_person", { id })),
      gesture("add_household", { id: "h" }),
      gesture("move_in", { id: "m", person: "p", household: "h", since: "2020-02-29", until: "2021" }),
      gesture("link", { id: "k", a: "p", b: "q", kind: "couple", since: "2019-05" }),
      gesture("draw", { id: "a", activator: "p", activated: "q", when: "2020-02" }),
      gesture("draw", { id: "b", activator: "p", activated: "q", when: "2021" }),
    ];
    expect(datesOf(new Journal("s", log, {}).document)).toEqual(["2019-05", "2020-02", "2020-02-29", "2021"]);
  });
});

describe("the pace", () => {
  test("leaves time to read each sentence twice", () => {
    // 25 letters a second is fast silent reading; reading twice, slowly, is far under that.
    for (const length of [0, 40, 120]) expect(pauseFor("x".repeat(length))).toBeGreaterThanOrEqual(2500 + (2 * length * 1000) / 40);
  });

  test("steps stay between the blank sheet and the last step", () => {
    expect([turned(null, 1, 5), turned(null, -1, 5), turned(5, 1, 5), turned(0, -1, 5), turned(2, 1, 5)]).toEqual([1, 5, 5, 0, 3]);
    expect([startOfPlay(null, 5), startOfPlay(5, 5), startOfPlay(3, 5), startOfPlay(null, 0)]).toEqual([1, 1, 3, 0]);
    expect([nextInPlay(4, 5), nextInPlay(5, 5)]).toEqual([5, null]);
    expect([clamped(9, 5), clamped(-1, 5)]).toEqual([5, 0]);
  });
});
