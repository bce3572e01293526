/** Where an arrow touches what it joins: a place on the outline of a figure, a home or a building. */
import { aroundPoints, centre, type Box, type Point } from "./box";
import { containerOutline } from "./container";
import { between, distance } from "./curve";
import { figureOutline, type Shape } from "./figure";
import { inkAt } from "./ink";
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
  /** How far along each corner stands; one more than corners, the last being the whole way round. */
  readonly reached: readonly number[];
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
  return { middle: [x + w / 2, y + h * CHEST], points, box: aroundPoints(points)!, reached, from: left, usable, figure: { shape, x, y, height: h } };
}

export function outlineOfWalls({ box, building }: Walls): Outline {
  const points = containerOutline(box, building);
  const reached = reachedBy(points);
  return { middle: centre(box), points, box, reached, from: 0, usable: reached.at(-1)!, figure: null };
}

function reachedBy(points: readonly Point[]): number[] {
  const reached = [0];
  points.forEach((point, k) => reached.push(reached[k]! + distance(point, points[(k + 1) % points.length]!)));
  return reached;
}

/** The places left and right where an outline comes down to `floor`. Outlines run clockwise, over the head. */
function feet(points: readonly Point[], reached: readonly number[], floor: number, middle: number): [number, number] {
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

/** The place where the ray from `from` (the middle, unless told) towards `target` leaves the outline; never at the feet. */
export function exitTowards(outline: Outline, target: Point, from: Point = outline.middle): number {
  const [dx, dy] = [target[0] - from[0], target[1] - from[1]];
  const { points, reached } = outline;
  let best = -1;
  let place = 0;
  for (let k = 0; k < points.length; k++) {
    const [ax, ay] = points[k]!;
    const [bx, by] = points[k + 1 === points.length ? 0 : k + 1]!;
    const cross = dx * (by - ay) - dy * (bx - ax);
    if (cross < 1e-12 && cross > -1e-12) continue;
    const t = ((ax - from[0]) * (by - ay) - (ay - from[1]) * (bx - ax)) / cross;
    const u = ((ax - from[0]) * dy - (ay - from[1]) * dx) / cross;
    if (t <= best || u < 0 || u > 1) continue;
    best = t;
    place = reached[k]! + u * (reached[k + 1]! - reached[k]!);
  }
  return usablePlace(outline, place);
}

/** The place moved to the nearer end of the usable way, when it is not on it. */
function usablePlace(outline: Outline, place: number): number {
  const round = outline.reached.at(-1)!;
  const far = onWay(outline, place);
  if (far <= outline.usable) return place;
  return far - outline.usable < round - far ? outline.from + outline.usable : outline.from;
}

/** How far along the usable way a place stands. */
export function onWay(outline: Outline, place: number): number {
  const round = outline.reached.at(-1)!;
  return (((place - outline.from) % round) + round) % round;
}

/** The point at a place: on the drawn line. */
export function pointOn(outline: Outline, place: number): Point {
  const round = outline.reached.at(-1)!;
  const at = ((place % round) + round) % round;
  const drawn = outline.figure;
  if (drawn) {
    const [x, y] = inkAt(drawn.shape, at / round);
    return [drawn.x + x * drawn.height, drawn.y + y * drawn.height];
  }
  return cornerWise(outline, at);
}

/** The direction in which a line leaves the outline squarely, as a unit vector. */
export function awayAt(outline: Outline, place: number): Point {
  const [x, y] = pointOn(outline, place);
  if (outline.figure) {
    const [dx, dy] = [x - outline.middle[0], (y - outline.middle[1]) * 0.75];
    const far = Math.hypot(dx, dy) || 1;
    return [dx / far, dy / far];
  }
  const round = outline.reached.at(-1)!;
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
    const far = Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
    if (far < least - 1e-9) [least, place] = [far, outline.reached[k]! + t * Math.sqrt(square)];
  });
  return place;
}
