/**
 * The way of every arrow: one arc from outline to outline.
 *
 * An arrow looks at its own ends, its place in their fan and the boxes in its way, never at other arrows: so that
 * drawing or moving one does not bend those already drawn. Only where ends would meet on one outline do they make room.
 */
import { arcCurve, type Arc } from "../geometry/arc";
import type { Point } from "../geometry/box";
import { flat, type Curve } from "../geometry/curve";
import { fans, pairOf } from "../geometry/fan";
import type { Priced } from "../geometry/ground";
import { onWay, outlineOfStand, outlineOfWalls, type Outline } from "../geometry/outline";
import { spread } from "../geometry/spread";
import { bestFan, refitted, type Task } from "./choice";
import { openTo } from "./obstacles";
import type { Places } from "./places";

/** The points of a way's line stand so far apart, in mm. */
const DRAWN = 2;

export interface Ended {
  readonly id: string;
  readonly activator: string;
  readonly activated: string;
}

/** How an arrow runs. `chosen`: its arc before ends made room for each other. */
export interface Way {
  readonly chosen: Arc;
  readonly task: Task;
  readonly tail: number;
  readonly head: number;
  readonly curve: Curve;
  readonly line: readonly Point[];
}

export type Ways = ReadonlyMap<string, Way>;
export type Outlines = ReadonlyMap<string, Outline>;

/** The ways of all arrows whose two ends stand on the sheet, by id, in the order given. */
export function waysOf(arrows: readonly Ended[], places: Places, outlines: Outlines, ground: Priced): Ways {
  return reroutedWays(arrows, new Set(outlines.keys()), new Map(), places, outlines, ground);
}

/** The ways after the outlines `moved` have moved: only arrows that end there are routed again. */
export function reroutedWays(
  arrows: readonly Ended[],
  moved: ReadonlySet<string>,
  before: Ways,
  places: Places,
  outlines: Outlines,
  ground: Priced,
): Ways {
  const ways = new Map<string, Way>();
  const touched = new Set(moved);
  const known = arrows.filter(({ activator: a, activated: b }) => a !== b && outlines.has(a) && outlines.has(b));
  const bows = fans(known);
  const again = new Map<string, Task[]>();
  const prices = new Map<string, number>();
  for (const arrow of known) {
    const way = before.get(arrow.id);
    if (way && !moved.has(arrow.activator) && !moved.has(arrow.activated)) {
      ways.set(arrow.id, way);
      continue;
    }
    touched.add(arrow.activator).add(arrow.activated);
    const pair = pairOf(arrow);
    const group = again.get(pair) ?? [];
    group.push(taskOf(arrow, bows.get(arrow.id) ?? 0, group[0], places, outlines));
    again.set(pair, group);
  }
  for (const tasks of again.values()) {
    bestFan(tasks, ground).forEach(({ arc, price }, k) => {
      const task = tasks[k]!;
      ways.set(task.id, { chosen: arc, task, tail: NaN, head: NaN, curve: [], line: [] });
      prices.set(task.id, price);
    });
  }
  makeRoom(known, ways, touched, outlines, ground, prices);
  return new Map(known.map(({ id }) => [id, ways.get(id)!]));
}

function taskOf(arrow: Ended, bow: number, first: Task | undefined, places: Places, outlines: Outlines): Task {
  const tail = outlines.get(arrow.activator)!;
  const head = outlines.get(arrow.activated)!;
  const back = first !== undefined && first.tail !== tail;
  return { id: arrow.id, tail, head, bow, back, open: openTo(places, arrow.activator, arrow.activated) };
}

/**
 * Keep the ends on each touched outline apart, and draw the arrows whose ends have moved. `prices`: what those cost that
 * were chosen on this ground.
 */
function makeRoom(
  arrows: readonly Ended[],
  ways: Map<string, Way>,
  touched: ReadonlySet<string>,
  outlines: Outlines,
  ground: Priced,
  prices: ReadonlyMap<string, number>,
): void {
  const ends = new Map<string, [Ended, "tail" | "head"][]>([...touched].map((id) => [id, []]));
  for (const arrow of arrows) {
    ends.get(arrow.activator)?.push([arrow, "tail"]);
    ends.get(arrow.activated)?.push([arrow, "head"]);
  }
  const now = new Map<string, { tail: number; head: number }>();
  for (const [id, here] of ends) {
    const outline = outlines.get(id)!;
    const wanted = here.map(([arrow, end]) => ({
      place: onWay(outline, ways.get(arrow.id)!.chosen[end]),
      head: end === "head",
    }));
    const apart = spread(wanted, outline.usable, outline.figure === null);
    here.forEach(([arrow, end], k) => {
      const way = ways.get(arrow.id)!;
      const found = now.get(arrow.id) ?? { tail: way.tail, head: way.head };
      // A place that nobody crowds stays to the bit, so that what did not move is not drawn again.
      const place = Math.abs(apart[k]! - wanted[k]!.place) < 1e-6 ? way.chosen[end] : outline.from + apart[k]!;
      now.set(arrow.id, { ...found, [end]: place });
    });
  }
  for (const [id, places] of now) {
    const way = ways.get(id)!;
    if (places.tail === way.tail && places.head === way.head && way.curve.length > 0) continue;
    const arc = refitted(way.task, way.chosen, places, ground, prices.get(id));
    const curve = arcCurve(way.task.tail, way.task.head, arc);
    ways.set(id, { ...way, ...places, curve, line: flat(curve, DRAWN) });
  }
}

export function outlinesOf({ stands, walls }: Places): Outlines {
  const found = new Map<string, Outline>();
  for (const [id, stand] of stands) found.set(id, outlineOfStand(stand));
  for (const [id, wall] of walls) found.set(id, outlineOfWalls(wall));
  return found;
}
