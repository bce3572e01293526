/** The newcomer's slot: the free place nearest to those it stands with or is joined to (layouts/individual/placed.py). */
import { holds, type Box, type Point } from "./box";

/** Slots are tried this far apart, in mm. */
export const SLOT = 4;

/** The slots of an area, the nearest to `goal` first; ties from top left. */
export function slots(area: Box, goal: Point): Point[] {
  const found: [number, Point][] = [];
  for (let j = 1; j < Math.floor(area.h / SLOT); j++) {
    for (let i = 1; i < Math.floor(area.w / SLOT); i++) {
      const at: Point = [rounded(area.x + i * SLOT, 2), rounded(area.y + j * SLOT, 2)];
      found.push([rounded(Math.hypot(at[0] - goal[0], at[1] - goal[1]), 3), at]);
    }
  }
  return found.sort(([a, p], [b, q]) => a - b || p[1] - q[1] || p[0] - q[0]).map(([, at]) => at);
}

/** The first slot of `area` that is `free`, or undefined. */
export function slotNear(area: Box, goal: Point, boxAt: (at: Point) => Box, free: (at: Point) => boolean): Point | undefined {
  return slots(area, goal).find((at) => holds(area, boxAt(at)) && free(at));
}

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit;
}
