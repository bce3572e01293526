/** Path data: numbers written to 0.01 mm, and shapes of a unit box carried to their place (layouts/symbols/geometry.py). */
import type { Point } from "./box";

/** How far a cubic's handle stands, in radii, to draw a quarter of a circle. */
const KAPPA = 0.5523;

/** A length as written on sheets: at most two decimals, no trailing zero, no minus zero. */
export function number(value: number): string {
  const text = String(Math.round(value * 100) / 100);
  return text === "-0" ? "0" : text;
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** Absolute path data (M L C Q Z) scaled, then moved to (x, y). */
export function placed(d: string, x: number, y: number, scale: number): string {
  let axis = 0;
  return d
    .split(/\s+/)
    .map((word) => {
      if (/[A-Z]/.test(word)) {
        axis = 0;
        return word;
      }
      const at = Number(word) * scale + (axis ? y : x);
      axis = 1 - axis;
      return number(at);
    })
    .join(" ");
}

export const pair = ([x, y]: Point): string => `${number(x)} ${number(y)}`;
export const polyline = (points: readonly Point[]): string => `M ${points.map(pair).join(" L ")}`;
export const polygon = (points: readonly Point[]): string => `${polyline(points)} Z`;

/** A box with round corners. */
export function rounded(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const [far, low, k] = [x + width, y + height, r * (1 - KAPPA)];
  const corners: readonly (readonly [Point, Point, Point, Point])[] = [
    [[far - r, y], [far - k, y], [far, y + k], [far, y + r]],
    [[far, low - r], [far, low - k], [far - k, low], [far - r, low]],
    [[x + r, low], [x + k, low], [x, low - k], [x, low - r]],
    [[x, y + r], [x, y + k], [x + k, y], [x + r, y]],
  ];
  const parts = corners.map((corner) => {
    const [start, first, second, end] = corner.map(pair);
    return `L ${start} C ${first} ${second} ${end}`;
  });
  return `M ${pair([x + r, y])} ${parts.join(" ")} Z`;
}
