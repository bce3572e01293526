/** Who has a place, and the free ones: only a newcomer and what it stands in change while slots are tried (layouts/individual/placed.py). */
import { around, boxOf, centre, holds, overlaps, right, bottom, type Box, type Point } from "../geometry/box";
import { figureLabel, type Label } from "../geometry/label";
import type { Sizes } from "../geometry/sizes";
import { nearestSlot } from "../geometry/slot";
import { emptyWalls, standAt, wallsAround } from "../geometry/stand";
import type { Container, Figure, Staging } from "./staging";

/** A foreign outline nearer than this, in mm, leaves a slot taken. */
const NEAR = 3;
/** A newcomer keeps this part of the usual gap from everybody else. */
const BESIDE = 0.7;
/** How many arrows it counts for to stand in the same home or building. */
const TOGETHER = 4;

export class Seats {
  /** Where every figure stands, and every container that holds nothing. */
  readonly centres = new Map<string, Point>();
  private readonly boxes = new Map<string, Box>();
  private readonly children = new Map<string, string[]>();
  private readonly containers: ReadonlyMap<string, Container>;
  /** The label of every figure. */
  readonly labels: ReadonlyMap<string, Label>;
  private readonly innerFirst: readonly Container[];
  private readonly leaves: readonly string[];

  constructor(
    private readonly staging: Staging,
    private readonly above: ReadonlyMap<string, readonly string[]>,
    private readonly recorded: ReadonlyMap<string, Point>,
    private readonly area: Box,
    private readonly sizes: Sizes,
  ) {
    const { figures, containers } = staging;
    this.containers = new Map(containers.map((one) => [one.id, one]));
    this.labels = new Map(figures.map((one: Figure) => [one.id, figureLabel(one.label, sizes)]));
    for (const [id, chain] of above) {
      if (chain[0] !== undefined) this.children.set(chain[0], [...(this.children.get(chain[0]) ?? []), id]);
    }
    this.innerFirst = [...containers].sort((a, b) => above.get(b.id)!.length - above.get(a.id)!.length);
    this.leaves = [...figures, ...containers].map((one) => one.id).filter((id) => !this.children.has(id));
    this.seat(this.leaves.flatMap((id) => (recorded.has(id) ? [[id, recorded.get(id)!] as const] : [])));
  }

  /** Who has no place yet, figures first. */
  waiting(): string[] {
    return this.leaves.filter((id) => !this.centres.has(id));
  }

  /**
   * Give a newcomer the free slot nearest to its neighbours; undefined when there is none. `crossing`: the outline
   * around it may meet others, where homes that stand among each other leave no other way.
   */
  give(id: string, crossing = false): Point | undefined {
    const free = this.freeFor(id, crossing);
    const home = this.emptyHome(id);
    const spot = home && this.labels.has(id) ? this.spotWithin(id, home) : undefined;
    const at = spot && free(spot) ? spot : nearestSlot(this.area, home ?? this.goal(id), free);
    if (at) this.seat([[id, at]]);
    return at;
  }

  private seat(places: Iterable<readonly [string, Point]>): void {
    for (const [id, at] of places) {
      this.centres.set(id, at);
      this.boxes.set(id, this.boxAt(id, at));
    }
    for (const one of this.innerFirst) {
      const content = this.content(one.id);
      if (content) this.boxes.set(one.id, wallsAround(one, content, this.sizes).box);
    }
  }

  private boxAt(id: string, at: Point): Box {
    const container = this.containers.get(id);
    return container ? emptyWalls(container, at, this.sizes).box : standAt(id, "", at, this.sizes, this.labels.get(id)).box;
  }

  /** What a container holds, `besides` left out. */
  private content(id: string, besides?: string): Box | undefined {
    const held = (this.children.get(id) ?? []).filter((one) => one !== besides);
    return around(held.flatMap((one) => this.boxes.get(one) ?? []));
  }

  /** Tells whether the newcomer may stand at a point: all on the sheet, and nothing meets what it may not. */
  private freeFor(id: string, crossing: boolean): (at: Point) => boolean {
    const chain = (crossing ? [] : this.above.get(id)!).map((name, k, all) => {
      const met = [...this.boxes].filter(([other, box]) => this.minds(name, other, box));
      return { walls: this.containers.get(name)!, base: this.content(name, k === 0 ? id : all[k - 1]), met: met.map(([, box]) => box) };
    });
    const gap = this.sizes.cellGap * BESIDE;
    const others = [...this.boxes].filter(([other]) => !(this.containers.has(other) && this.holds(other, id)));
    const own = others.map(([other, box]): [Box, number] => {
      const apart = this.containers.has(id) ? Math.max(gap, NEAR) : gap;
      return [box, this.containers.has(other) ? NEAR : apart];
    });
    return (at) => {
      const box = this.boxAt(id, at);
      if (!holds(this.area, box) || own.some(([other, apart]) => overlaps(box, other, apart))) return false;
      let held = box;
      for (const { walls, base, met } of chain) {
        held = wallsAround(walls, around(base ? [base, box] : [box])!, this.sizes).box;
        if (!holds(this.area, held) || met.some((other) => overlaps(held, other, NEAR))) return false;
      }
      return true;
    };
  }

  /** Whether the outline of `name` must keep off another thing: foreign, and not met already. */
  private minds(name: string, other: string, box: Box): boolean {
    if (this.holds(name, other) || this.holds(other, name)) return false;
    const own = this.boxes.get(name);
    return !(own && overlaps(own, box, NEAR));
  }

  private holds(container: string, thing: string): boolean {
    return thing === container || (this.above.get(thing) ?? []).includes(container);
  }

  /** The place recorded for the home or building the newcomer is the first to stand in. */
  private emptyHome(id: string): Point | undefined {
    const home = this.above.get(id)![0];
    return home === undefined || this.boxes.has(home) ? undefined : this.recorded.get(home);
  }

  /** Where a figure stands so that the outline around it is centred on a point. */
  private spotWithin(id: string, [x, y]: Point): Point {
    const home = this.containers.get(this.above.get(id)![0]!)!;
    const box = wallsAround(home, this.boxAt(id, [x, y]), this.sizes).box;
    return [Math.round((2 * x - (box.x + right(box)) / 2) * 100) / 100, Math.round((2 * y - (box.y + bottom(box)) / 2) * 100) / 100];
  }

  /** The middle of those the newcomer stands with or is joined to, else of the sheet. */
  private goal(id: string): Point {
    const near = this.joined(id)
      .filter((end) => this.boxes.has(end))
      .map((end) => this.middle(end));
    const home = this.above.get(id)![0];
    for (const [other, at] of this.centres) {
      if (home !== undefined && this.above.get(other)![0] === home) near.push(...Array<Point>(TOGETHER).fill(at));
    }
    if (near.length === 0) return centre(this.area);
    const sum = near.reduce<Point>(([x, y], at) => [x + at[0], y + at[1]], [0, 0]);
    return [sum[0] / near.length, sum[1] / near.length];
  }

  private middle(id: string): Point {
    return this.centres.get(id) ?? centre(this.boxes.get(id) ?? boxOf(0, 0, 0, 0));
  }

  /** The other end of each arrow and kinship line of a newcomer. */
  private joined(id: string): string[] {
    const ends: [string, string][] = this.staging.arrows.map((arrow) => [arrow.activator, arrow.activated]);
    for (const line of this.staging.kin) ends.push([line.a, line.b]);
    return ends.flatMap(([a, b]) => (a === b ? [] : a === id ? [b] : b === id ? [a] : []));
  }
}
