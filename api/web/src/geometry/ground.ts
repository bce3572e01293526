/** What stands in the way of lines: boxes in a grid, asked point by point; and thin lines that others should not run along. */
import { bottom, right, type Box, type Point } from "./box";
import type { Trace } from "./trace";

/** A box that lines should not enter. `owner`: who may (its own lines pass free); `price`: what entering costs, in mm. */
export interface Obstacle {
  readonly owner: string;
  /** Boxes of one thing are paid for once. */
  readonly thing: string;
  readonly box: Box;
  readonly price: number;
  /** Whether a line that ends at the owner may enter; nobody may enter words. */
  readonly open: boolean;
}

/** What lines are priced on. */
export interface Priced {
  /**
   * What a traced line pays, in mm; it stops counting above `most`. `open`: ids whose figures and outlines it may enter.
   */
  price(trace: Trace, open: ReadonlySet<string>, most?: number): number;
}

/** Lines keep this far from what they pass, in mm. */
const CLEAR = 1.2;
/** Boxes are found by square cells of so many mm: about half of them have nothing on them. */
const CELL = 4;

export class Ground implements Priced {
  private readonly obstacles: readonly Obstacle[];
  /** Left, top, right, bottom of each. */
  private readonly sides: Float64Array;
  private readonly things: Int32Array;
  private readonly met: Int32Array;
  private turn = 0;
  /** Where each cell begins in `standing`; one more than cells. */
  private readonly begins: Int32Array;
  /** The obstacles on each cell, cell by cell. */
  private readonly standing: Int32Array;
  private readonly columns: number;
  private readonly rows: number;
  private readonly left: number;
  private readonly top: number;

  constructor(obstacles: Iterable<Obstacle>) {
    this.obstacles = [...obstacles];
    const count = this.obstacles.length;
    this.sides = new Float64Array(4 * count);
    this.things = new Int32Array(count);
    const names = new Map<string, number>();
    let [left, top, far, low] = count > 0 ? [Infinity, Infinity, -Infinity, -Infinity] : [0, 0, 0, 0];
    this.obstacles.forEach(({ thing, box }, k) => {
      this.sides.set([box.x - CLEAR, box.y - CLEAR, right(box) + CLEAR, bottom(box) + CLEAR], 4 * k);
      this.things[k] = names.get(thing) ?? (names.set(thing, names.size), names.size - 1);
      left = Math.min(left, box.x - CLEAR);
      top = Math.min(top, box.y - CLEAR);
      far = Math.max(far, right(box) + CLEAR);
      low = Math.max(low, bottom(box) + CLEAR);
    });
    this.met = new Int32Array(names.size);
    [this.left, this.top] = [left, top];
    this.columns = Math.floor((far - left) / CELL) + 1;
    this.rows = Math.floor((low - top) / CELL) + 1;
    [this.begins, this.standing] = this.sorted();
  }

  /** The obstacles by their cells. */
  private sorted(): [Int32Array, Int32Array] {
    const begins = new Int32Array(this.columns * this.rows + 1);
    for (let k = 0; k < this.obstacles.length; k++) this.eachCell(k, (cell) => (begins[cell + 1]! += 1));
    for (let cell = 1; cell < begins.length; cell++) begins[cell]! += begins[cell - 1]!;
    const next = begins.slice();
    const standing = new Int32Array(begins.at(-1)!);
    for (let k = 0; k < this.obstacles.length; k++) this.eachCell(k, (cell) => (standing[next[cell]!++] = k));
    return [begins, standing];
  }

  private eachCell(k: number, visit: (cell: number) => void): void {
    const { sides, columns } = this;
    const [from, to] = [this.at(sides[4 * k]! - this.left), this.at(sides[4 * k + 2]! - this.left)];
    const last = this.at(sides[4 * k + 3]! - this.top);
    for (let j = this.at(sides[4 * k + 1]! - this.top); j <= last; j++) for (let i = from; i <= to; i++) visit(j * columns + i);
  }

  private at(far: number): number {
    return Math.floor(far / CELL);
  }

  /** `without`: owners whose boxes are no longer where they were. */
  price({ points, count }: Trace, open: ReadonlySet<string>, most = Infinity, without?: ReadonlySet<string>): number {
    const { begins, standing, things, met, columns, rows, left, top } = this;
    const turn = ++this.turn;
    let total = 0;
    for (let p = 0; p < count; p++) {
      const [x, y] = [points[2 * p]!, points[2 * p + 1]!];
      const [i, j] = [Math.floor((x - left) / CELL), Math.floor((y - top) / CELL)];
      if (i < 0 || j < 0 || i >= columns || j >= rows) continue;
      const end = begins[j * columns + i + 1]!;
      for (let at = begins[j * columns + i]!; at < end; at++) {
        const k = standing[at]!;
        if (met[things[k]!] === turn || !this.inside(k, x, y)) continue;
        met[things[k]!] = turn;
        const one = this.obstacles[k]!;
        if ((one.open && open.has(one.owner)) || without?.has(one.owner)) continue;
        total += one.price;
        if (total > most) return total;
      }
    }
    return total;
  }

  private inside(k: number, x: number, y: number): boolean {
    const { sides } = this;
    return x >= sides[4 * k]! && y >= sides[4 * k + 1]! && x <= sides[4 * k + 2]! && y <= sides[4 * k + 3]!;
  }
}

/** The ground while some things are moved: the rest where it was, these where they are now. */
export function movedGround(still: Ground, moved: ReadonlySet<string>, now: Iterable<Obstacle>): Priced {
  const ground = new Ground(now);
  return {
    price: (trace, open, most = Infinity) => {
      const first = still.price(trace, open, most, moved);
      return first > most ? first : first + ground.price(trace, open, most - first);
    },
  };
}

/** Nearer than this a line runs along another; so many points of it are a mere crossing; what each more costs, in mm. */
const NEAR = 1.6;
const CROSSED = 5;
const DEAR = 2.5;
/** Thin lines are found by square cells of so many mm. */
const WIDE = 16;

/** Thin lines: to cross one costs nothing, to run along it does. */
export class Alongside implements Priced {
  private readonly cells = new Map<number, Point[]>();

  constructor(
    lines: Iterable<readonly Point[]>,
    private readonly ground: Priced,
  ) {
    for (const line of lines) for (const point of line) this.put(point);
  }

  private put(point: Point): void {
    for (const key of new Set([-NEAR, NEAR].flatMap((x) => [-NEAR, NEAR].map((y) => key16(point[0] + x, point[1] + y))))) {
      const cell = this.cells.get(key);
      if (cell) cell.push(point);
      else this.cells.set(key, [point]);
    }
  }

  price(trace: Trace, open: ReadonlySet<string>, most = Infinity): number {
    return this.cells.size === 0 ? this.ground.price(trace, open, most) : this.along(trace) + this.ground.price(trace, open, most);
  }

  private along({ points, count }: Trace): number {
    let near = 0;
    for (let p = 0; p < count; p++) {
      const [x, y] = [points[2 * p]!, points[2 * p + 1]!];
      if (this.cells.get(key16(x, y))?.some(([px, py]) => Math.abs(px - x) < NEAR && Math.abs(py - y) < NEAR)) near++;
    }
    return Math.max(0, near - CROSSED) * DEAR;
  }
}

function key16(x: number, y: number): number {
  return Math.floor(x / WIDE) * 65536 + Math.floor(y / WIDE);
}
