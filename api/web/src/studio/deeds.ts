/**
 * Deeds: what an intent means on this sheet, made into one change. Where something is put down decides where it belongs:
 * in a home, in a building, or nowhere. Nothing else moves.
 */
import * as acts from "../gestures/acts";
import type { Change, Made, Maker } from "../gestures/acts";
import { inside } from "../geometry/box";
import type { SituationDocument } from "../model/situation";
import type { SceneNode } from "../scene/scene";
import type { Point } from "./intents";
import type { Addable } from "./keys";
import { nextLetter } from "./letters";
import { kindOf, livesIn } from "./membership";

/** Something in its place on the sheet, in mm. */
export type Placed = Pick<SceneNode, "id" | "box" | "centre" | "parent">;

/** The sheet on which one acts. */
export interface Sheet {
  readonly document: SituationDocument;
  /** Everything that stands, as drawn now. */
  readonly nodes: ReadonlyMap<string, Placed>;
}

/** Put something new at a point; inside a home or a building it belongs there. */
export function add(m: Maker, sheet: Sheet, what: Addable, at: Point): Made {
  const here: acts.Point = [at.x, at.y];
  const { home, building } = containersAt(sheet, at);
  if (what === "person") {
    const label = nextLetter(sheet.document);
    return acts.addPerson(m, { at: here, label, ...(home ? { household: home } : {}) });
  }
  if (what === "professional") return acts.addProfessional(m, { at: here, ...(building ? { organisation: building } : {}) });
  if (what === "institution") return acts.addInstitution(m, { at: here });
  if (what === "household") return acts.addHousehold(m, { at: here, ...(building ? { housedBy: building } : {}) });
  return acts.addUndecided(m, { at: here });
}

/** The innermost home and the building under a point; `without` and what it holds are not seen. */
export function containersAt(sheet: Sheet, at: Point, without?: string): { home?: string; building?: string } {
  const found: { home?: string; building?: string } = {};
  for (const { id, box, parent } of sheet.nodes.values()) {
    if (id === without || parent === without || !inside(box, [at.x, at.y])) continue;
    const kind = kindOf(sheet.document, id);
    if (kind === "household") found.home = id;
    else if (kind === "institution" || kind === "organisation") found.building = id;
  }
  return found;
}

/** Move something by so much, with all it holds; where it is put down (`at`, the finger) decides where it belongs. */
export function moved(m: Maker, sheet: Sheet, id: string, by: Point, at: Point): Change {
  const shifted: Record<string, acts.Point> = {};
  for (const one of [id, ...heldBy(sheet, id)]) {
    const node = sheet.nodes.get(one);
    if (!node) continue;
    const [x, y] = node.centre;
    shifted[one] = [x + by.x, y + by.y];
  }
  return acts.join(acts.place(m, { ...left(sheet, id, at), ...shifted }), ...belonging(m, sheet, id, at));
}

/** Ids of all that stands in a home or building, homes in buildings included. */
function heldBy(sheet: Sheet, id: string): string[] {
  const members = [...sheet.nodes.values()].filter(({ parent }) => parent === id).map((one) => one.id);
  return members.flatMap((one) => [one, ...heldBy(sheet, one)]);
}

/** What changes about where it belongs when it is put down there. */
function belonging(m: Maker, sheet: Sheet, id: string, at: Point): Change[] {
  const { document } = sheet;
  const { home, building } = containersAt(sheet, at, id);
  const kind = kindOf(document, id);
  if (kind === "person") {
    const before = livesIn(document, id);
    return (home ?? null) === before ? [] : [acts.settle(m, document, { person: id, household: home ?? null })];
  }
  if (kind === "professional") {
    const before = document.professionals.find((one) => one.id === id)?.organisation ?? null;
    return (building ?? null) === before ? [] : [acts.change(m, id, { organisation: building ?? null })];
  }
  if (kind === "household") {
    const before = document.households.find((one) => one.id === id)?.housed_by ?? null;
    return (building ?? null) === before ? [] : [acts.change(m, id, { housed_by: building ?? null })];
  }
  return [];
}

/** A home or building whose last one leaves keeps its place. */
function left(sheet: Sheet, id: string, at: Point): Record<string, acts.Point> {
  const node = sheet.nodes.get(id);
  const parent = node?.parent ? sheet.nodes.get(node.parent) : undefined;
  if (!parent || inside(parent.box, [at.x, at.y]) || heldBy(sheet, parent.id).some((one) => one !== id)) return {};
  return { [parent.id]: parent.centre };
}

/** A home around those who stand inside a drawn line; an empty home in the middle of it when nobody does. */
export function surrounded(m: Maker, sheet: Sheet, line: readonly Point[]): Made {
  const people = [...sheet.nodes.values()]
    .filter(({ id }) => kindOf(sheet.document, id) === "person")
    .filter((node) => within(line, node.centre))
    .map(({ id }) => id);
  return homeAround(m, sheet, people, middleOf(line));
}

/** A new home of these people; `at` says where it stands while nobody lives there. */
export function homeAround(m: Maker, sheet: Sheet, people: readonly string[], at: Point): Made {
  const { building } = containersAt(sheet, at);
  const home = acts.addHousehold(m, { at: [at.x, at.y], ...(building ? { housedBy: building } : {}) });
  const settled = people.map((person) => acts.settle(m, sheet.document, { person, household: home.id }));
  return { ...acts.join(home, ...settled), id: home.id };
}

function middleOf(line: readonly Point[]): Point {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** Whether a point lies inside a closed line: a ray from it crosses the line an odd number of times. */
export function within(line: readonly Point[], [x, y]: acts.Point): boolean {
  let odd = false;
  line.forEach((a, index) => {
    const b = line[(index + 1) % line.length];
    if (!b || a.y > y === b.y > y) return;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) odd = !odd;
  });
  return odd;
}
