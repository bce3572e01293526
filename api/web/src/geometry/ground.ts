/** What stands in the way of lines: boxes in a grid, asked point by point. */
import { grown, inside, type Box, type Point } from "./box";
import { Cells } from "./cells";

/** A box that lines should not enter. `owner`: who may (its own lines pass free); `price`: what entering costs, in mm. */
export interface Obstacle {
  readonly owner: string;
  readonly box: Box;
  readonly price: number;
  /** Whether a line that ends at the owner may enter; nobody may enter words. */
  readonly open: boolean;
}

/** Lines keep this far from what they pass, in mm. */
const CLEAR = 1.2;

export class Ground {
  private readonly cells = new Cells<Obstacle>();

  constructor(obstacles: Iterable<Obstacle>) {
    for (const obstacle of obstacles) {
      const box = grown(obstacle.box, CLEAR);
      this.cells.put(box, { ...obstacle, box });
    }
  }

  /** What a line through these points pays for all it enters, in mm. `open`: ids whose figures and outlines it may enter. */
  price(points: readonly Point[], open: ReadonlySet<string>): number {
    const met = new Set<Obstacle>();
    for (const point of points) {
      for (const obstacle of this.cells.at(point)) {
        if (inside(obstacle.box, point) && !(obstacle.open && open.has(obstacle.owner))) met.add(obstacle);
      }
    }
    let total = 0;
    for (const obstacle of met) total += obstacle.price;
    return total;
  }
}
