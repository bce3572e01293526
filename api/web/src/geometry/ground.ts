/** What stands in the way of lines: boxes in a grid, asked point by point. */
import { bottom, grown, inside, right, type Box, type Point } from "./box";

/** A box that lines should not enter. `owner`: who may (its own lines pass free); `price`: what entering costs, in mm. */
export interface Obstacle {
  readonly owner: string;
  readonly box: Box;
  readonly price: number;
  /** Whether a line that ends at the owner may enter; nobody may enter words. */
  readonly open: boolean;
}

const CELL = 16;
/** Lines keep this far from what they pass, in mm. */
const CLEAR = 1.2;

export class Ground {
  private readonly cells = new Map<number, Obstacle[]>();

  constructor(obstacles: Iterable<Obstacle>) {
    for (const obstacle of obstacles) this.put({ ...obstacle, box: grown(obstacle.box, CLEAR) });
  }

  private put(obstacle: Obstacle): void {
    const { box } = obstacle;
    for (let i = Math.floor(box.x / CELL); i <= Math.floor(right(box) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor(bottom(box) / CELL); j++) {
        const key = i * 65536 + j;
        const cell = this.cells.get(key);
        if (cell) cell.push(obstacle);
        else this.cells.set(key, [obstacle]);
      }
    }
  }

  /** What a line through these points enters, each once. `open`: ids whose figures and outlines it may enter. */
  met(points: readonly Point[], open: ReadonlySet<string>): Set<Obstacle> {
    const found = new Set<Obstacle>();
    for (const point of points) {
      const cell = this.cells.get(Math.floor(point[0] / CELL) * 65536 + Math.floor(point[1] / CELL));
      if (!cell) continue;
      for (const obstacle of cell) {
        if (obstacle.open && open.has(obstacle.owner)) continue;
        if (inside(obstacle.box, point)) found.add(obstacle);
      }
    }
    return found;
  }

  /** What a line through these points pays for all it enters, in mm; stops counting above `limit`. */
  price(points: readonly Point[], open: ReadonlySet<string>, limit = Infinity): number {
    let total = 0;
    for (const obstacle of this.met(points, open)) {
      total += obstacle.price;
      if (total > limit) break;
    }
    return total;
  }
}
