/** All of a sheet laid out in mm, before it is written as groups: places, ways of lines, badges. */
import type { Box } from "../geometry/box";
import { flat, type Curve } from "../geometry/curve";
import { Alongside, movedGround, type Ground, type Priced } from "../geometry/ground";
import type { Point } from "../geometry/box";
import { outlineOfStand, outlineOfWalls } from "../geometry/outline";
import type { Sizes } from "../geometry/sizes";
import { badgeAt, Badges, type Badge, type Wish } from "./badges";
import { dateSize, formerCurve, formerKind, kinCurve, otherParent, type Board } from "./links";
import { groundOf, obstaclesOf } from "./obstacles";
import { paintOrder } from "./painting";
import { movedPlaces, type Places } from "./places";
import type { Arrow, Staging } from "./staging";
import { outlinesOf, reroutedWays, waysOf, type Outlines, type Ways } from "./ways";

/** A headless line in its place. */
export interface Thin {
  readonly kind: string;
  readonly curve: Curve;
  readonly line: readonly Point[];
}

export interface Layout {
  readonly staging: Staging;
  readonly places: Places;
  readonly outlines: Outlines;
  readonly ground: Ground;
  readonly thin: ReadonlyMap<string, Thin>;
  readonly ways: Ways;
  /** Badges of arrows and dates of moves, by the id of their line. */
  readonly badges: ReadonlyMap<string, Badge>;
  /** The arrows in the order they are painted. */
  readonly painted: readonly Arrow[];
}

/** What a layout needs beside the staging. `badge`: the words in the badge of an arrow, null for none. */
export interface Manner {
  readonly sizes: Sizes;
  readonly badge: (arrow: Arrow) => string | null;
  readonly dated: boolean;
}

export function layoutOf(staging: Staging, places: Places, area: Box, manner: Manner): Layout {
  const outlines = outlinesOf(places);
  const ground = groundOf(places, area);
  const thin = thinLines(staging, { places, outlines, ground });
  const ways = waysOf(staging.arrows, places, outlines, besides(thin, ground));
  const solid = new Badges(places, outlines, area, ways);
  const badges = new Map<string, Badge>();
  for (const [wish, line, reach] of wishes(staging, thin, ways, manner)) badges.set(wish.id, solid.place(wish, line, reach));
  return { staging, places, outlines, ground, thin, ways, badges, painted: paintOrder(staging.arrows, badges, solid) };
}

/**
 * The layout with some things elsewhere, as while a finger moves them: only what stands there, what holds it and the
 * lines that end there are laid out again; badges keep their distance from the tail.
 */
export function movedLayout(before: Layout, moving: ReadonlyMap<string, Point>, manner: Manner): Layout {
  const { staging } = before;
  const { places, moved } = movedPlaces(before.places, staging, moving, manner.sizes);
  const outlines = new Map(before.outlines);
  for (const id of moved) {
    const [stand, wall] = [places.stands.get(id), places.walls.get(id)];
    if (stand) outlines.set(id, outlineOfStand(stand));
    else if (wall) outlines.set(id, outlineOfWalls(wall));
  }
  const ground = movedGround(before.ground, moved, obstaclesOf(places, moved));
  const thin = new Map(before.thin);
  for (const [id, line] of thinLines(staging, { places, outlines, ground }, moved)) thin.set(id, line);
  const ways = reroutedWays(staging.arrows, moved, before.ways, places, outlines, besides(thin, ground));
  const badges = new Map(before.badges);
  for (const [wish, line] of wishes(staging, thin, ways, manner)) {
    const was = before.ways.get(wish.id)?.line ?? before.thin.get(wish.id)?.line;
    if (was !== line) badges.set(wish.id, badgeAt(wish, line, before.badges.get(wish.id)?.far ?? 0));
  }
  return { ...before, places, outlines, thin, ways, badges };
}

function besides(thin: ReadonlyMap<string, Thin>, ground: Priced): Priced {
  return new Alongside(
    [...thin.values()].map((one) => one.line),
    ground,
  );
}

/** Kinship and ways to other homes; only those that touch one of `moved`, when told. */
function thinLines(staging: Staging, board: Board, moved?: ReadonlySet<string>): Map<string, Thin> {
  const found = new Map<string, Thin>();
  const put = (id: string, kind: string, curve: Curve): unknown => found.set(id, { kind, curve, line: flat(curve, 1) });
  for (const one of staging.kin) {
    if (one.a === one.b) continue;
    const other = moved && otherParent(staging, one);
    if (!moved || moved.has(one.a) || moved.has(one.b) || (other !== undefined && moved.has(other)))
      put(one.id, one.kind, kinCurve(one, staging, board));
  }
  for (const one of staging.former) {
    if (!moved || moved.has(one.person) || moved.has(one.household)) put(one.id, formerKind(one), formerCurve(one, board));
  }
  return found;
}

/** Dates of moves first, then the badges of arrows in the order of the story. */
function* wishes(
  staging: Staging,
  thin: ReadonlyMap<string, Thin>,
  ways: Ways,
  manner: Manner,
): Iterable<[wish: Wish, line: readonly Point[], reach?: number]> {
  for (const one of staging.former) {
    const size = manner.dated ? dateSize(one, manner.sizes) : undefined;
    if (size) yield [{ id: one.id, tail: "", size }, thin.get(one.id)!.line, 0.95];
  }
  for (const one of staging.arrows) {
    const words = manner.badge(one);
    const way = ways.get(one.id);
    if (words !== null && way) yield [{ id: one.id, tail: one.activator, size: manner.sizes.badge(words) }, way.line];
  }
}
