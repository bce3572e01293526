/** One cubic arc from outline to outline: bowed aside, or leaving and meeting the outlines squarely. */
import type { Point } from "./box";
import { distance, type Curve } from "./curve";
import { within } from "./near";
import { awayAt, exitTowards, placeNearest, pointOn, type Outline } from "./outline";

/** Where along the chord the handles of a bow stand; a cubic whose handles stand 4/3 out has its middle one out. */
const HANDLE = 0.3;
const LIFT = 4 / 3;

/** The shape of an arc: how far it bows to its own left, in mm, or how long its square handles are, in chords. */
export type Bend = { readonly bow: number } | { readonly reach: number };

/** The shape of an arc and where it leaves the one outline and meets the other (mm along each). */
export interface Arc {
  readonly bend: Bend;
  readonly tail: number;
  readonly head: number;
}

/** The arc that bows `bow` mm to its own left. */
export function bowed(tail: Outline, head: Outline, bow: number): Arc {
  const [towardsHead, towardsTail] = handles(tail.middle, head.middle, bow);
  const bend = { bow };
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

const SIDES: readonly Point[] = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];
const REACHES = [0.45, 0.75, 1.1];

/** Arcs that leave and meet the outlines squarely, on any of their sides: for ends with a name in between. */
export function squared(tail: Outline, head: Outline): Arc[] {
  const places = (outline: Outline): number[] =>
    (outline.figure ? SIDES.slice(0, 3) : SIDES).map(([x, y]) =>
      exitTowards(outline, [outline.middle[0] + x, outline.middle[1] + y]),
    );
  const ends = places(tail).flatMap((from) => places(head).map((to) => [from, to] as const));
  return ends.flatMap(([from, to]) => REACHES.map((reach) => ({ bend: { reach }, tail: from, head: to })));
}

/** The curve of an arc. */
export function arcCurve(tail: Outline, head: Outline, arc: Arc): Curve {
  const [from, to] = [pointOn(tail, arc.tail), pointOn(head, arc.head)];
  if ("bow" in arc.bend) return [[from, ...handles(from, to, arc.bend.bow), to]];
  const far = Math.max(10, distance(from, to)) * arc.bend.reach;
  const [out, into] = [awayAt(tail, arc.tail), awayAt(head, arc.head)];
  return [[from, [from[0] + out[0] * far, from[1] + out[1] * far], [to[0] + into[0] * far, to[1] + into[1] * far], to]];
}

/** The handles of a cubic from `a` to `b` whose middle stands `bow` mm left of the chord. */
function handles(a: Point, b: Point, bow: number): [Point, Point] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const out = (bow * LIFT) / (Math.hypot(dx, dy) || 1);
  return [
    [a[0] + HANDLE * dx + dy * out, a[1] + HANDLE * dy - dx * out],
    [b[0] - HANDLE * dx + dy * out, b[1] - HANDLE * dy - dx * out],
  ];
}
