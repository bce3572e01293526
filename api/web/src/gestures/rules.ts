/**
 * The rules that refuse, E02 to E06 and E10: the twin of sociogram/rules/situation_rules.py, in the same order. What a
 * rule says to people is in the dictionaries; here a breach is a code and the elements concerned.
 */
import type { Activation, Membership, SituationDocument, Words } from "../model/situation";
import { firstDay, lastDay, onOrBefore } from "./dates";

export type RuleCode = "E02" | "E03" | "E04" | "E05" | "E06" | "E10";

/** `what` tells apart the sentences of one code. */
export interface Breach {
  code: RuleCode;
  elements: readonly string[];
  what: string;
}

/** The organisations of the directory that arrows may end at. */
export interface Known {
  has(id: string): boolean;
}

const MAX_PARENTS = 2;

export function brokenRules(document: SituationDocument, known: Known): Breach[] {
  const sheet = new Standing(document);
  return [
    ...missingEnds(sheet, known),
    ...document.activations.filter((one) => one.activator === one.activated).map((one) => breach("E03", [one.id])),
    ...arrowsToOwnMembers(sheet),
    ...kinshipOnTheWorkingSide(sheet),
    ...undecidedEnds(sheet),
    ...impossibleLives(document),
    ...impossibleSpans(document),
    ...impossibleFiliations(document),
  ];
}

/** Two breaches are the same fact when this is the same. */
export function breachKey({ code, elements, what }: Breach): string {
  return JSON.stringify([code, what, ...elements]);
}

function breach(code: RuleCode, elements: readonly string[], what = ""): Breach {
  return { code, elements, what };
}

/** The elements of a document by id. */
class Standing {
  readonly persons;
  readonly households;
  readonly professionals;
  readonly institutions;
  readonly undecided;

  constructor(readonly document: SituationDocument) {
    this.persons = byId(document.persons);
    this.households = byId(document.households);
    this.professionals = byId(document.professionals);
    this.institutions = byId(document.institutions);
    this.undecided = byId(document.undecided);
  }

  has(id: string): boolean {
    return [this.persons, this.professionals, this.households, this.institutions, this.undecided].some((part) => part.has(id));
  }
}

function byId<T extends { id: string }>(elements: readonly T[]): ReadonlyMap<string, T> {
  return new Map(elements.map((one) => [one.id, one]));
}

function missingEnds(sheet: Standing, known: Known): Breach[] {
  const stands = (id: string): boolean => sheet.has(id) || known.has(id);
  return sheet.document.activations
    .filter(({ activator, activated }) => !stands(activator) || !stands(activated))
    .map(({ id }) => breach("E02", [id]));
}

function arrowsToOwnMembers(sheet: Standing): Breach[] {
  const homes = new Map<string, Membership[]>();
  for (const stay of sheet.document.memberships) {
    const key = JSON.stringify([stay.household, stay.person]);
    homes.set(key, [...(homes.get(key) ?? []), stay]);
  }
  const holds = (arrow: Activation<Words>, container: string, member: string): boolean =>
    (homes.get(JSON.stringify([container, member])) ?? []).some((stay) => covers(stay, arrow)) ||
    sheet.professionals.get(member)?.organisation === container ||
    sheet.households.get(member)?.housed_by === container;
  return sheet.document.activations
    .filter((one) => holds(one, one.activator, one.activated) || holds(one, one.activated, one.activator))
    .map((one) => breach("E04", [one.id, one.activator, one.activated]));
}

/** Whether the person may have lived there then; an arrow without date is of the home still lived in. */
function covers(stay: Membership, arrow: Activation<Words>): boolean {
  if (arrow.when === null) return stay.until === null;
  const begun = stay.since === null || onOrBefore(stay.since, arrow.when);
  return begun && (stay.until === null || onOrBefore(arrow.when, stay.until));
}

function kinshipOnTheWorkingSide(sheet: Standing): Breach[] {
  return sheet.document.kinships
    .filter(({ a, b, kind }) => {
      if (sheet.undecided.has(a) || sheet.undecided.has(b)) return false;
      const living = Number(sheet.persons.has(a)) + Number(sheet.persons.has(b));
      return a === b || living !== (kind === "same_person" ? 1 : 2);
    })
    .map(({ id, a, b }) => breach("E05", [id, a, b]));
}

function undecidedEnds(sheet: Standing): Breach[] {
  const ends = [
    ...sheet.document.activations.flatMap(({ id, activator, activated }) => [[activator, id], [activated, id]]),
    ...sheet.document.kinships.flatMap(({ id, a, b }) => [[a, id], [b, id]]),
  ] as [string, string][];
  return ends.filter(([end]) => sheet.undecided.has(end)).map(([end, line]) => breach("E06", [end, line]));
}

function impossibleLives(document: SituationDocument): Breach[] {
  const before = document.persons
    .filter(({ birth, death }) => birth !== null && death !== null && lastDay(death) < firstDay(birth))
    .map(({ id }) => breach("E10", [id], "before birth"));
  const deaths = new Map(document.persons.map(({ id, death }) => [id, death]));
  const after = document.activations
    .filter(({ activator, when }) => {
      const death = deaths.get(activator) ?? null;
      return death !== null && when !== null && firstDay(when) > lastDay(death);
    })
    .map(({ id, activator }) => breach("E10", [id, activator], "after death"));
  return [...before, ...after];
}

function impossibleSpans(document: SituationDocument): Breach[] {
  const backwards = ({ since, until }: { since: string | null; until: string | null }): boolean =>
    since !== null && until !== null && lastDay(until) < firstDay(since);
  return [
    ...document.memberships.filter(backwards).map(({ id, person, household }) => breach("E10", [id, person, household], "ends first")),
    ...document.kinships.filter(backwards).map(({ id, a, b }) => breach("E10", [id, a, b], "ends first")),
  ];
}

function impossibleFiliations(document: SituationDocument): Breach[] {
  const parents = new Map<string, string[]>();
  for (const { kind, a, b } of document.kinships) {
    if (kind !== "filiation") continue;
    const known = parents.get(b) ?? [];
    if (!known.includes(a)) known.push(a);
    parents.set(b, known);
  }
  const many = [...parents].filter(([, known]) => known.length > MAX_PARENTS);
  return [
    ...many.map(([child, known]) => breach("E10", [child, ...known], "parents")),
    ...cycles(parents).map((cycle) => breach("E10", cycle, "ancestor")),
  ];
}

/** Each cycle of filiation once, walking without recursion. */
function cycles(parents: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const waiting: [string, boolean][] = [[start, false]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [person, leaving] = next;
      if (leaving) done.add(path.pop() ?? "");
      else if (path.includes(person)) found.push(path.slice(path.indexOf(person)));
      else if (!done.has(person)) {
        path.push(person);
        waiting.push([person, true]);
        for (const parent of [...(parents.get(person) ?? [])].reverse()) waiting.push([parent, false]);
      }
    }
  }
  return found;
}
