/** Where the ink of a figure runs: the ends of arrows stand on the drawn line itself, never in the gap of the neck. */
import type { Point } from "./box";
import { flat, type Curve } from "./curve";
import { hypot } from "./length";
import { figureOutline, figureWidth, unitPaths, type Shape } from "./figure";

/** Places along the outline of a figure one unit high, so many of them. */
const STEPS = 240;
const kept = new Map<Shape, readonly Point[]>();

/** For each of `STEPS` places along the outline (0 to 1), the nearest drawn point of a figure one unit high. */
function table(shape: Shape): readonly Point[] {
  const known = kept.get(shape);
  if (known) return known;
  const ink = unitPaths(shape).paths.flatMap((d) => flat(curveOf(d), 0.01));
  const outline = figureOutline(figureWidth(1, shape) / 2, 0, 1, shape);
  const walked = [...outline, outline[0]!];
  const reached = [0];
  for (let k = 1; k < walked.length; k++) reached.push(reached[k - 1]! + Math.hypot(walked[k]![0] - walked[k - 1]![0], walked[k]![1] - walked[k - 1]![1]));
  const total = reached.at(-1)!;
  const points = Array.from({ length: STEPS }, (_, step) => {
    const far = (step / STEPS) * total;
    const k = reached.findIndex((at, index) => index > 0 && at >= far);
    const part = (far - reached[k - 1]!) / (reached[k]! - reached[k - 1]! || 1);
    const [a, b] = [walked[k - 1]!, walked[k]!];
    return nearest(ink, [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]);
  });
  kept.set(shape, points);
  return points;
}

/** The drawn point at a part (0 to 1) of the outline of a figure one unit high. */
export function inkAt(shape: Shape, part: number): Point {
  const points = table(shape);
  return points[((Math.round(part * STEPS) % STEPS) + STEPS) % STEPS]!;
}

function nearest(points: readonly Point[], [x, y]: Point): Point {
  let [best, least] = [points[0]!, Infinity];
  for (const point of points) {
    const far = hypot(point[0] - x, point[1] - y);
    if (far < least) [best, least] = [point, far];
  }
  return best;
}

/** A closed path of symbols.json (M, then L and C, then Z) as a curve. */
function curveOf(d: string): Curve {
  const words = d.split(/\s+/);
  const pieces: Point[][] = [];
  let here: Point = [Number(words[1]), Number(words[2])];
  const first = here;
  for (let at = 3; at < words.length; ) {
    const count = words[at] === "C" ? 3 : words[at] === "L" ? 1 : 0;
    const piece = [here];
    for (let k = 0; k < count; k++) piece.push([Number(words[at + 1 + 2 * k]), Number(words[at + 2 + 2 * k])]);
    if (count === 0) piece.push(first);
    pieces.push(piece);
    here = piece.at(-1)!;
    at += 1 + 2 * count;
  }
  return pieces;
}
