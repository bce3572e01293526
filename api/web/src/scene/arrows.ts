/** The way of every arrow: one arc from outline to outline, bowed aside where something stands in its way. */
import { boxOf, type Box, type Point } from "../geometry/box";
import { arcBetween, endsOf } from "../geometry/arc";
import { flat, lengthOf, type Curve } from "../geometry/curve";
import { fans } from "../geometry/fan";
import { Ground, type Obstacle } from "../geometry/ground";
import { outlineOfStand, outlineOfWalls, pointOn, type Outline } from "../geometry/outline";
import type { Places } from "./places";
import type { Arrow } from "./staging";

/** What a line pays for entering a figure, a name, or a home it has no business in, in mm of way. */
const FIGURE = 400;
const WORDS = 300;
const WALLS = 200;
/** Bows tried where the first is not free, in mm, beside what the fan asks for. */
const BOWS = [9, 16, 25, 36, 50, 70];
/** What a millimetre of bow costs beside a millimetre of way: flat arcs are preferred. */
const BENT = 0.35;

export interface Way {
  readonly curve: Curve;
  readonly line: readonly Point[];
}

/** The ways of all arrows, by id. Each depends on its own ends, its fan and what stands in its way, on nothing else. */
export function waysOf(arrows: readonly Arrow[], places: Places): Map<string, Way> {
  const outlines = outlinesOf(places);
  const ground = groundOf(places);
  const bows = fans(arrows);
  const found = new Map<string, Way>();
  for (const arrow of arrows) {
    const tail = outlines.get(arrow.activator);
    const head = outlines.get(arrow.activated);
    if (!tail || !head) continue;
    found.set(arrow.id, bestWay(tail, head, bows.get(arrow.id) ?? 0, ground, openTo(places, arrow)));
  }
  return found;
}

/** What a line between the two ends may enter: the ends and the containers they stand in. */
function openTo({ above }: Places, { activator, activated }: Arrow): Set<string> {
  return new Set([activator, activated, ...(above.get(activator) ?? []), ...(above.get(activated) ?? [])]);
}

function bestWay(tail: Outline, head: Outline, fan: number, ground: Ground, open: ReadonlySet<string>): Way {
  let best: [number, Way] | undefined;
  for (const bow of [fan, ...BOWS.flatMap((far) => [fan + far, fan - far])]) {
    const way = wayOf(tail, head, bow);
    const plain = lengthOf(way.line) + BENT * Math.abs(bow - fan);
    if (best && plain >= best[0]) continue;
    const price = plain + ground.price(way.line, open, best ? best[0] - plain : Infinity);
    if (!best || price < best[0] - 1e-9) best = [price, way];
    if (price === plain && bow === fan) break;
  }
  return best![1];
}

function wayOf(tail: Outline, head: Outline, bow: number): Way {
  const ends = endsOf(tail, head, bow);
  const curve = arcBetween(pointOn(tail, ends.tail), pointOn(head, ends.head), bow);
  return { curve, line: flat(curve, 1) };
}

export function outlinesOf({ stands, walls }: Places): Map<string, Outline> {
  const found = new Map<string, Outline>();
  for (const [id, stand] of stands) found.set(id, outlineOfStand(stand));
  for (const [id, wall] of walls) found.set(id, outlineOfWalls(wall));
  return found;
}

function groundOf({ stands, walls }: Places): Ground {
  const obstacles: Obstacle[] = [];
  const put = (owner: string, box: Box, price: number, open: boolean): void => {
    if (box.w > 0 && box.h > 0) obstacles.push({ owner, box, price, open });
  };
  for (const [owner, stand] of stands) {
    put(owner, stand.shape, FIGURE, true);
    put(owner, words(stand.words), WORDS, false);
  }
  for (const [owner, wall] of walls) {
    put(owner, wall.box, WALLS, true);
    put(owner, words(wall.words), WORDS, false);
  }
  return new Ground(obstacles);
}

/** A name is kept a little less clear than a figure: its box has air above and below. */
function words(box: Box): Box {
  return boxOf(box.x, box.y + 0.6, box.w, Math.max(0, box.h - 0.6));
}
