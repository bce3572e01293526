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
const CELL = 16;
const NONE: readonly number[] = [];

export class Ground implements Priced {
  private readonly obstacles: readonly Obstacle[];
  /** Left, top, right, bottom of each. */
  private readonly sides: Float64Array;
  private readonly things: Int32Array;
  private readonly met: Int32Array;
  private turn = 0;
  private readonly cells: (number[] | undefined)[] = [];
  private readonly columns: number;
  private readonly rows: number;
  private readonly left: number;
  private readonly top: number;

  constructor(obstacles: Iterable<Obstacle>) {
    this.obstacles = [...obstacles];
    this.sides = new Float64Array(this.obstacles.flatMap(({ box }) => [box.x - CLEAR, box.y - CLEAR, right(box) + CLEAR, bottom(box) + CLEAR]));
    const names = new Map<string, number>();
    this.things = Int32Array.from(this.obstacles, ({ thing }) => names.get(thing) ?? (names.set(thing, names.size), names.size - 1));
    this.met = new Int32Array(names.size);
    const edge = (at: number, pick: (...all: number[]) => number): number =>
      this.obstacles.reduce((found, _, k) => pick(found, this.sides[4 * k + at]!), this.obstacles.length > 0 ? this.sides[at]! : 0);
    [this.left, this.top] = [edge(0, Math.min), edge(1, Math.min)];
    this.columns = Math.floor((edge(2, Math.max) - this.left) / CELL) + 1;
    this.rows = Math.floor((edge(3, Math.max) - this.top) / CELL) + 1;
    this.obstacles.forEach((_, k) => this.put(k));
  }

  private put(k: number): void {
    const { sides } = this;
    for (let i = this.column(sides[4 * k]!); i <= this.column(sides[4 * k + 2]!); i++)
      for (let j = this.row(sides[4 * k + 1]!); j <= this.row(sides[4 * k + 3]!); j++) (this.cells[j * this.columns + i] ??= []).push(k);
  }

  private column(x: number): number {
    return Math.floor((x - this.left) / CELL);
  }

  private row(y: number): number {
    return Math.floor((y - this.top) / CELL);
  }

  /** `without`: owners whose boxes are no longer where they were. */
  price({ points, count }: Trace, open: ReadonlySet<string>, most = Infinity, without?: ReadonlySet<string>): number {
    const turn = ++this.turn;
    let total = 0;
    for (let p = 0; p < count; p++) {
      const x = points[2 * p]!;
      const y = points[2 * p + 1]!;
      for (const k of this.at(x, y)) {
        const thing = this.things[k]!;
        if (this.met[thing] === turn || !this.inside(k, x, y)) continue;
        const one = this.obstacles[k]!;
        this.met[thing] = turn;
        if ((one.open && open.has(one.owner)) || without?.has(one.owner)) continue;
        total += one.price;
        if (total > most) return total;
      }
    }
    return total;
  }

  private at(x: number, y: number): readonly number[] {
    const [i, j] = [this.column(x), this.row(y)];
    return i < 0 || j < 0 || i >= this.columns || j >= this.rows ? NONE : (this.cells[j * this.columns + i] ?? NONE);
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
  return Math.floor(x / CELL) * 65536 + Math.floor(y / CELL);
}
