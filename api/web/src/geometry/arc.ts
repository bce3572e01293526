/** One cubic arc from outline to outline: bowed aside, or leaving and meeting the outlines squarely. */
import type { Point } from "./box";
import { distance, type Curve } from "./curve";
import { within } from "./near";
import { awayAt, exitTowards, placeNearest, pointOn, type Outline } from "./outline";

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
  const [towardsHead, towardsTail] = handles(tail.middle, head.middle, bow, lean);
  if (within(head.points, tail.middle)) {
    const out = placeNearest(head, tail.middle);
    return { bend, tail: exitTowards(tail, pointOn(head, out)), head: out };
  }
  if (within(tail.points, head.middle)) {
    const out = placeNearest(tail, head.middle);
    return { bend, tail: out, head: exitTowards(head, pointOn(tail, out)) };
  }
  return { bend, tail: exitTowards(tail, towardsHead), head: exitTowards(head, towardsTail) };
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
export function squared(tail: Outline, head: Outline): Arc[] {
  const sides = (outline: Outline): Point[] => (outline.figure ? [WEST, EAST, NORTH] : [WEST, EAST, NORTH, SOUTH]);
  const [leaves, meets] = [sides(tail).map((side) => onSide(tail, side)), sides(head).map((side) => onSide(head, side))];
  const arcs: Arc[] = [];
  for (const from of leaves) for (const to of meets) for (const reach of REACHES) arcs.push({ bend: { reach }, tail: from, head: to });
  return arcs;
}

/** The arc that leaves the one outline on a side and meets the other on a side. */
export function sideways(tail: Outline, head: Outline, from: Point, to: Point, reach: readonly [number, number]): Arc {
  return { bend: { reach }, tail: onSide(tail, from), head: onSide(head, to) };
}

function onSide(outline: Outline, [x, y]: Point): number {
  return exitTowards(outline, [outline.middle[0] + x, outline.middle[1] + y]);
}

/** The curve of an arc. */
export function arcCurve(tail: Outline, head: Outline, arc: Arc): Curve {
  return [arcPoints(tail, head, arc)];
}

/** The two ends of an arc and the handles between them. */
export function arcPoints(tail: Outline, head: Outline, arc: Arc): [Point, Point, Point, Point] {
  const [from, to] = [pointOn(tail, arc.tail), pointOn(head, arc.head)];
  if ("bow" in arc.bend) {
    const [one, two] = handles(from, to, arc.bend.bow, arc.bend.lean ?? 0);
    return [from, one, two, to];
  }
  const far = Math.max(10, distance(from, to));
  const [one, two] = [far * arc.bend.reach[0], far * arc.bend.reach[1]];
  const [out, into] = [awayAt(tail, arc.tail), awayAt(head, arc.head)];
  return [from, [from[0] + out[0] * one, from[1] + out[1] * one], [to[0] + into[0] * two, to[1] + into[1] * two], to];
}

/** The handles of a cubic from `a` to `b` whose middle stands `bow` mm left of the chord. */
function handles(a: Point, b: Point, bow: number, lean: number): [Point, Point] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const out = (bow * LIFT) / (Math.hypot(dx, dy) || 1);
  const [one, two] = [out * (1 + lean), out * (1 - lean)];
  return [
    [a[0] + HANDLE * dx + dy * one, a[1] + HANDLE * dy - dx * one],
    [b[0] - HANDLE * dx + dy * two, b[1] - HANDLE * dy - dx * two],
  ];
}
