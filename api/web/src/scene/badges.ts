/** Where badges stand: along their own arrow near the tail, touching as little as may be (layouts/individual/kernels/badges.py). */
import { boxOf, grown, inside, overlaps, type Box, type Point } from "../geometry/box";
import { farFromEdge } from "../geometry/near";
import { along, lengthOf } from "../geometry/curve";
import { Cells } from "../geometry/cells";
import type { Places } from "./places";
import type { Outlines, Ways } from "./ways";

/** How far along its arrow a badge may begin, and the steps it is tried in, in mm. */
const FIRST = 1.2;
const STEP = 0.8;
/** How far along the arrow a badge may stand, in parts of its length. */
const REACH = 0.62;
/** What a badge may touch, in millimetres farther from the tail that it would rather go. */
const ON_LINE = 45;
const ON_WALL = 150;
const ON_HEAD = 60;
const ON_FIGURE = 400;
const ON_WORDS = 300;
const ON_BADGE = 220;
const IN_BOX = 150;
const IN_OWN_BOX = 14;
const OFF_SHEET = 300;

export interface Wish {
  readonly id: string;
  readonly tail: string;
  readonly size: readonly [number, number];
}

/** A badge in its place, `far` mm along its arrow. */
export interface Badge {
  readonly box: Box;
  readonly far: number;
}

/** A badge so far along its line. */
export function badgeAt({ size: [w, h] }: Wish, line: readonly Point[], far: number): Badge {
  const [x, y] = along(line, far);
  return { box: boxOf(x - w / 2, y - h / 2, w, h), far };
}

interface Solid {
  readonly box: Box;
  readonly price: (tail: string) => number;
}

export class Badges {
  private readonly solids = new Cells<Solid>();
  private readonly lines = new Cells<readonly [string, Point]>();
  private readonly heads = new Cells<Point>();
  private readonly walls: readonly (readonly Point[])[];
  private readonly placed = new Cells<Box>();

  constructor(
    { stands, walls }: Places,
    outlines: Outlines,
    private readonly area: Box,
    ways: Ways,
  ) {
    for (const [id, stand] of stands) {
      const flatPrice = (price: number) => (): number => price;
      this.solids.put(grown(stand.shape, 0.2), { box: stand.shape, price: flatPrice(ON_FIGURE) });
      this.solids.put(grown(stand.words, 0.2), { box: stand.words, price: flatPrice(ON_FIGURE) });
      this.solids.put(stand.box, { box: stand.box, price: (tail) => (tail === id ? IN_OWN_BOX : IN_BOX) });
    }
    for (const wall of walls.values()) this.solids.put(wall.words, { box: wall.words, price: () => ON_WORDS });
    this.walls = [...walls.keys()].map((id) => outlines.get(id)!.points);
    for (const [id, { line }] of ways) {
      for (let k = 0; k < line.length; k += 2) this.lines.putAt(line[k]!, [id, line[k]!]);
      this.heads.putAt(line.at(-1)!, line.at(-1)!);
    }
  }

  /** Where a badge stands, and remember it. `reach`: how far along its line it may, in parts of its length. */
  place(wish: Wish, line: readonly Point[], reach = REACH): Badge {
    const first = FIRST + wish.size[1] / 2;
    const most = Math.max(first + 0.1, lengthOf(line) * reach);
    let best: [number, Badge] | undefined;
    for (let far = first; far < most; far += STEP) {
      if (best && far >= best[0]) break;
      const made = badgeAt(wish, line, far);
      const price = far + this.price(made.box, wish);
      if (!best || price < best[0] - 1e-9) best = [price, made];
    }
    this.placed.put(grown(best![1].box, 0.35), best![1].box);
    return best![1];
  }

  private price(box: Box, wish: Wish): number {
    let total = 0;
    for (const solid of this.solids.around(box)) if (overlaps(solid.box, box, 0.2)) total += solid.price(wish.tail);
    for (const other of this.placed.around(box)) if (overlaps(other, box, 0.35)) total += ON_BADGE;
    const crossed = new Set<string>();
    for (const [id, point] of this.lines.around(box)) if (id !== wish.id && inside(box, point, 0.5)) crossed.add(id);
    total += crossed.size * ON_LINE;
    for (const tip of this.heads.around(grown(box, 1.6))) if (inside(box, tip, 1.6)) total += ON_HEAD;
    if (this.onWall(box)) total += ON_WALL;
    const { area } = this;
    if (box.x < area.x || box.y < area.y || box.x + box.w > area.x + area.w || box.y + box.h > area.y + area.h) total += OFF_SHEET;
    return total;
  }

  private onWall(box: Box): boolean {
    const middle: Point = [box.x + box.w / 2, box.y + box.h / 2];
    return this.walls.some((points) => farFromEdge(points, middle) < box.h / 2 + 0.5);
  }
}
