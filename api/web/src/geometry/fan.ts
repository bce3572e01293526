/** Arrows between the same two ends, each with its place in one fan (layouts/individual/lines.py). */

/** Between two neighbours of a fan, in mm, on average. */
const FAN_STEP = 7;

export interface Sided {
  readonly id: string;
  readonly activator: string;
  readonly activated: string;
}

/** The two ends of an arrow, whichever way it runs. */
export function pairOf({ activator: a, activated: b }: Sided): string {
  return a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`;
}

/**
 * How far each arrow that shares its two ends with others bows to its own left, in mm. Seen from one end, those that
 * come lie on one side and those that go on the other, in the order given from the middle outwards.
 */
export function fans(arrows: readonly Sided[]): Map<string, number> {
  const groups = new Map<string, Sided[]>();
  for (const arrow of arrows) {
    const key = pairOf(arrow);
    const group = groups.get(key);
    if (group) group.push(arrow);
    else groups.set(key, [arrow]);
  }
  const bows = new Map<string, number>();
  for (const group of groups.values()) if (group.length > 1) spread(group, bows);
  return bows;
}

function spread(group: readonly Sided[], bows: Map<string, number>): void {
  const first = group[0]!.activator;
  const going = group.filter((arrow) => arrow.activator === first);
  const coming = group.filter((arrow) => arrow.activator !== first);
  const row = [...coming.reverse(), ...going];
  const step = row.length < 5 ? FAN_STEP : 0.8 * FAN_STEP;
  row.forEach((arrow, place) => {
    const bow = (place - (row.length - 1) / 2) * step;
    bows.set(arrow.id, arrow.activator === first ? bow : -bow);
  });
}
