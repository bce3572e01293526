/** Where each person stands at a date: one home at most, and dated lines to their other ones (sociogram/situation/homes.py). */
import type { Membership } from "../model/situation";
import { firstDay, lastDay, onOrBefore } from "../gestures/dates";
import { span } from "./dates";

/** Another home of a person. `still`: the person lives in both at once; otherwise the home was left. */
export interface FormerHome {
  id: string;
  person: string;
  household: string;
  when: string;
  still: boolean;
}

export interface Homes {
  homeOf: ReadonlyMap<string, string>;
  former: readonly FormerHome[];
  /** Households not yet begun. */
  hidden: ReadonlySet<string>;
}

/** Where all live at `date` (null: none known). Homes that begin after `until` are hidden. */
export function homesAt(memberships: readonly Membership[], date: string | null, until: string | null): Homes {
  const stays = memberships.filter((one) => !beginsAfter(one, until));
  const ofPerson = grouped(stays, (stay) => stay.person);
  const homeOf = new Map<string, string>();
  for (const [person, theirs] of ofPerson) homeOf.set(person, standing(theirs, date).household);
  const former = [...ofPerson].flatMap(([person, theirs]) => {
    const begun = theirs.filter((one) => !beginsAfter(one, date));
    return others(person, homeOf.get(person)!, begun, date);
  });
  const known = new Set(stays.map((stay) => stay.household));
  const hidden = new Set(memberships.map((stay) => stay.household).filter((home) => !known.has(home)));
  return { homeOf, former, hidden };
}

function beginsAfter(stay: Membership, date: string | null): boolean {
  return date !== null && stay.since !== null && !onOrBefore(stay.since, date);
}

function lasts(stay: Membership, date: string | null): boolean {
  return stay.until === null || (date !== null && onOrBefore(date, stay.until));
}

/** The latest home that lists the person at the date, else the last one that did, else the next one. */
function standing(stays: readonly Membership[], date: string | null): Membership {
  const ranks = stays.map((stay, at) => rank(stay, at, date));
  let best = 0;
  for (let at = 1; at < ranks.length; at++) if (compare(ranks[at]!, ranks[best]!) > 0) best = at;
  return stays[best]!;
}

type Rank = readonly [number, string, string, number];

function rank(stay: Membership, at: number, date: string | null): Rank {
  const begins = stay.since === null ? "" : firstDay(stay.since);
  const ends = stay.until === null ? "9999" : lastDay(stay.until);
  if (beginsAfter(stay, date)) return [0, "", "", -at];
  if (date !== null && stay.until !== null && !onOrBefore(date, stay.until)) return [1, ends, begins, at];
  return [2, begins, ends, at];
}

function compare(one: Rank, other: Rank): number {
  for (let k = 0; k < 4; k++) {
    if (one[k]! < other[k]!) return -1;
    if (one[k]! > other[k]!) return 1;
  }
  return 0;
}

function others(person: string, home: string, stays: readonly Membership[], date: string | null): FormerHome[] {
  const byHome = grouped(
    stays.filter((stay) => stay.household !== home),
    (stay) => stay.household,
  );
  return [...byHome].map(([household, theirs]) => ({
    id: theirs[0]!.id,
    person,
    household,
    when: theirs
      .map((one) => span(one.since, one.until))
      .filter((words) => words !== "")
      .join(", "),
    still: theirs.some((one) => lasts(one, date)),
  }));
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(by(item), [...(found.get(by(item)) ?? []), item]);
  return found;
}
