/**
 * The way of every arrow: one arc from outline to outline, bowed aside where something stands in its way.
 *
 * An arrow looks at its own ends, its place in their fan and the boxes in its way, never at other arrows: so that
 * drawing or moving one does not bend those already drawn. Only where ends would meet on one outline do they make room.
 */
import { arcCurve, bowed, squared, type Arc } from "../geometry/arc";
import type { Point } from "../geometry/box";
import { flat, lengthOf, type Curve } from "../geometry/curve";
import { fans } from "../geometry/fan";
import type { Ground } from "../geometry/ground";
import { onWay, outlineOfStand, outlineOfWalls, type Outline } from "../geometry/outline";
import { spread } from "../geometry/spread";
import { openTo } from "./obstacles";
import type { Places } from "./places";

/** Bows tried where the first is not free, in mm, beside what the fan asks for. */
const BOWS = [9, 16, 25, 36, 50, 70];
/** What a millimetre of bow costs beside a millimetre of way, and what square ends cost: flat arcs are preferred. */
const BENT = 0.35;
const SQUARE = 12;
/** Arcs are looked at every so many mm. */
const LOOKED = 1.5;

export interface Ended {
  readonly id: string;
  readonly activator: string;
  readonly activated: string;
}

export interface Way {
  readonly curve: Curve;
  readonly line: readonly Point[];
}

/** The ways of all arrows whose two ends stand on the sheet, by id. */
export function waysOf(
  arrows: readonly Ended[],
  places: Places,
  outlines: ReadonlyMap<string, Outline>,
  ground: Ground,
): Map<string, Way> {
  const bows = fans(arrows);
  const chosen: Chosen[] = [];
  for (const arrow of arrows) {
    const tail = outlines.get(arrow.activator);
    const head = outlines.get(arrow.activated);
    if (!tail || !head || tail === head) continue;
    const arc = bestArc(tail, head, bows.get(arrow.id) ?? 0, ground, openTo(places, arrow.activator, arrow.activated));
    chosen.push({ arrow, tail, head, arc });
  }
  const apart = spreadEnds(chosen);
  return new Map(
    chosen.map(({ arrow, tail, head, arc }, k) => {
      const curve = arcCurve(tail, head, { bend: arc.bend, ...apart[k]! });
      return [arrow.id, { curve, line: flat(curve, 1) }];
    }),
  );
}

interface Chosen {
  readonly arrow: Ended;
  readonly tail: Outline;
  readonly head: Outline;
  readonly arc: Arc;
}

/** The cheapest arc: its length, how far it is bent, and all it runs through. */
export function bestArc(tail: Outline, head: Outline, fan: number, ground: Ground, open: ReadonlySet<string>): Arc {
  const first = bowed(tail, head, fan);
  let best: [number, Arc] = [priced(first), first];
  if (best[0] <= plain(first)) return first;
  const others = [...BOWS.flatMap((far) => [fan + far, fan - far]).map((bow) => bowed(tail, head, bow)), ...squared(tail, head)];
  for (const arc of others) {
    if (plain(arc) >= best[0]) continue;
    const price = priced(arc);
    if (price < best[0] - 1e-9) best = [price, arc];
  }
  return best[1];

  function plain(arc: Arc): number {
    const bent = "bow" in arc.bend ? BENT * Math.abs(arc.bend.bow - fan) : SQUARE;
    return lengthOf(flat(arcCurve(tail, head, arc), 4)) + bent;
  }
  function priced(arc: Arc): number {
    return plain(arc) + ground.price(flat(arcCurve(tail, head, arc), LOOKED), open);
  }
}

/** Where each arc leaves and meets its outlines, once ends on one outline have made room for each other. */
function spreadEnds(chosen: readonly Chosen[]): { tail: number; head: number }[] {
  const result = chosen.map(({ arc }) => ({ tail: arc.tail, head: arc.head }));
  const onOutline = new Map<Outline, [number, "tail" | "head"][]>();
  chosen.forEach(({ tail, head }, k) => {
    for (const [outline, end] of [
      [tail, "tail"],
      [head, "head"],
    ] as const) {
      const ends = onOutline.get(outline);
      if (ends) ends.push([k, end]);
      else onOutline.set(outline, [[k, end]]);
    }
  });
  for (const [outline, ends] of onOutline) {
    const ring = outline.figure === null;
    const places = spread(
      ends.map(([k, end]) => onWay(outline, result[k]![end])),
      outline.usable,
      ring,
    );
    ends.forEach(([k, end], index) => (result[k]![end] = outline.from + places[index]!));
  }
  return result;
}

export function outlinesOf({ stands, walls }: Places): Map<string, Outline> {
  const found = new Map<string, Outline>();
  for (const [id, stand] of stands) found.set(id, outlineOfStand(stand));
  for (const [id, wall] of walls) found.set(id, outlineOfWalls(wall));
  return found;
}
