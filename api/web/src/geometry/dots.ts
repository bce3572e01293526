/** Many points, each of somebody, counted by where they are: in one buffer, sorted by square cells. */
import type { Box, Point } from "./box";

const CELL = 5;

export class Dots {
  private readonly left: number;
  private readonly top: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Where each cell begins among the points; one more than cells. */
  private readonly begins: Int32Array;
  /** The points, cell by cell, and whose they are. */
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  private readonly owners: Int32Array;
  private readonly met: Int32Array;
  private turn = 0;

  /** `lines[k]` are the points of owner `k`. */
  constructor(lines: readonly (readonly Point[])[]) {
    let [left, top, right, bottom, count] = [Infinity, Infinity, -Infinity, -Infinity, 0];
    for (const line of lines) {
      count += line.length;
      for (const at of line) {
        left = Math.min(left, at[0]);
        top = Math.min(top, at[1]);
        right = Math.max(right, at[0]);
        bottom = Math.max(bottom, at[1]);
      }
    }
    [this.left, this.top] = count > 0 ? [left, top] : [0, 0];
    this.columns = count > 0 ? Math.floor((right - left) / CELL) + 1 : 0;
    this.rows = count > 0 ? Math.floor((bottom - top) / CELL) + 1 : 0;
    this.begins = new Int32Array(this.columns * this.rows + 1);
    [this.xs, this.ys, this.owners] = [new Float64Array(count), new Float64Array(count), new Int32Array(count)];
    this.met = new Int32Array(lines.length);
    this.sort(lines);
  }

  private sort(lines: readonly (readonly Point[])[]): void {
    const { begins, xs, ys, owners } = this;
    for (const line of lines) for (const at of line) begins[this.cell(at) + 1]! += 1;
    for (let k = 1; k < begins.length; k++) begins[k]! += begins[k - 1]!;
    const next = begins.slice();
    for (let owner = 0; owner < lines.length; owner++) {
      for (const at of lines[owner]!) {
        const cell = this.cell(at);
        const k = next[cell]!;
        next[cell] = k + 1;
        xs[k] = at[0];
        ys[k] = at[1];
        owners[k] = owner;
      }
    }
  }

  private cell(at: Point): number {
    return Math.floor((at[1] - this.top) / CELL) * this.columns + Math.floor((at[0] - this.left) / CELL);
  }

  /** How many owners, `except` left out, have a point in the box or less than `margin` from it; no further than `enough`. */
  count(box: Box, margin: number, except = -1, enough = Infinity): number {
    return this.each(box, margin, except, enough);
  }

  /** Those owners, `except` left out. */
  of(box: Box, margin: number, except = -1): number[] {
    const found: number[] = [];
    this.each(box, margin, except, Infinity, found);
    return found;
  }

  private each(box: Box, margin: number, except: number, enough: number, into?: number[]): number {
    const { begins, xs, ys, owners, met, columns } = this;
    const turn = ++this.turn;
    const [left, top] = [box.x - margin, box.y - margin];
    const [right, bottom] = [box.x + box.w + margin, box.y + box.h + margin];
    const from = Math.max(0, Math.floor((left - this.left) / CELL));
    const to = Math.min(columns - 1, Math.floor((right - this.left) / CELL));
    const last = from > to ? -1 : Math.min(this.rows - 1, Math.floor((bottom - this.top) / CELL));
    let found = 0;
    for (let j = Math.max(0, Math.floor((top - this.top) / CELL)); j <= last; j++) {
      const end = begins[j * columns + to + 1]!;
      for (let k = begins[j * columns + from]!; k < end; k++) {
        const [x, y, owner] = [xs[k]!, ys[k]!, owners[k]!];
        if (x < left || x > right || y < top || y > bottom || owner === except || met[owner] === turn) continue;
        met[owner] = turn;
        into?.push(owner);
        if (++found >= enough) return found;
      }
    }
    return found;
  }
}
