/** A cubic as a row of points in one buffer: what is tried by the thousand leaves nothing behind. */
import type { Point } from "./box";

/** Room for so many points. */
const MOST = 4000;

/** Points x, y, x, y... of the curve that was traced last; `count` of them. */
export class Trace {
  readonly points = new Float64Array(2 * MOST);
  count = 0;

  /** Trace a cubic, its points about `step` mm apart. */
  follow([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point, step: number): this {
    const around = Math.hypot(bx - ax, by - ay) + Math.hypot(cx - bx, cy - by) + Math.hypot(dx - cx, dy - cy);
    const parts = Math.max(2, Math.min(400, Math.ceil(around / step)));
    const { points } = this;
    for (let k = 0; k <= parts; k++) {
      const t = k / parts;
      const u = 1 - t;
      const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      points[2 * k] = wa * ax + wb * bx + wc * cx + wd * dx;
      points[2 * k + 1] = wa * ay + wb * by + wc * cy + wd * dy;
    }
    this.count = parts + 1;
    return this;
  }

  /** Take points as they are. */
  along(line: readonly Point[]): this {
    this.count = Math.min(line.length, MOST);
    for (let k = 0; k < this.count; k++) [this.points[2 * k], this.points[2 * k + 1]] = line[k]!;
    return this;
  }
}

/** About how long a cubic is, from its handles (Gravesen 1997), and how far it turns, in mm and radians. */
export function measured(a: Point, b: Point, c: Point, d: Point): { length: number; turning: number } {
  const chord = Math.hypot(d[0] - a[0], d[1] - a[1]);
  const around = Math.hypot(b[0] - a[0], b[1] - a[1]) + Math.hypot(c[0] - b[0], c[1] - b[1]) + Math.hypot(d[0] - c[0], d[1] - c[1]);
  const [first, second, third] = [
    Math.atan2(b[1] - a[1], b[0] - a[0]),
    Math.atan2(c[1] - b[1], c[0] - b[0]),
    Math.atan2(d[1] - c[1], d[0] - c[0]),
  ];
  return { length: (chord + around) / 2, turning: turn(first, second) + turn(second, third) };
}

function turn(from: number, to: number): number {
  const by = Math.abs(to - from);
  return by > Math.PI ? 2 * Math.PI - by : by;
}
