/** A cubic as a row of points in one buffer: what is tried by the thousand leaves nothing behind. */
import type { Point } from "./box";
import { hypot } from "./length";

/** A cubic from its tail over its two handles to its head: x, y, x, y... */
export type Cubic = readonly number[];

/** Room for so many points. */
const MOST = 4000;

/** Points x, y, x, y... of the curve that was traced last; `count` of them. */
export class Trace {
  readonly points = new Float64Array(2 * MOST);
  count = 0;

  /** Trace a cubic, its points about `step` mm apart; of these only every so-manieth, when told. */
  follow(cubic: Cubic, step: number, every = 1): this {
    const { points } = this;
    const [ax, ay, bx, by] = [cubic[0]!, cubic[1]!, cubic[2]!, cubic[3]!];
    const [cx, cy, dx, dy] = [cubic[4]!, cubic[5]!, cubic[6]!, cubic[7]!];
    const around = hypot(bx - ax, by - ay) + hypot(cx - bx, cy - by) + hypot(dx - cx, dy - cy);
    const parts = Math.max(2, Math.min(400, Math.ceil(around / step)));
    let at = 0;
    for (let k = 0; k <= parts; k += every) {
      const t = k / parts;
      const u = 1 - t;
      const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      points[at] = wa * ax + wb * bx + wc * cx + wd * dx;
      points[at + 1] = wa * ay + wb * by + wc * cy + wd * dy;
      at += 2;
    }
    this.count = at / 2;
    return this;
  }

  /** Take points as they are. */
  along(line: readonly Point[]): this {
    this.count = Math.min(line.length, MOST);
    for (let k = 0; k < this.count; k++) [this.points[2 * k], this.points[2 * k + 1]] = line[k]!;
    return this;
  }
}

/**
 * About how long a cubic is, from its handles (Gravesen 1997), in mm, each radian it turns counted as `turned` mm more;
 * some figure not below `most` when it is as long as that.
 */
export function measured(cubic: Cubic, turned: number, most = Infinity): number {
  const [dx, dy] = [cubic[2]! - cubic[0]!, cubic[3]! - cubic[1]!];
  const [ex, ey] = [cubic[4]! - cubic[2]!, cubic[5]! - cubic[3]!];
  const [fx, fy] = [cubic[6]! - cubic[4]!, cubic[7]! - cubic[5]!];
  const chord = hypot(cubic[6]! - cubic[0]!, cubic[7]! - cubic[1]!);
  const length = (chord + (hypot(dx, dy) + hypot(ex, ey) + hypot(fx, fy))) / 2;
  if (length >= most) return length;
  const middle = Math.atan2(ey, ex);
  return length + turned * (turn(Math.atan2(dy, dx), middle) + turn(middle, Math.atan2(fy, fx)));
}

function turn(from: number, to: number): number {
  const by = Math.abs(to - from);
  return by > Math.PI ? 2 * Math.PI - by : by;
}
