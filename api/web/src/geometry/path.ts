/** Path data: numbers written to 0.01 mm, and shapes of a unit box carried to their place (layouts/symbols/geometry.py). */
import type { Point } from "./box";

/** How far a cubic's handle stands, in radii, to draw a quarter of a circle. */
const KAPPA = 0.5523;

/** What is written after a whole number for so many hundredths. */
const CENTS = Array.from({ length: 100 }, (_, cents) => (cents === 0 ? "" : `.${String(cents).padStart(2, "0").replace(/0$/, "")}`));
/** Hundredths beyond this are not counted as whole numbers of 32 bits. */
const COUNTED = 1e9;

/** A length as written on sheets: at most two decimals, no trailing zero, no minus zero. */
export function number(value: number): string {
  const hundredths = Math.round(value * 100);
  const size = Math.abs(hundredths);
  if (!(size < COUNTED)) return String(hundredths / 100);
  // Whole numbers are written several times faster than fractions, and a sheet holds numbers by the hundred thousand.
  const text = Math.trunc(size / 100) + CENTS[size % 100]!;
  return hundredths < 0 ? `-${text}` : text;
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
  // From left to right and from top to bottom: each is written several times.
  const [a, b, c, d, e, f] = [number(x), number(x + k), number(x + r), number(far - r), number(far - k), number(far)];
  const [u, v, w, p, q, s] = [number(y), number(y + k), number(y + r), number(low - r), number(low - k), number(low)];
  return (
    `M ${c} ${u} L ${d} ${u} C ${e} ${u} ${f} ${v} ${f} ${w} L ${f} ${p} C ${f} ${q} ${e} ${s} ${d} ${s} ` +
    `L ${c} ${s} C ${b} ${s} ${a} ${q} ${a} ${p} L ${a} ${w} C ${a} ${v} ${b} ${u} ${c} ${u} Z`
  );
}
