/** Where badges stand: along their own arrow near the tail, touching as little as may be (layouts/individual/kernels/badges.py). */
import { boxOf, grown, holds, type Box, type Point } from "../geometry/box";
import { Cells } from "../geometry/cells";
import { along, lengthOf, walkAlong } from "../geometry/curve";
import { Dots } from "../geometry/dots";
import { hypot } from "../geometry/length";
import type { Places } from "./places";
import type { Outlines, Ways } from "./ways";

/** How far along its arrow a badge may begin, and the steps it is tried in, in mm. */
const FIRST = 1.2;
const STEP = 1.2;
/** How far along the arrow a badge may stand, in parts of its length. */
const REACH = 0.62;
const FARTHEST = 45;
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
/** Points of outlines stand so far apart, in mm. */
const WALKED = 1.5;

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

export class Badges {
  /** Boxes, each with its price and the id of those to whom it costs less. */
  private readonly solids = new Cells<readonly [price: number, own: string]>();
  private readonly placed = new Cells<number>();
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly ids: readonly string[];
  private readonly lines: Dots;
  private readonly heads: Dots;
  private readonly walls: Dots;

  constructor(
    { stands, walls }: Places,
    outlines: Outlines,
    private readonly area: Box,
    ways: Ways,
  ) {
    for (const [id, stand] of stands) {
      this.solids.put(grown(stand.shape, 0.2), [ON_FIGURE, ""]);
      this.solids.put(grown(stand.words, 0.2), [ON_FIGURE, ""]);
      this.solids.put(stand.box, [IN_BOX, id]);
    }
    for (const wall of walls.values()) this.solids.put(grown(wall.words, 0.2), [ON_WORDS, ""]);
    const lines = [...ways.values()].map(({ line }) => line);
    this.ids = [...ways.keys()];
    this.numbers = new Map(this.ids.map((id, k) => [id, k]));
    this.lines = new Dots(lines);
    this.heads = new Dots(lines.map((line) => [line.at(-1)!]));
    this.walls = new Dots([...walls.keys()].map((id) => walked(outlines.get(id)!.points)));
  }

  /** Where a badge stands, and remember it. `reach`: how far along its line it may, in parts of its length. */
  place(wish: Wish, line: readonly Point[], reach = REACH): Badge {
    const first = FIRST + wish.size[1] / 2;
    const most = Math.max(first + 0.1, Math.min(FARTHEST, lengthOf(line) * reach));
    let best: [number, Badge] | undefined;
    walkAlong(line, first, most, STEP, (x, y, far) => {
      if (best && far >= best[0]) return false;
      const [w, h] = wish.size;
      const box = boxOf(x - w / 2, y - h / 2, w, h);
      const price = far + this.price(box, wish, best ? best[0] - far : Infinity);
      if (!best || price < best[0] - 1e-9) best = [price, { box, far }];
      return true;
    });
    this.placed.put(grown(best![1].box, 0.35), ON_BADGE);
    return best![1];
  }

  /** The arrows that run under the badge of another. */
  under(id: string, { box }: Badge): string[] {
    return this.lines.of(box, 0.4, this.numbers.get(id)).map((number) => this.ids[number]!);
  }

  /** What it costs to stand there; some figure above `most` once it is dearer. */
  private price(box: Box, wish: Wish, most: number): number {
    let total = this.solids.sum(box, ([price, own]) => (own === wish.tail && own !== "" ? IN_OWN_BOX : price));
    total += this.placed.sum(box, (price) => price);
    if (!holds(this.area, box)) total += OFF_SHEET;
    if (total > most) return total;
    if (this.heads.count(box, 1.6, -1, 1) > 0) total += ON_HEAD;
    if (this.walls.count(box, 0.5, -1, 1) > 0) total += ON_WALL;
    if (total > most) return total;
    const enough = Math.floor((most - total) / ON_LINE) + 1;
    total += this.lines.count(box, 0.5, this.numbers.get(wish.id), enough) * ON_LINE;
    return total;
  }
}

/** Points along a closed outline. */
function walked(outline: readonly Point[]): Point[] {
  return outline.flatMap(([ax, ay], k) => {
    const [bx, by] = outline[(k + 1) % outline.length]!;
    const count = Math.max(1, Math.round(hypot(bx - ax, by - ay) / WALKED));
    return Array.from({ length: count }, (_, n): Point => [ax + ((bx - ax) * n) / count, ay + ((by - ay) * n) / count]);
  });
}
