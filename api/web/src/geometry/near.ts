/** How near a point is to polygons, polylines and boxes. */
import type { Box, Point } from "./box";
import { distance } from "./curve";

/** Whether a point lies inside a closed polygon (even-odd rule). */
export function within(points: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  for (let k = 0, before = points.length - 1; k < points.length; before = k++) {
    const [a, b] = [points[k]!, points[before]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}

/** How far a point is from a polyline, in mm. */
export function farFrom(points: readonly Point[], at: Point): number {
  let least = points.length === 1 ? distance(points[0]!, at) : Infinity;
  for (let k = 1; k < points.length; k++) least = Math.min(least, farFromSide(points[k - 1]!, points[k]!, at));
  return least;
}

/** How far a point is from the edge of a closed polygon, in mm. */
export function farFromEdge(points: readonly Point[], at: Point): number {
  return Math.min(farFrom(points, at), farFromSide(points.at(-1)!, points[0]!, at));
}

/** How far a point is from a box; 0 inside. */
export function farFromBox(box: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));
}

function farFromSide(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
  return Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
}
