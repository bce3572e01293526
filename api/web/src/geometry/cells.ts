/** Boxes found again by where they are: a grid of square cells. */
import { bottom, overlaps, right, type Box } from "./box";

const CELL = 16;

interface Put<T> {
  readonly box: Box;
  readonly thing: T;
  seen: number;
}

export class Cells<T> {
  private readonly cells = new Map<number, Put<T>[]>();
  private turn = 0;

  put(box: Box, thing: T): void {
    const put = { box, thing, seen: 0 };
    for (let i = Math.floor(box.x / CELL); i <= Math.floor(right(box) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor(bottom(box) / CELL); j++) {
        const key = i * 65536 + j;
        const cell = this.cells.get(key);
        if (cell) cell.push(put);
        else this.cells.set(key, [put]);
      }
    }
  }

  /** Adds up what `price` says of everything that shares more than an edge with the box. */
  sum(box: Box, price: (thing: T) => number): number {
    const turn = ++this.turn;
    let total = 0;
    for (let i = Math.floor(box.x / CELL); i <= Math.floor(right(box) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor(bottom(box) / CELL); j++) {
        for (const put of this.cells.get(i * 65536 + j) ?? []) {
          if (put.seen === turn) continue;
          put.seen = turn;
          if (overlaps(put.box, box)) total += price(put.thing);
        }
      }
    }
    return total;
  }
}
