/** Many points, each of somebody, counted by where they are: in one buffer, sorted by square cells. */
import type { Box, Point } from "./box";

const CELL = 5;

export class Dots {
  private readonly left: number;
  private readonly top: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Where each cell begins in `order`; one more than cells. */
  private readonly begins: Int32Array;
  private readonly order: Int32Array;
  private readonly met: Int32Array;
  private turn = 0;

  /** `owners[k]` is whose point `points[k]` is, counted from 0. */
  constructor(
    private readonly points: readonly Point[],
    private readonly owners: readonly number[],
  ) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    [this.left, this.top] = points.length > 0 ? [left, top] : [0, 0];
    this.columns = points.length > 0 ? Math.floor((right - left) / CELL) + 1 : 0;
    this.rows = points.length > 0 ? Math.floor((bottom - top) / CELL) + 1 : 0;
    this.begins = new Int32Array(this.columns * this.rows + 1);
    this.order = new Int32Array(points.length);
    this.met = new Int32Array(owners.reduce((most, owner) => Math.max(most, owner + 1), 0));
    this.sort();
  }

  private sort(): void {
    const { begins, order, points } = this;
    const cellOf = ([x, y]: Point): number => Math.floor((y - this.top) / CELL) * this.columns + Math.floor((x - this.left) / CELL);
    for (const point of points) begins[cellOf(point) + 1]! += 1;
    for (let k = 1; k < begins.length; k++) begins[k]! += begins[k - 1]!;
    const next = begins.slice();
    points.forEach((point, k) => {
      const cell = cellOf(point);
      order[next[cell]!] = k;
      next[cell]! += 1;
    });
  }

  /** How many owners, `except` left out, have a point in the box or less than `margin` from it. */
  count(box: Box, margin: number, except = -1): number {
    return this.each(box, margin, except);
  }

  /** Those owners, `except` left out. */
  of(box: Box, margin: number, except = -1): number[] {
    const found: number[] = [];
    this.each(box, margin, except, found);
    return found;
  }

  private each({ x, y, w, h }: Box, margin: number, except: number, into?: number[]): number {
    const turn = ++this.turn;
    const [left, top, right, bottom] = [x - margin, y - margin, x + w + margin, y + h + margin];
    const [from, to] = [Math.max(0, Math.floor((left - this.left) / CELL)), Math.min(this.columns - 1, Math.floor((right - this.left) / CELL))];
    const last = Math.min(this.rows - 1, Math.floor((bottom - this.top) / CELL));
    let found = 0;
    for (let j = Math.max(0, Math.floor((top - this.top) / CELL)); j <= last; j++) {
      for (let at = this.begins[j * this.columns + from]!; from <= to && at < this.begins[j * this.columns + to + 1]!; at++) {
        const k = this.order[at]!;
        const owner = this.owners[k]!;
        if (owner === except || this.met[owner] === turn) continue;
        const [px, py] = this.points[k]!;
        if (px < left || px > right || py < top || py > bottom) continue;
        this.met[owner] = turn;
        into?.push(owner);
        found++;
      }
    }
    return found;
  }
}
