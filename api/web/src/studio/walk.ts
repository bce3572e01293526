/** Going from one thing to another by key: to the nearest in a direction, or in the order one reads a sheet. */

import { centre, type Box } from "../geometry/box";

/** Something one can stand on: its box in mm. */
export interface Stand {
  readonly id: string;
  readonly box: Box;
  /** The home or building it stands in. */
  readonly parent: string | null;
}

export type Direction = "left" | "right" | "up" | "down";

/** Off the straight way counts this much more than along it. */
const ASIDE = 2.2;

/** The nearest stand in that direction, or undefined at the edge. Members and their containers are both met. */
export function neighbour(stands: readonly Stand[], from: string, direction: Direction): string | undefined {
  const here = stands.find(({ id }) => id === from);
  if (!here) return stands[0]?.id;
  const [x, y] = centre(here.box);
  let best: string | undefined;
  let least = Infinity;
  for (const stand of stands) {
    if (stand.id === from) continue;
    const [hx, hy] = centre(stand.box);
    const [dx, dy] = [hx - x, hy - y];
    const [along, aside] = turned(direction, dx, dy);
    // What lies more aside than ahead belongs to another key, so that every key has its own quarter.
    if (along <= 0.01 || Math.abs(aside) > along * 3) continue;
    const cost = along + Math.abs(aside) * ASIDE;
    if (cost < least) [least, best] = [cost, stand.id];
  }
  return best;
}

function turned(direction: Direction, dx: number, dy: number): [number, number] {
  if (direction === "right") return [dx, dy];
  if (direction === "left") return [-dx, dy];
  return direction === "down" ? [dy, dx] : [-dy, dx];
}

const across = (stand: Stand): number => centre(stand.box)[0];
const down = (stand: Stand): number => centre(stand.box)[1];

/** Line by line, each container followed by those it holds. Two stands are on one line when their middles are close. */
export function readingOrder(stands: readonly Stand[]): string[] {
  const ids = new Set(stands.map(({ id }) => id));
  const inside = new Map<string, Stand[]>();
  const outside: Stand[] = [];
  for (const stand of stands) {
    const parent = stand.parent;
    if (parent === null || !ids.has(parent)) outside.push(stand);
    else inside.set(parent, [...(inside.get(parent) ?? []), stand]);
  }
  const told = (some: readonly Stand[]): string[] => lines(some).flatMap(({ id }) => [id, ...told(inside.get(id) ?? [])]);
  return told(outside);
}

function lines(stands: readonly Stand[]): Stand[] {
  const rows: Stand[][] = [];
  for (const stand of [...stands].sort((a, b) => down(a) - down(b) || across(a) - across(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    const close = first && Math.abs(down(first) - down(stand)) < Math.min(first.box.h, stand.box.h) / 2;
    if (row && close) row.push(stand);
    else rows.push([stand]);
  }
  return rows.flatMap((row) => row.sort((a, b) => across(a) - across(b)));
}
