/** What stands in the way of lines: boxes in a grid, asked point by point; and thin lines that others should not run along. */
import { grown, inside, type Box, type Point } from "./box";
import { Cells } from "./cells";

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
  /** What a line through these points pays, in mm. `open`: ids whose figures and outlines it may enter. */
  price(points: readonly Point[], open: ReadonlySet<string>): number;
}

/** Lines keep this far from what they pass, in mm. */
const CLEAR = 1.2;

export class Ground implements Priced {
  private readonly cells = new Cells<Obstacle>();

  constructor(obstacles: Iterable<Obstacle>) {
    for (const obstacle of obstacles) {
      const box = grown(obstacle.box, CLEAR);
      this.cells.put(box, { ...obstacle, box });
    }
  }

  /** `without`: owners whose boxes are no longer where they were. */
  price(points: readonly Point[], open: ReadonlySet<string>, without?: ReadonlySet<string>): number {
    const met = new Map<string, number>();
    for (const point of points) {
      for (const obstacle of this.cells.at(point)) {
        if (!inside(obstacle.box, point) || (obstacle.open && open.has(obstacle.owner))) continue;
        if (!without?.has(obstacle.owner)) met.set(obstacle.thing, obstacle.price);
      }
    }
    let total = 0;
    for (const price of met.values()) total += price;
    return total;
  }
}

/** The ground while some things are moved: the rest where it was, these where they are now. */
export function movedGround(still: Ground, moved: ReadonlySet<string>, now: Iterable<Obstacle>): Priced {
  const ground = new Ground(now);
  return { price: (points, open) => still.price(points, open, moved) + ground.price(points, open) };
}

/** Thin lines: to cross one costs nothing, to run along it does. */
export class Alongside implements Priced {
  private readonly cells = new Cells<Point>();

  constructor(
    lines: Iterable<readonly Point[]>,
    private readonly ground: Priced,
  ) {
    for (const line of lines) for (const point of line) this.cells.put({ x: point[0] - NEAR, y: point[1] - NEAR, w: 2 * NEAR, h: 2 * NEAR }, point);
  }

  price(points: readonly Point[], open: ReadonlySet<string>): number {
    let near = 0;
    for (const [x, y] of points) if (this.cells.at([x, y]).some(([px, py]) => Math.hypot(px - x, py - y) < NEAR)) near++;
    return Math.max(0, near - CROSSED) * DEAR + this.ground.price(points, open);
  }
}

/** Nearer than this a line runs along another; so many points of it are a mere crossing; what each more costs, in mm. */
const NEAR = 1.6;
const CROSSED = 5;
const DEAR = 4;
