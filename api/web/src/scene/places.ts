/** Everything in its place: what is placed stays, a newcomer takes the best free slot (layouts/individual/placed.py). */
import { around, centre, holds, overlaps, type Box, type Point } from "../geometry/box";
import { figureLabel } from "../geometry/label";
import type { Sizes } from "../geometry/sizes";
import { slotNear } from "../geometry/slot";
import { emptyWalls, standAt, wallsAround, type Stand, type Walls } from "../geometry/stand";
import type { Container, Staging } from "./staging";

/** Outlines keep this far from what they do not hold, in mm. */
const APART = 3;

export interface Places {
  readonly stands: ReadonlyMap<string, Stand>;
  readonly walls: ReadonlyMap<string, Walls>;
  /** The containers a thing stands in, the nearest first. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** Where newcomers were put. */
  readonly placed: Readonly<Record<string, Point>>;
}

/** Return all in its place; undefined when a newcomer finds no free slot in `area`. Nobody who has a place moves. */
export function placesOf(staging: Staging, centres: ReadonlyMap<string, Point>, area: Box, sizes: Sizes): Places | undefined {
  return new Builder(staging, centres, area, sizes).built();
}

/** For each figure and container the containers it stands in, the nearest first. */
export function ancestry(staging: Staging): Map<string, readonly string[]> {
  const holder = new Map<string, string | null>();
  for (const one of [...staging.figures, ...staging.containers]) holder.set(one.id, one.inside);
  const known = new Set(staging.containers.map((one) => one.id));
  const chains = new Map<string, string[]>();
  for (const id of holder.keys()) {
    const chain: string[] = [];
    let above = holder.get(id) ?? null;
    while (above !== null && known.has(above) && !chain.includes(above)) {
      chain.push(above);
      above = holder.get(above) ?? null;
    }
    chains.set(id, chain);
  }
  return chains;
}

/** Everything with some things elsewhere, and what has moved with them: those who stand there and all that holds them. */
export function movedPlaces(
  before: Places,
  staging: Staging,
  moving: ReadonlyMap<string, Point>,
  sizes: Sizes,
): { places: Places; moved: Set<string> } {
  const { above, placed } = before;
  const stands = new Map(before.stands);
  const walls = new Map(before.walls);
  const moved = new Set<string>();
  for (const [id, at] of moving) {
    const stand = stands.get(id);
    if (stand) stands.set(id, standAt(id, "", at, sizes, stand.label));
    for (const one of [id, ...(above.get(id) ?? [])]) moved.add(one);
  }
  const inside = (holder: string): Box[] => {
    const held = [...above].filter(([, chain]) => chain[0] === holder).map(([id]) => id);
    return held.flatMap((id) => (stands.get(id) ?? walls.get(id))?.box ?? []);
  };
  const again = staging.containers.filter(({ id }) => moved.has(id));
  for (const one of again.sort((a, b) => above.get(b.id)!.length - above.get(a.id)!.length)) {
    const content = around(inside(one.id));
    const at = moving.get(one.id);
    if (content) walls.set(one.id, wallsAround(one, content, sizes));
    else if (at) walls.set(one.id, emptyWalls(one, at, sizes));
  }
  return { places: { stands, walls, above, placed }, moved };
}

class Builder {
  private readonly above: Map<string, readonly string[]>;
  private readonly stands = new Map<string, Stand>();
  private readonly centres: Map<string, Point>;
  private readonly placed: Record<string, Point> = {};
  private readonly inner: Container[];
  private readonly labels = new Map<string, string>();

  constructor(
    private readonly staging: Staging,
    centres: ReadonlyMap<string, Point>,
    private readonly area: Box,
    private readonly sizes: Sizes,
  ) {
    this.above = ancestry(staging);
    this.centres = new Map(centres);
    const deep = (one: Container): number => this.above.get(one.id)!.length;
    this.inner = [...staging.containers].sort((a, b) => deep(b) - deep(a));
    for (const { id, label } of staging.figures) {
      this.labels.set(id, label);
      const at = centres.get(id);
      if (at) this.stands.set(id, standAt(id, label, at, sizes));
    }
  }

  built(): Places | undefined {
    const { figures, containers } = this.staging;
    for (const { id } of figures) if (!this.stands.has(id) && !this.seat(id)) return undefined;
    for (const one of containers) {
      if (!this.centres.has(one.id) && !this.holdsAnybody(one.id) && !this.seatEmpty(one)) return undefined;
    }
    const walls = this.walls();
    const stands = new Map(figures.map(({ id }) => [id, this.stands.get(id)!]));
    const ordered = new Map(containers.map(({ id }) => [id, walls.get(id)!]));
    return { stands, walls: ordered, above: this.above, placed: this.placed };
  }

