/** One cubic arc from outline to outline, bowed by so many mm to its own left. */
import type { Point } from "./box";
import type { Curve } from "./curve";
import { exitTowards, pointOn, within, type Outline } from "./outline";

/** Where along the chord the two handles stand. */
const HANDLE = 0.3;
/** A cubic whose handles stand so far out has its middle one out. */
const LIFT = 4 / 3;

/** The places along both outlines, in mm, at which an arc with this bow leaves the one and meets the other. */
export interface Ends {
  readonly tail: number;
  readonly head: number;
}

export function endsOf(tail: Outline, head: Outline, bow: number): Ends {
  const [towardsHead, towardsTail] = handles(tail.middle, head.middle, bow);
  const inner = within(head.points, tail.middle);
  const outer = within(tail.points, head.middle);
  return {
    tail: outer ? nearestTo(tail, head.middle) : exitTowards(tail, inner ? pointOn(head, nearestTo(head, tail.middle)) : towardsHead),
    head: inner ? nearestTo(head, tail.middle) : exitTowards(head, outer ? pointOn(tail, nearestTo(tail, head.middle)) : towardsTail),
  };
}

/** The arc between two places on two outlines. */
export function arcBetween(from: Point, to: Point, bow: number): Curve {
  const [one, two] = handles(from, to, bow);
  return [[from, one, two, to]];
}

/** The handles of a cubic from `a` to `b` whose middle stands `bow` mm left of the chord. */
function handles(a: Point, b: Point, bow: number): [Point, Point] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const far = Math.hypot(dx, dy) || 1;
  const out = (bow * LIFT) / far;
  const [ox, oy] = [dy * out, -dx * out];
  return [
    [a[0] + HANDLE * dx + ox, a[1] + HANDLE * dy + oy],
    [b[0] - HANDLE * dx + ox, b[1] - HANDLE * dy + oy],
  ];
}

/** The place on an outline nearest to a point inside it: the way out of one's own home. */
function nearestTo(outline: Outline, at: Point): number {
  let [best, place] = [Infinity, 0];
  for (let k = 0; k < outline.points.length; k++) {
    const a = outline.points[k]!;
    const b = outline.points[(k + 1) % outline.points.length]!;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const square = dx * dx + dy * dy || 1;
    const t = Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
    const far = Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
    if (far < best - 1e-9) [best, place] = [far, outline.reached[k]! + t * Math.sqrt(square)];
  }
  return place;
}
