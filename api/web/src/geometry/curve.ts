/** Curves of arrows and links: cubic arcs and square ways, flattened, cut and written (layouts/individual/curves.py). */
import type { Point } from "./box";
import { hypot } from "./length";
import { pair } from "./path";

/** Points of a Bézier piece: 2 a line, 4 a cubic. */
export type Piece = readonly Point[];
/** Pieces joined end to end. */
export type Curve = readonly Piece[];

export const start = (curve: Curve): Point => curve[0]![0]!;
export const end = (curve: Curve): Point => curve[curve.length - 1]!.at(-1)!;
export const distance = (a: Point, b: Point): number => hypot(b[0] - a[0], b[1] - a[1]);
export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The coordinate of a cubic at parameter `t` along one axis. */
function onCubic(piece: Piece, axis: 0 | 1, t: number): number {
  const u = 1 - t;
  return u * u * u * piece[0]![axis] + 3 * u * u * t * piece[1]![axis] + 3 * u * t * t * piece[2]![axis] + t * t * t * piece[3]![axis];
}

/** The point of a piece at parameter `t`. */
function pointAt(piece: Piece, t: number): Point {
  return piece.length < 4 ? between(piece[0]!, piece[1]!, t) : [onCubic(piece, 0, t), onCubic(piece, 1, t)];
}

/** Points along the curve, at most about `step` mm apart. */
export function flat(curve: Curve, step = 0.5): Point[] {
  const points: Point[] = [start(curve)];
  for (const piece of curve) {
    if (piece.length === 4) flattenCubic(piece, step, points);
    else flattenLine(piece, step, points);
  }
  return points;
}

function flattenLine(piece: Piece, step: number, into: Point[]): void {
  const count = Math.max(1, Math.ceil(distance(piece[0]!, piece[1]!) / step));
  for (let k = 1; k <= count; k++) into.push(between(piece[0]!, piece[1]!, k / count));
}

function flattenCubic(piece: Piece, step: number, into: Point[]): void {
  const [a, b, c, d] = piece;
  const count = Math.max(2, Math.ceil((distance(a!, b!) + distance(b!, c!) + distance(c!, d!)) / step));
  for (let k = 1; k <= count; k++) into.push([onCubic(piece, 0, k / count), onCubic(piece, 1, k / count)]);
}

/** Length of a polyline in mm. */
export function lengthOf(points: readonly Point[]): number {
  let total = 0;
  for (let k = 1; k < points.length; k++) total += distance(points[k - 1]!, points[k]!);
  return total;
}

/** The curve stopped `reach` mm before its end. */
export function cut(curve: Curve, reach: number): Curve {
  const last = curve[curve.length - 1]!;
  const { t, far } = backFrom(last, reach);
  const rest = curve.slice(0, -1);
  if (t === 0 && far < reach && rest.length > 0) return cut(rest, reach - far);
  return [...rest, firstPart(last, Math.max(0.05, t))];
}

/** The parameter of the point `reach` mm before the end of a piece, measured along it in small steps. */
function backFrom(piece: Piece, reach: number): { t: number; far: number } {
  const steps = 128;
  let [x, y] = piece.at(-1)!;
  let far = 0;
  let k = steps;
  while (k > 0 && far < reach) {
    k--;
    const at = pointAt(piece, k / steps);
    far += hypot(at[0] - x, at[1] - y);
    x = at[0];
    y = at[1];
  }
  return { t: k / steps, far };
}

/** The piece from 0 to parameter t (de Casteljau). */
function firstPart(piece: Piece, t: number): Piece {
  const rows: (readonly Point[])[] = [piece];
  while (rows.at(-1)!.length > 1) {
    const row = rows.at(-1)!;
    rows.push(row.slice(1).map((point, index) => between(row[index]!, point, t)));
  }
  return rows.map((row) => row[0]!);
}

/** The angle at which a curve arrives, over its last `reach` mm. */
export function direction(curve: Curve, reach: number): number {
  const last = curve[curve.length - 1]!;
  const tip = last.at(-1)!;
  const from = pointAt(last, backFrom(last, reach).t);
  return Math.atan2(tip[1] - from[1], tip[0] - from[0]);
}

/** The point `far` mm along a polyline; its last one when it is shorter. */
export function along(points: readonly Point[], far: number): Point {
  let left = far;
  for (let k = 1; k < points.length; k++) {
    const step = distance(points[k - 1]!, points[k]!);
    if (left <= step && step > 0) return between(points[k - 1]!, points[k]!, left / step);
    left -= step;
  }
  return points.at(-1)!;
}

/** Visit the points of a polyline from `first` mm along it to before `most`, every `step` mm, for as long as `visit` says so. */
export function walkAlong(
  points: readonly Point[],
  first: number,
  most: number,
  step: number,
  visit: (x: number, y: number, far: number) => boolean,
): void {
  let [before, k] = [0, 1];
  for (let far = first; far < most; far += step) {
    let side = k < points.length ? distance(points[k - 1]!, points[k]!) : 0;
    while (k < points.length && before + side < far) {
      before += side;
      k++;
      side = k < points.length ? distance(points[k - 1]!, points[k]!) : 0;
    }
    const [x, y] = k < points.length && side > 0 ? between(points[k - 1]!, points[k]!, (far - before) / side) : points.at(-1)!;
    if (!visit(x, y, far)) return;
  }
}

/** Path data of a curve. */
export function written(curve: Curve): string {
  const parts = curve.map((piece) => `${piece.length === 4 ? "C" : "L"} ${piece.slice(1).map(pair).join(" ")}`);
  return `M ${pair(start(curve))} ${parts.join(" ")}`;
}

/** A square way with its corners rounded by `radius` mm at most. */
export function roundedWay(points: readonly Point[], radius: number): Curve {
  const pieces: Piece[] = [];
  let here = points[0]!;
  for (let k = 1; k < points.length - 1; k++) {
    const [corner, next] = [points[k]!, points[k + 1]!];
    const [before, after] = [distance(here, corner), distance(corner, next)];
    const r = Math.min(radius, before * 0.5, after * 0.5);
    if (r < 0.05) continue;
    const [a, b] = [between(corner, here, r / before), between(corner, next, r / after)];
    pieces.push([here, a], [a, between(a, corner, 0.5523), between(b, corner, 0.5523), b]);
    here = b;
  }
  pieces.push([here, points.at(-1)!]);
  return pieces;
}
