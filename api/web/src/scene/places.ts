/** Everything in its place: what is placed stays, newcomers take free slots, outlines go round their people. */
import { around, type Box, type Point } from "../geometry/box";
import type { Sizes } from "../geometry/sizes";
import { emptyWalls, standAt, wallsAround, type Stand, type Walls } from "../geometry/stand";
import { Seats } from "./seats";
import type { Container, Staging } from "./staging";

export interface Places {
  readonly stands: ReadonlyMap<string, Stand>;
  readonly walls: ReadonlyMap<string, Walls>;
  /** The containers a thing stands in, the nearest first. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** Where newcomers were put. */
  readonly placed: Readonly<Record<string, Point>>;
}

/**
 * Return all in its place; undefined when a newcomer finds no free slot in `area`. Nobody who has a place moves.
 * `crossing`: outlines may meet rather than that.
 */
export function placesOf(
  staging: Staging,
  recorded: ReadonlyMap<string, Point>,
  area: Box,
  sizes: Sizes,
  crossing = false,
): Places | undefined {
  const above = ancestry(staging);
  const seats = new Seats(staging, above, recorded, area, sizes);
  const placed: Record<string, Point> = {};
  for (const id of seats.waiting()) {
    const at = seats.give(id) ?? (crossing ? seats.give(id, true) : undefined);
    if (!at) return undefined;
    placed[id] = at;
  }
  const stands = new Map(
    staging.figures.map(({ id, label }) => [id, standAt(id, label, seats.centres.get(id)!, sizes, seats.labels.get(id))]),
  );
  const walls = new Map<string, Walls>();
  drawWalls(staging.containers, above, stands, walls, seats.centres, sizes);
  const ordered = new Map(staging.containers.map(({ id }) => [id, walls.get(id)!]));
  return { stands, walls: ordered, above, placed };
}

/** For each figure and container the containers it stands in, the nearest first. */
function ancestry(staging: Staging): Map<string, readonly string[]> {
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
  const again = staging.containers.filter(({ id }) => moved.has(id));
  drawWalls(again, above, stands, walls, moving, sizes);
  return { places: { stands, walls, above, placed }, moved };
}

/** Draw outlines around those who stand in them, inner ones first; empty ones at their centres. */
function drawWalls(
  containers: readonly Container[],
  above: ReadonlyMap<string, readonly string[]>,
  stands: ReadonlyMap<string, Stand>,
  walls: Map<string, Walls>,
  centres: ReadonlyMap<string, Point>,
  sizes: Sizes,
): void {
  const inside = new Map<string, string[]>(containers.map(({ id }) => [id, []]));
  for (const [id, chain] of above) inside.get(chain[0] ?? "")?.push(id);
  for (const one of [...containers].sort((a, b) => above.get(b.id)!.length - above.get(a.id)!.length)) {
    const content = around(inside.get(one.id)!.flatMap((id) => (stands.get(id) ?? walls.get(id))?.box ?? []));
    const at = centres.get(one.id);
    if (content) walls.set(one.id, wallsAround(one, content, sizes));
    else if (at) walls.set(one.id, emptyWalls(one, at, sizes));
  }
}
