/** The story: the arrows in their order, those told until a date, each with the pen of its two ends (sociogram/situation/story.py). */
import type { PensDocument, SideName } from "../api/pens";
import type { PenName } from "../api/types";
import type { Activation, SituationDocument, Words } from "../model/situation";
import { earlier, onOrBefore } from "../gestures/dates";

/** An arrow and its rank in the whole story, from 1. */
export interface Told {
  arrow: Activation<Words>;
  number: number;
  pen: PenName;
}

export type SideOf = (id: string) => SideName | undefined;

/** The pen of an arrow, from the pens' own table; undefined when an end has no side. */
function penOf(pens: PensDocument, activator: SideName | undefined, activated: SideName | undefined): PenName | undefined {
  return pens.table.find((row) => row.activator === activator && row.activated === activated)?.pen;
}

/** The side of an arrow's end; undefined for what neither the situation nor the viewer has. */
export function sidesOf(document: SituationDocument, isOrganisation: (id: string) => boolean): SideOf {
  const sides = new Map<string, SideName>();
  const put = (side: SideName, part: readonly { id: string }[]): void => part.forEach((one) => sides.set(one.id, side));
  put("undecided", document.undecided);
  put("working", [...document.professionals, ...document.institutions]);
  put("living", [...document.persons, ...document.households]);
  return (id) => sides.get(id) ?? (isOrganisation(id) ? "working" : undefined);
}

/** The arrows that can be drawn, in the order of the story, those after `until` left out. Later ones keep their number. */
export function toldArrows(document: SituationDocument, pens: PensDocument, sideOf: SideOf, until: string | null): Told[] {
  const told: Told[] = [];
  let dated: string | null = null;
  let number = 0;
  for (const arrow of inStoryOrder(document)) {
    dated = arrow.when ?? dated;
    const pen = penOf(pens, sideOf(arrow.activator), sideOf(arrow.activated));
    if (pen === undefined || arrow.activator === arrow.activated) continue;
    number++;
    if (until === null || dated === null || onOrBefore(dated, until)) told.push({ arrow, number, pen });
  }
  return told;
}

/** The arrows by order, then by appearance. */
function inStoryOrder(document: SituationDocument): Activation<Words>[] {
  return [...document.activations].sort((a, b) => a.order - b.order);
}

/** The latest date the situation names in arrows, `since` and `until`; null when it names none. */
export function latestDate(document: SituationDocument): string | null {
  const named = document.activations.map((arrow) => arrow.when);
  for (const one of [...document.memberships, ...document.kinships]) named.push(one.since, one.until);
  let latest: string | null = null;
  for (const date of named) if (date !== null && (latest === null || earlier(latest, date))) latest = date;
  return latest;
}
