/** Where an arrow touches what it joins: a point on the drawn line of a figure, a home or a building. */
import { centre, type Box, type Point } from "./box";
import { containerOutline } from "./container";
import { figureOutline, type Shape } from "./figure";
import { between, distance } from "./curve";
import type { Stand, Walls } from "./stand";

/** Arrows reach a figure down to this part of its height; below stands its name. */
const FEET = 0.94;

/** The closed outline of one thing, and how far along it each corner stands, in mm. */
export interface Outline {
  readonly middle: Point;
  readonly points: readonly Point[];
  readonly reached: readonly number[];
  readonly around: number;
  /** No arrow ends below this line: the name stands there. */
  readonly floor: number;
}

export function outlineOfStand(stand: Stand, shape: Shape = "figure"): Outline {
  const { x, y, w, h } = stand.shape;
  return outlined(figureOutline(x + w / 2, y, h, shape), [x + w / 2, y + h * 0.55], y + FEET * h);
}

export function outlineOfWalls(walls: Walls): Outline {
  return outlined(containerOutline(walls.box, walls.building), centre(walls.box), Infinity);
}

function outlined(points: readonly Point[], middle: Point, floor: number): Outline {
  const reached: number[] = [0];
  points.forEach((point, k) => reached.push(reached[k]! + distance(point, points[(k + 1) % points.length]!)));
  return { middle, points, reached, around: reached.at(-1)!, floor };
}

/** How far along the outline, in mm, the ray from its middle towards `target` leaves it (never below the floor). */
export function exitTowards(outline: Outline, target: Point, from: Point = outline.middle): number {
  const [dx, dy] = [target[0] - from[0], target[1] - from[1]];
  let best = -1;
  let place = 0;
  for (let k = 0; k < outline.points.length; k++) {
    const a = outline.points[k]!;
    const b = outline.points[(k + 1) % outline.points.length]!;
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const cross = dx * ey - dy * ex;
    if (Math.abs(cross) < 1e-12) continue;
    const t = ((a[0] - from[0]) * ey - (a[1] - from[1]) * ex) / cross;
    const u = ((a[0] - from[0]) * dy - (a[1] - from[1]) * dx) / cross;
    if (t > best && u >= 0 && u <= 1) {
      best = t;
      place = outline.reached[k]! + u * (outline.reached[k + 1]! - outline.reached[k]!);
    }
  }
  return raised(outline, place, target[0] < from[0]);
}

/** The point `far` mm along the outline. */
export function pointOn(outline: Outline, far: number): Point {
  const at = ((far % outline.around) + outline.around) % outline.around;
  let k = 0;
  while (k < outline.points.length - 1 && outline.reached[k + 1]! <= at) k++;
  const side = outline.reached[k + 1]! - outline.reached[k]!;
  const part = side > 0 ? (at - outline.reached[k]!) / side : 0;
  return between(outline.points[k]!, outline.points[(k + 1) % outline.points.length]!, part);
}

/** A place below the floor is moved up the nearer side. */
function raised(outline: Outline, place: number, left: boolean): number {
  const [, y] = pointOn(outline, place);
  if (y <= outline.floor) return place;
  const middle = outline.middle[0];
  for (let k = 0; k < outline.points.length; k++) {
    const a = outline.points[k]!;
    const b = outline.points[(k + 1) % outline.points.length]!;
    const crosses = (a[1] - outline.floor) * (b[1] - outline.floor) < 0;
    if (!crosses || a[0] < middle !== left) continue;
    const part = (outline.floor - a[1]) / (b[1] - a[1]);
    return outline.reached[k]! + part * (outline.reached[k + 1]! - outline.reached[k]!);
  }
  return place;
}

/** Whether a point lies inside a closed polygon (even-odd rule). */
export function within(points: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  for (let k = 0, before = points.length - 1; k < points.length; before = k++) {
    const [ax, ay] = points[k]!;
    const [bx, by] = points[before]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** How far a point is from a polyline, in mm. */
export function farFrom(points: readonly Point[], at: Point): number {
  let least = points.length === 1 ? distance(points[0]!, at) : Infinity;
  for (let k = 1; k < points.length; k++) least = Math.min(least, farFromSide(points[k - 1]!, points[k]!, at));
  return least;
}

function farFromSide(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
  return Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
}

/** How far a point is from a box; 0 inside. */
export function farFromBox(box: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));
}
