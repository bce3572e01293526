/** Where an arrow touches what it joins: a place on the outline of a figure, a home or a building. */
import { aroundPoints, centre, type Box, type Point } from "./box";
import { containerOutline } from "./container";
import { between, distance } from "./curve";
import { figureOutline, type Shape } from "./figure";
import { inkAt } from "./ink";
import { hypot } from "./length";
import type { Stand, Walls } from "./stand";

/** Arrows reach a figure down to this part of its height; below stands its name. */
const FEET = 0.94;
/** Arrows look at a figure's chest, so many heights below its top. */
const CHEST = 0.55;

/** A closed outline; places on it are mm along it from its first corner. */
export interface Outline {
  readonly middle: Point;
  readonly points: readonly Point[];
  readonly box: Box;
  /** The corners once more, x, y, x, y... */
  readonly corners: Float64Array;
  /** How far along each corner stands; one more than corners, the last being the whole way round. */
  readonly reached: Float64Array;
  readonly round: number;
  /** The way round that arrows may use: all of it, or from foot to foot over the head. */
  readonly from: number;
  readonly usable: number;
  /** The drawn figure, whose ink is not everywhere on the outline. */
  readonly figure: { readonly shape: Shape; readonly x: number; readonly y: number; readonly height: number } | null;
}

export function outlineOfStand({ shape: { x, y, w, h } }: Stand, shape: Shape = "figure"): Outline {
  const points = figureOutline(x + w / 2, y, h, shape);
  const reached = reachedBy(points);
  const floor = y + FEET * h;
  const [left, right] = feet(points, reached, floor, x + w / 2);
  const round = reached.at(-1)!;
  const usable = (((right - left) % round) + round) % round;
  const figure = { shape, x, y, height: h };
  const middle: Point = [x + w / 2, y + h * CHEST];
  return { middle, points, box: aroundPoints(points)!, corners: cornersOf(points), reached, round, from: left, usable, figure };
}

export function outlineOfWalls({ box, building }: Walls): Outline {
  const points = containerOutline(box, building);
  const reached = reachedBy(points);
  const round = reached.at(-1)!;
  return { middle: centre(box), points, box, corners: cornersOf(points), reached, round, from: 0, usable: round, figure: null };
}

function cornersOf(points: readonly Point[]): Float64Array {
  const corners = new Float64Array(2 * points.length);
  for (let k = 0; k < points.length; k++) {
    corners[2 * k] = points[k]![0];
    corners[2 * k + 1] = points[k]![1];
  }
  return corners;
}

function reachedBy(points: readonly Point[]): Float64Array {
  const reached = new Float64Array(points.length + 1);
  points.forEach((point, k) => (reached[k + 1] = reached[k]! + distance(point, points[(k + 1) % points.length]!)));
  return reached;
}

/** The places left and right where an outline comes down to `floor`. Outlines run clockwise, over the head. */
function feet(points: readonly Point[], reached: Float64Array, floor: number, middle: number): [number, number] {
  let [left, right] = [0, reached.at(-1)!];
  points.forEach((a, k) => {
    const b = points[(k + 1) % points.length]!;
    if ((a[1] - floor) * (b[1] - floor) >= 0) return;
    const place = reached[k]! + ((floor - a[1]) / (b[1] - a[1])) * (reached[k + 1]! - reached[k]!);
    if (a[0] < middle) left = place;
    else right = place;
  });
  return [left, right];
}

/** A corner farther than this beside a ray, times the ray's length, in mm, is not on it. */
const BESIDE = 1e-6;

/** The place where the ray from the middle towards `target` leaves the outline; never at the feet. */
export function exitTowards(outline: Outline, target: Point): number {
  return exitAlong(outline, target[0] - outline.middle[0], target[1] - outline.middle[1]);
}

/** The same for a ray along (dx, dy). */
export function exitAlong(outline: Outline, dx: number, dy: number): number {
  const { corners, reached } = outline;
  const [fromX, fromY] = [outline.middle[0], outline.middle[1]];
  const last = corners.length - 2;
  let [best, place] = [-1, 0];
  let beside = (corners[0]! - fromX) * dy - (corners[1]! - fromY) * dx;
  for (let at = 0; at <= last; at += 2) {
    const next = at === last ? 0 : at + 2;
    const [ax, ay, bx, by] = [corners[at]!, corners[at + 1]!, corners[next]!, corners[next + 1]!];
    const before = beside;
    beside = (bx - fromX) * dy - (by - fromY) * dx;
    // Both corners on one side: the ray does not meet what is between them.
    if ((before > BESIDE && beside > BESIDE) || (before < -BESIDE && beside < -BESIDE)) continue;
    const cross = dx * (by - ay) - dy * (bx - ax);
    if (cross < 1e-12 && cross > -1e-12) continue;
    const t = ((ax - fromX) * (by - ay) - (ay - fromY) * (bx - ax)) / cross;
    const u = before / cross;
    if (t <= best || u < 0 || u > 1) continue;
    best = t;
    place = reached[at / 2]! + u * (reached[at / 2 + 1]! - reached[at / 2]!);
  }
  return usablePlace(outline, place);
}

/** The place moved to the nearer end of the usable way, when it is not on it. */
function usablePlace(outline: Outline, place: number): number {
  const far = onWay(outline, place);
  if (far <= outline.usable) return place;
  return far - outline.usable < outline.round - far ? outline.from + outline.usable : outline.from;
}

/** How far along the usable way a place stands. */
export function onWay({ round, from }: Outline, place: number): number {
  return (((place - from) % round) + round) % round;
}

/** The point at a place: on the drawn line. */
export function pointOn(outline: Outline, place: number): Point {
  const { round, figure } = outline;
  const at = ((place % round) + round) % round;
  if (!figure) return cornerWise(outline, at);
  const ink = inkAt(figure.shape, at / round);
  return [figure.x + ink[0] * figure.height, figure.y + ink[1] * figure.height];
}

/** The direction in which a line leaves the outline squarely, as a unit vector. */
export function awayAt(outline: Outline, place: number): Point {
  if (outline.figure) {
    const [x, y] = pointOn(outline, place);
    const [dx, dy] = [x - outline.middle[0], (y - outline.middle[1]) * 0.75];
    const far = hypot(dx, dy) || 1;
    return [dx / far, dy / far];
  }
  const { round } = outline;
  const at = ((place % round) + round) % round;
  const k = sideAt(outline, at);
  const [a, b] = [outline.points[k]!, outline.points[(k + 1) % outline.points.length]!];
  const far = distance(a, b) || 1;
  return [(b[1] - a[1]) / far, (a[0] - b[0]) / far];
}

function cornerWise(outline: Outline, at: number): Point {
  const k = sideAt(outline, at);
  const side = outline.reached[k + 1]! - outline.reached[k]!;
  const part = side > 0 ? (at - outline.reached[k]!) / side : 0;
  return between(outline.points[k]!, outline.points[(k + 1) % outline.points.length]!, part);
}

function sideAt(outline: Outline, at: number): number {
  let k = 0;
  while (k < outline.points.length - 1 && outline.reached[k + 1]! <= at) k++;
  return k;
}

/** The place on an outline nearest to a point: from inside, the way out of one's own home. */
export function placeNearest(outline: Outline, at: Point): number {
  let [least, place] = [Infinity, 0];
  outline.points.forEach((a, k) => {
    const b = outline.points[(k + 1) % outline.points.length]!;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const square = dx * dx + dy * dy || 1;
    const t = Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
    const far = hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
    if (far < least - 1e-9) [least, place] = [far, outline.reached[k]! + t * Math.sqrt(square)];
  });
  return place;
}
