import { describe, expect, test } from "vitest";

import * as acts from "../src/gestures/acts";
import { fold } from "../src/gestures/fold";
import type { Change, Maker } from "../src/gestures/acts";
import type { SituationDocument } from "../src/model/situation";
import * as deeds from "../src/studio/deeds";
import { isLetter, nextLetter } from "../src/studio/letters";
import { livesIn } from "../src/studio/membership";

function membersOf(document: SituationDocument, household: string): string[] {
  return document.memberships.filter((one) => one.household === household && one.until === null).map(({ person }) => person);
}

function maker(): Maker {
  let count = 0;
  return { by: "local", lang: "fr", now: () => new Date(++count).toISOString(), uuid: () => `id-${++count}` };
}

/** A sheet of boxes 20 wide around the centres given, without any drawing. */
class Table {
  readonly m = maker();
  readonly changes: Change[] = [];
  readonly nodes = new Map<string, deeds.Placed>();

  get document(): SituationDocument {
    const texts = Object.assign({}, ...this.changes.map((one) => one.texts));
    return fold("s", this.changes.flatMap((one) => one.gestures), texts);
  }

  do(change: Change): Change {
    this.changes.push(change);
    return change;
  }

  put(made: acts.Made, [x, y]: [number, number], parent: string | null = null, half = 10): string {
    this.do(made);
    this.nodes.set(made.id, { id: made.id, box: { x: x - half, y: y - half, w: 2 * half, h: 2 * half }, centre: [x, y], parent });
    return made.id;
  }

  at(id: string): [number, number] | undefined {
    const found = this.document.positions.find(([one]) => one === id);
    return found && [found[1] / 100, found[2] / 100];
  }
}

/** A person in a home, a professional in a building. */
function table() {
  const it = new Table();
  const home = it.put(acts.addHousehold(it.m, { at: [50, 50] }), [50, 50], null, 20);
  const person = it.put(acts.addPerson(it.m, { at: [50, 50], household: home }), [50, 50], home, 5);
  const service = it.put(acts.addInstitution(it.m, { at: [150, 50] }), [150, 50], null, 20);
  const worker = it.put(acts.addProfessional(it.m, { at: [150, 50], organisation: service }), [150, 50], service, 5);
  return { it, home, person, service, worker };
}

describe("putting something new", () => {
  test("inside a home a person lives there, inside a building a professional works there", () => {
    const { it, home, service } = table();
    const person = it.do(deeds.add(it.m, it, "person", { x: 55, y: 55 })) as acts.Made;
    expect(livesIn(it.document, person.id)).toBe(home);
    const worker = it.do(deeds.add(it.m, it, "professional", { x: 150, y: 60 })) as acts.Made;
    expect(it.document.professionals.find(({ id }) => id === worker.id)?.organisation).toBe(service);
    const housed = it.do(deeds.add(it.m, it, "household", { x: 145, y: 60 })) as acts.Made;
    expect(it.document.households.find(({ id }) => id === housed.id)?.housed_by).toBe(service);
  });

  test("on paper it belongs nowhere, and stands where it was put", () => {
    const { it } = table();
    for (const what of ["person", "professional", "institution", "household", "undecided"] as const) {
      const made = it.do(deeds.add(it.m, it, what, { x: 100, y: 150 })) as acts.Made;
      expect(it.at(made.id)).toEqual([100, 150]);
    }
    expect(it.document.memberships).toHaveLength(1);
    expect(it.document.professionals.at(-1)?.organisation).toBeNull();
  });

  test("people get letters that nobody has", () => {
    const { it } = table();
    expect(nextLetter(it.document)).toBe("A");
    const first = it.do(deeds.add(it.m, it, "person", { x: 100, y: 150 })) as acts.Made;
    const second = it.do(deeds.add(it.m, it, "person", { x: 120, y: 150 })) as acts.Made;
    expect(it.document.persons.map(({ label }) => label?.fr)).toEqual([undefined, "A", "B"]);
    it.do(acts.change(it.m, first.id, { label: "Awa" }));
    expect(nextLetter(it.document)).toBe("A");
    it.do(acts.remove(it.m, second.id));
    expect(nextLetter(it.document)).toBe("A");
    expect([isLetter("A"), isLetter("AB"), isLetter("Awa"), isLetter("")]).toEqual([true, true, false, false]);
  });

  test("after Z comes AA", () => {
    const it = new Table();
    for (let count = 0; count < 28; count++) it.do(deeds.add(it.m, it, "person", { x: 0, y: 0 }));
    expect(it.document.persons.slice(25).map(({ label }) => label?.fr)).toEqual(["Z", "AA", "AB"]);
  });
});

