// @vitest-environment node
/** A desk over nothing: what is done shows at once, is undone to nothing and done again to the same bytes. */
import { expect, test } from "vitest";

import {
  addHousehold,
  addPerson,
  addProfessional,
  agree,
  change,
  changeSide,
  drawArrow,
  join,
  link,
  place,
  remove,
  settle,
  type Maker,
} from "../src/gestures/acts";
import { canonicalJson } from "../src/gestures/digest";
import { fold } from "../src/gestures/fold";
import { soloDesk, type Desk } from "../src/studio/desk";
import { chanceOf } from "./bad-network";

function counted(by = "local"): Maker {
  let [ids, at] = [0, Date.UTC(2026, 0, 1)];
  return {
    by,
    lang: "fr",
    now: () => new Date(at++).toISOString(),
    uuid: () => `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, "0")}`,
  };
}

function drawn(): { desk: Desk; m: Maker; a: string; w: string; home: string; arrow: string } {
  const m = counted();
  const desk = soloDesk({ id: "feuille", lang: "fr", keeping: "file", maker: m });
  const home = addHousehold(m, { at: [60, 60] });
  expect(desk.act(home)).toBeNull();
  const a = addPerson(m, { at: [50, 50], label: "Tante de A", household: home.id });
  expect(desk.act(a)).toBeNull();
  const w = addProfessional(m, { at: [120, 40.005], role: "agent d'accueil" });
  expect(desk.act(w)).toBeNull();
  const arrow = drawArrow(m, { activator: a.id, activated: w.id });
  expect(desk.act(arrow)).toBeNull();
  return { desk, m, a: a.id, w: w.id, home: home.id, arrow: arrow.id };
}

test("what is drawn is there, in hundredths of a millimetre", () => {
  const { desk, a, w, home } = drawn();
  expect(desk.document.persons[0]?.label).toEqual({ fr: "Tante de A", en: "" });
  expect(desk.document.memberships).toMatchObject([{ person: a, household: home }]);
  expect(desk.document.positions).toContainEqual([w, 12000, 4001]);
  expect(desk.document.activations).toMatchObject([{ activator: a, activated: w, order: 1 }]);
});

test("undo to nothing, redo to the same bytes", () => {
  const { desk } = drawn();
  const full = canonicalJson(desk.document);
  const empty = canonicalJson(fold("feuille", [], {}));
  for (let round = 0; round < 2; round++) {
    let steps = 0;
    for (; desk.canUndo; steps++) desk.undo();
    expect(steps).toBe(4);
    expect(canonicalJson(desk.document)).toBe(empty);
    expect(desk.canRedo).toBe(true);
    for (; desk.canRedo; steps--) desk.redo();
    expect(steps).toBe(0);
    expect(canonicalJson(desk.document)).toBe(full);
  }
});

test("a new act after undo leaves nothing to redo", () => {
  const { desk, m } = drawn();
  desk.undo();
  desk.act(addPerson(m, { at: [1, 1] }));
  expect(desk.canRedo).toBe(false);
});

test("a refused act changes nothing", () => {
  const { desk, m, a, w } = drawn();
  const before = desk.log;
  expect(desk.act(drawArrow(m, { activator: a, activated: a }))).toBe("E03");
  expect(desk.act(drawArrow(m, { activator: a, activated: "nobody" }))).toBe("E02");
  expect(desk.act(link(m, { a, b: w, kind: "couple" }))).toBe("E05");
  expect(desk.act(change(m, "nobody", { label: "x" }))).toBe("unknown_element");
  expect(desk.act(change(m, a, { label: "x".repeat(121) }))).toBe("text_too_long");
  expect(desk.act(change(m, a, { role: "x" }))).toBe("field_of_another_kind");
  expect(desk.log).toBe(before);
});

test("joined acts are one step, or none at all", () => {
  const { desk, m, a } = drawn();
  const before = canonicalJson(desk.document);
  const b = addPerson(m, { at: [70, 50] });
  expect(desk.act(join(b, drawArrow(m, { activator: a, activated: "nobody" })))).toBe("E02");
  expect(canonicalJson(desk.document)).toBe(before);
  expect(desk.act(join(b, link(m, { a, b: b.id, kind: "couple" }), place(m, { [a]: [1, 2] })))).toBeNull();
  desk.undo();
  expect(canonicalJson(desk.document)).toBe(before);
});

