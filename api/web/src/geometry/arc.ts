/** One cubic arc from outline to outline: bowed aside, or leaving and meeting the outlines squarely. */
import { inside, type Point } from "./box";
import { distance, type Curve } from "./curve";
import { hypot } from "./length";
import { within } from "./near";
import { awayAt, exitAlong, exitTowards, placeNearest, pointOn, type Outline } from "./outline";
import type { Cubic } from "./trace";

/** Where along the chord the handles of a bow stand; a cubic whose handles stand 4/3 out has its middle one out. */
const HANDLE = 0.3;
const LIFT = 4 / 3;

/**
 * The shape of an arc: how far it bows to its own left, in mm, and how much more of that near its tail (above 0) or its
 * head (below 0), from -1 to 1; or how long its square handles are, in chords.
 */
export type Bend = { readonly bow: number; readonly lean?: number } | { readonly reach: readonly [number, number] };

/** The shape of an arc and where it leaves the one outline and meets the other (mm along each). */
export interface Arc {
  readonly bend: Bend;
  readonly tail: number;
  readonly head: number;
}

/** The arc that bows `bow` mm to its own left. */
export function bowed(tail: Outline, head: Outline, bow: number, lean = 0): Arc {
  const bend = lean === 0 ? { bow } : { bow, lean };
  const [from, to] = [tail.middle, head.middle];
  if (holdsPoint(head, from)) {
    const out = placeNearest(head, from);
    return { bend, tail: exitTowards(tail, pointOn(head, out)), head: out };
  }
  if (holdsPoint(tail, to)) {
    const out = placeNearest(tail, to);
    return { bend, tail: out, head: exitTowards(head, pointOn(tail, out)) };
  }
  const way = bowedCubic(from, to, bow, lean);
  return { bend, tail: exitAlong(tail, way[2]! - from[0], way[3]! - from[1]), head: exitAlong(head, way[4]! - to[0], way[5]! - to[1]) };
}

function holdsPoint({ box, points }: Outline, at: Point): boolean {
  return inside(box, at) && within(points, at);
}

export const WEST: Point = [-1, 0];
export const EAST: Point = [1, 0];
const NORTH: Point = [0, -1];
const SOUTH: Point = [0, 1];
const REACHES: readonly (readonly [number, number])[] = [
  [0.3, 0.3],
  [0.5, 0.5],
  [0.8, 0.8],
  [1.1, 1.1],
  [0.25, 0.7],
  [0.7, 0.25],
];

/** Arcs that leave and meet the outlines squarely, on any of their sides: for ends with a name in between. */
export function squared(tail: Outline, head: Outline): Drawn[] {
  const drawn: Drawn[] = [];
  const meets = sidesOf(head);
  for (const from of sidesOf(tail)) {
    for (const to of meets) {
      const far = Math.max(10, distance(from.at, to.at));
      for (const reach of REACHES) drawn.push({ arc: { bend: { reach }, tail: from.place, head: to.place }, way: squareCubic(from, to, far, reach) });
    }
  }
  return drawn;
}

/** Where a line leaves an outline, and the direction in which it does so squarely. */
interface Leave {
  readonly place: number;
  readonly at: Point;
  readonly away: Point;
}

const leaves = (outline: Outline, place: number): Leave => ({ place, at: pointOn(outline, place), away: awayAt(outline, place) });

/** The middles of the sides of an outline: every arrow that ends there may ask for them. */
function sidesOf(outline: Outline): readonly Leave[] {
  const known = sides.get(outline);
  if (known) return known;
  const found = (outline.figure ? [WEST, EAST, NORTH] : [WEST, EAST, NORTH, SOUTH]).map((side) => leaves(outline, onSide(outline, side)));
  sides.set(outline, found);
  return found;
}

const sides = new WeakMap<Outline, readonly Leave[]>();

/** The arc that leaves the one outline on a side and meets the other on a side. */
export function sideways(tail: Outline, head: Outline, from: Point, to: Point, reach: readonly [number, number]): Arc {
  return { bend: { reach }, tail: onSide(tail, from), head: onSide(head, to) };
}

function onSide(outline: Outline, [x, y]: Point): number {
  return exitTowards(outline, [outline.middle[0] + x, outline.middle[1] + y]);
}

/** The curve of an arc. */
export function arcCurve(tail: Outline, head: Outline, arc: Arc): Curve {
  const [ax, ay, bx, by, cx, cy, dx, dy] = arcCubic(tail, head, arc) as Eight;
  return [
    [
      [ax, ay],
      [bx, by],
      [cx, cy],
      [dx, dy],
    ],
  ];
}

type Eight = [number, number, number, number, number, number, number, number];

/** An arc and the cubic it is. */
export interface Drawn {
  readonly arc: Arc;
  readonly way: Cubic;
}

export function arcDrawn(tail: Outline, head: Outline, arc: Arc): Drawn {
  return { arc, way: arcCubic(tail, head, arc) };
}

/** The two ends of an arc and the handles between them. */
export function arcCubic(tail: Outline, head: Outline, { bend, ...ends }: Arc): Cubic {
  if ("bow" in bend) return bowedCubic(pointOn(tail, ends.tail), pointOn(head, ends.head), bend.bow, bend.lean ?? 0);
  const [from, to] = [leaves(tail, ends.tail), leaves(head, ends.head)];
  return squareCubic(from, to, Math.max(10, distance(from.at, to.at)), bend.reach);
}

function squareCubic({ at: [ax, ay], away: out }: Leave, { at: [bx, by], away: into }: Leave, far: number, reach: readonly [number, number]): Cubic {
  const [one, two] = [far * reach[0], far * reach[1]];
  return [ax, ay, ax + out[0] * one, ay + out[1] * one, bx + into[0] * two, by + into[1] * two, bx, by];
}

/** A cubic from `a` to `b` whose middle stands `bow` mm left of the chord. */
function bowedCubic(a: Point, b: Point, bow: number, lean: number): Cubic {
  const [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]];
  const [dx, dy] = [bx - ax, by - ay];
  const out = (bow * LIFT) / (hypot(dx, dy) || 1);
  const [one, two] = [out * (1 + lean), out * (1 - lean)];
  return [ax, ay, ax + HANDLE * dx + dy * one, ay + HANDLE * dy - dx * one, bx - HANDLE * dx + dy * two, by - HANDLE * dy - dx * two, bx, by];
}