describe("moving", () => {
  test("within its home nothing changes but the place", () => {
    const { it, home, person } = table();
    it.do(deeds.moved(it.m, it, person, { x: 5, y: 2 }, { x: 55, y: 52 }));
    expect(it.at(person)).toEqual([55, 52]);
    expect(livesIn(it.document, person)).toBe(home);
  });

  test("out of a home is no home; the empty home keeps its place", () => {
    const { it, home, person } = table();
    it.do(deeds.moved(it.m, it, person, { x: 0, y: 100 }, { x: 50, y: 150 }));
    expect(livesIn(it.document, person)).toBeNull();
    expect(it.at(home)).toEqual([50, 50]);
  });

  test("into another home is living there, and there only", () => {
    const { it, home, person } = table();
    const other = it.put(acts.addHousehold(it.m, { at: [50, 150] }), [50, 150], null, 20);
    it.do(deeds.moved(it.m, it, person, { x: 0, y: 100 }, { x: 50, y: 150 }));
    expect(membersOf(it.document, other)).toEqual([person]);
    expect(membersOf(it.document, home)).toEqual([]);
  });

  test("a professional moves from building to building, a home is housed", () => {
    const { it, worker, home, person, service } = table();
    const other = it.put(acts.addInstitution(it.m, { at: [150, 150] }), [150, 150], null, 30);
    it.do(deeds.moved(it.m, it, worker, { x: 0, y: 100 }, { x: 150, y: 150 }));
    expect(it.document.professionals[0]?.organisation).toBe(other);
    it.do(deeds.moved(it.m, it, home, { x: 100, y: 0 }, { x: 150, y: 50 }));
    expect(it.document.households[0]?.housed_by).toBe(service);
    expect(it.at(person)).toEqual([150, 50]);
    it.nodes.set(home, { ...it.nodes.get(home)!, parent: service });
    it.do(deeds.moved(it.m, it, home, { x: 0, y: 200 }, { x: 150, y: 250 }));
    expect(it.document.households[0]?.housed_by).toBeNull();
  });

  test("a building takes all it holds along, and nothing else", () => {
    const { it, service, worker, home } = table();
    const before = it.at(home);
    it.do(deeds.moved(it.m, it, service, { x: 10, y: 20 }, { x: 160, y: 70 }));
    expect([it.at(service), it.at(worker), it.at(home)]).toEqual([[160, 70], [160, 70], before]);
    expect(it.document.professionals[0]?.organisation).toBe(service);
  });
});

describe("surrounding", () => {
  const square = (x: number, y: number, size: number) => [
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ];

  test("a line around people is their home; nobody moves", () => {
    const it = new Table();
    const a = it.put(acts.addPerson(it.m, { at: [20, 20] }), [20, 20]);
    const b = it.put(acts.addPerson(it.m, { at: [40, 20] }), [40, 20]);
    const c = it.put(acts.addPerson(it.m, { at: [90, 20] }), [90, 20]);
    it.put(acts.addProfessional(it.m, { at: [30, 30] }), [30, 30]);
    const made = deeds.surrounded(it.m, it, square(10, 10, 40));
    it.do(made);
    expect(membersOf(it.document, made.id)).toEqual([a, b]);
    expect([it.at(a), it.at(c)]).toEqual([[20, 20], [90, 20]]);
  });

  test("a line around nobody is an empty home in its middle", () => {
    const it = new Table();
    const made = deeds.surrounded(it.m, it, square(10, 10, 40));
    it.do(made);
    expect(it.at(made.id)).toEqual([30, 30]);
  });

  test("inside and outside are told apart for a bent line too", () => {
    const bent = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 40 },
      { x: 30, y: 40 },
      { x: 30, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(deeds.within(bent, [35, 30])).toBe(true);
    expect(deeds.within(bent, [10, 30])).toBe(false);
    expect(deeds.within([], [0, 0])).toBe(false);
  });
});