test("a person moves: with a date the former home stays, without one it was a mistake", () => {
  const { desk, m, a, home } = drawn();
  const other = addHousehold(m, { at: [10, 10] });
  desk.act(other);
  desk.act(settle(m, desk.document, { person: a, household: other.id, on: "2024" }));
  expect(desk.document.memberships).toMatchObject([
    { household: home, until: "2024" },
    { household: other.id, since: "2024", until: null },
  ]);
  desk.act(settle(m, desk.document, { person: a, household: null }));
  expect(desk.document.memberships).toMatchObject([{ household: home }]);
});

test("withdraw leaves nothing: not in the log, nor the texts, nor undo", () => {
  const { desk, a } = drawn();
  desk.withdraw(a);
  const held = JSON.stringify([desk.log, desk.texts, desk.document, desk.marks]);
  expect(held).not.toContain("Tante");
  expect(held).not.toContain(a);
  for (; desk.canUndo; ) desk.undo();
  expect(desk.document.persons).toEqual([]);
});

test("frame k is the document after gesture k", () => {
  const { desk } = drawn();
  desk.log.forEach((_, k) => expect(desk.journal.documentAt(k)).toEqual(fold("feuille", desk.log.slice(0, k), desk.texts)));
  expect(desk.journal.documentAt(desk.log.length)).toBe(desk.document);
});

test("whatever was done: undo to nothing, redo to the same bytes, also on a page opened again in between", () => {
  for (let run = 0; run < 60; run++) {
    const chance = chanceOf(run);
    const m = counted();
    let desk = soloDesk({ id: "feuille", lang: "fr", keeping: "file", maker: m });
    for (let n = 0; n < 25; n++) something(desk, m, chance);
    while (desk.canRedo) desk.redo();
    const full = canonicalJson(desk.document);
    let steps = 0;
    for (; desk.canUndo; steps++) {
      desk.undo();
      if (steps % 3 === 1) desk = again(desk, m);
    }
    expect(canonicalJson(desk.document)).toBe(canonicalJson(fold("feuille", [], {})));
    for (; steps > 0; steps--) {
      desk.redo();
      if (steps % 4 === 1) desk = again(desk, m);
    }
    expect(desk.canRedo).toBe(false);
    expect(canonicalJson(desk.document), `run ${run}`).toBe(full);
  }
});

/** The same sheet on a page opened anew: only the log tells what may be undone. */
function again(desk: Desk, maker: Maker): Desk {
  const log = { version: desk.log.length, after: 0, complete: true, gestures: [...desk.log], texts: desk.texts };
  return soloDesk({ id: "feuille", lang: "fr", keeping: "file", maker, log });
}

function something(desk: Desk, m: Maker, chance: () => number): void {
  const { persons, professionals, households, activations, kinships } = desk.document;
  const pick = <T extends { id: string }>(...of: (readonly T[])[]): string => of.flat()[Math.floor(chance() * of.flat().length)]?.id ?? "nobody";
  const at: [number, number] = [chance() * 100, chance() * 100];
  const figure = (): string => pick<{ id: string }>(persons, professionals);
  const does = [
    () => desk.act(addPerson(m, { at, label: `P${Math.floor(chance() * 99)}` })),
    () => desk.act(addPerson(m, { at, ...(households[0] ? { household: households[0].id } : {}) })),
    () => desk.act(addProfessional(m, { at, role: "agent" })),
    () => desk.act(addHousehold(m, { at, label: "Chez nous" })),
    () => desk.act(drawArrow(m, { activator: figure(), activated: figure() })),
    () => desk.act(drawArrow(m, { activator: figure(), activated: figure() })),
    () => desk.act(link(m, { a: pick(persons), b: pick(persons), kind: "couple" })),
    () => desk.act(change(m, pick(persons), { label: `Q${Math.floor(chance() * 99)}`, birth: "1990" })),
    () => desk.act(change(m, pick(activations), { status: "ended", when: "2020" })),
    () => desk.act(settle(m, desk.document, { person: pick(persons), household: pick(households), ...(chance() < 0.5 ? { on: "2021" } : {}) })),
    () => desk.act(changeSide(m, figure(), chance() < 0.5 ? "living" : "working", true)),
    () => desk.act(remove(m, pick<{ id: string }>(persons, professionals, households, activations, kinships))),
    () => desk.act(place(m, { [figure()]: at })),
    () => desk.act(agree(m, pick(activations), chance() < 0.7)),
    () => desk.undo(),
    () => desk.redo(),
    () => (chance() < 0.15 ? desk.withdraw(pick(persons)) : undefined),
  ];
  does[Math.floor(chance() * does.length)]?.();
}
