/** Upright rectangles and points in millimetres: what stands on the sheet, seen from far (layouts/individual/boxes.py). */
export type Point = readonly [number, number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const boxOf = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });
export const right = (box: Box): number => box.x + box.w;
export const bottom = (box: Box): number => box.y + box.h;
export const centre = (box: Box): Point => [box.x + box.w / 2, box.y + box.h / 2];

export function moved(box: Box, dx: number, dy: number): Box {
  return { x: box.x + dx, y: box.y + dy, w: box.w, h: box.h };
}

/** The box with `margin` mm more on each side. */
export function grown(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}

/** Whether the two boxes share more than an edge, or come nearer than `margin`. */
export function overlaps(one: Box, other: Box, margin = 0): boolean {
  return (
    one.x < right(other) + margin &&
    other.x < right(one) + margin &&
    one.y < bottom(other) + margin &&
    other.y < bottom(one) + margin
  );
}

export function holds(outer: Box, inner: Box): boolean {
  return outer.x <= inner.x && outer.y <= inner.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);
}

export function inside(box: Box, [x, y]: Point, margin = 0): boolean {
  return x >= box.x - margin && x <= right(box) + margin && y >= box.y - margin && y <= bottom(box) + margin;
}

/** The smallest box around `boxes`; undefined for none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let [x, y, far, low] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    far = Math.max(far, right(box));
    low = Math.max(low, bottom(box));
  }
  return x === Infinity ? undefined : { x, y, w: far - x, h: low - y };
}

/** The smallest box around points; undefined for none. */
export function aroundPoints(points: Iterable<Point>): Box | undefined {
  let [x, y, far, low] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [px, py] of points) {
    x = Math.min(x, px);
    y = Math.min(y, py);
    far = Math.max(far, px);
    low = Math.max(low, py);
  }
  return x === Infinity ? undefined : { x, y, w: far - x, h: low - y };
}