  private holdsAnybody(container: string): boolean {
    return [...this.stands.keys()].some((id) => this.above.get(id)!.includes(container));
  }

  /** The outlines around those who stand in them, inner ones first; empty ones at their centres. */
  private walls(extra?: Stand, empty?: readonly [string, Point]): Map<string, Walls> {
    const content = new Map<string, Box[]>();
    const put = (id: string, box: Box): void => {
      const holder = this.above.get(id)![0];
      if (holder !== undefined) content.set(holder, [...(content.get(holder) ?? []), box]);
    };
    for (const stand of this.stands.values()) put(stand.id, stand.box);
    if (extra) put(extra.id, extra.box);
    const found = new Map<string, Walls>();
    for (const one of this.inner) {
      const held = around(content.get(one.id) ?? []);
      const at = empty?.[0] === one.id ? empty[1] : this.centres.get(one.id);
      const walls = held ? wallsAround(one, held, this.sizes) : at && emptyWalls(one, at, this.sizes);
      if (!walls) continue;
      found.set(one.id, walls);
      put(one.id, walls.box);
    }
    return found;
  }

  /** Give a newcomer the free slot nearest to its neighbours; whether there is one. */
  private seat(id: string): boolean {
    const text = this.labels.get(id)!;
    const label = figureLabel(text, this.sizes);
    const stand = (at: Point): Stand => standAt(id, text, at, this.sizes, label);
    const at = slotNear(
      this.area,
      this.goal(id),
      (point) => stand(point).box,
      (point) => this.fits(stand(point).box) && this.free(this.walls(stand(point)), id, stand(point)),
    );
    if (!at) return false;
    this.stands.set(id, stand(at));
    this.placed[id] = at;
    return true;
  }

  /** Give an empty newcomer building or home the free slot nearest to its neighbours. */
  private seatEmpty(container: Container): boolean {
    const at = slotNear(
      this.area,
      this.goal(container.id),
      (point) => emptyWalls(container, point, this.sizes).box,
      (point) =>
        this.fits(emptyWalls(container, point, this.sizes).box) && this.free(this.walls(undefined, [container.id, point]), container.id),
    );
    if (!at) return false;
    this.centres.set(container.id, at);
    this.placed[container.id] = at;
    return true;
  }

  private fits(box: Box): boolean {
    for (const stand of this.stands.values()) if (overlaps(stand.box, box, this.sizes.cellGap * 0.7)) return false;
    return true;
  }

  /** Whether the outlines that hold the newcomer, or are it, meet nothing they do not hold, and stand on the paper. */
  private free(walls: ReadonlyMap<string, Walls>, id: string, extra?: Stand): boolean {
    const chain = this.above.get(id)!;
    for (const [name, wall] of walls) {
      const own = name === id || chain.includes(name);
      if (own && !holds(this.area, wall.box)) return false;
      if (!own) {
        if (extra && overlaps(wall.box, extra.box, APART)) return false;
        continue;
      }
      for (const stand of this.stands.values()) {
        if (!this.above.get(stand.id)!.includes(name) && overlaps(wall.box, stand.box, APART)) return false;
      }
      for (const [other, second] of walls) {
        const apart = name !== other && !this.above.get(other)!.includes(name) && !this.above.get(name)!.includes(other);
        if (apart && overlaps(wall.box, second.box, APART)) return false;
      }
    }
    return true;
  }

  /** The middle of those the newcomer stands with or is joined to, else of the sheet. */
  private goal(id: string): Point {
    const holder = this.above.get(id)![0];
    let [x, y, weight] = [0, 0, 0];
    for (const [other, stand] of this.stands) {
      const together = holder !== undefined && holder === this.above.get(other)![0] ? 4 : 0;
      const count = together + this.joined(id, other);
      const [px, py] = centre(stand.shape);
      [x, y, weight] = [x + px * count, y + py * count, weight + count];
    }
    return weight === 0 ? centre(this.area) : [x / weight, y / weight];
  }

  private joined(one: string, other: string): number {
    const between = (a: string, b: string): boolean => (a === one && b === other) || (a === other && b === one);
    const arrows = this.staging.arrows.filter((arrow) => between(arrow.activator, arrow.activated));
    return arrows.length + this.staging.kin.filter((line) => between(line.a, line.b)).length;
  }
}
