/** Things found again by where they are: a grid of square cells. */
import { bottom, right, type Box, type Point } from "./box";

const CELL = 16;

export class Cells<T> {
  private readonly cells = new Map<number, T[]>();

  put(box: Box, thing: T): void {
    for (let i = Math.floor(box.x / CELL); i <= Math.floor(right(box) / CELL); i++)
      for (let j = Math.floor(box.y / CELL); j <= Math.floor(bottom(box) / CELL); j++) this.add(i, j, thing);
  }

  putAt([x, y]: Point, thing: T): void {
    this.add(Math.floor(x / CELL), Math.floor(y / CELL), thing);
  }

  /** What may be at a point. */
  at([x, y]: Point): readonly T[] {
    return this.cells.get(Math.floor(x / CELL) * 65536 + Math.floor(y / CELL)) ?? [];
  }

  /** What may be near a box, in the order it was put; something in several cells comes several times, unless once seen. */
  *around(box: Box): Iterable<T> {
    const seen = new Set<T>();
    for (let i = Math.floor(box.x / CELL); i <= Math.floor(right(box) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor(bottom(box) / CELL); j++) {
        for (const thing of this.cells.get(i * 65536 + j) ?? []) {
          if (seen.has(thing)) continue;
          seen.add(thing);
          yield thing;
        }
      }
    }
  }

  private add(i: number, j: number, thing: T): void {
    const key = i * 65536 + j;
    const cell = this.cells.get(key);
    if (cell) cell.push(thing);
    else this.cells.set(key, [thing]);
  }
}
