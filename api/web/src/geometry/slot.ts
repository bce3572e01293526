/** The free slot nearest to a goal, rings of slots looked at one after the other (layouts/individual/kernels/slots.py). */
import { holds, type Box, type Point } from "./box";

/** Slots of newcomers are tried this far apart, in mm. */
const SLOT = 4;
/** So many slots around the goal are looked at first, to each side; then twice as many, and so on. */
const FIRST_RING = 6;

/** The free slot of `area` nearest to `goal`; the upper and then the left one of two at one distance; undefined for none. */
export function nearestSlot(area: Box, goal: Point, free: (at: Point) => boolean): Point | undefined {
  const xs = slots(area.x, area.w);
  const ys = slots(area.y, area.h);
  if (xs.length === 0 || ys.length === 0) return undefined;
  const [column, row] = [nearest(xs, goal[0]), nearest(ys, goal[1])];
  const tried = new Map<number, boolean>();
  for (let reach = FIRST_RING; ; reach *= 2) {
    const [from, to] = [Math.max(0, column - reach), Math.min(xs.length, column + reach + 1)];
    const [upper, lower] = [Math.max(0, row - reach), Math.min(ys.length, row + reach + 1)];
    let [best, chosen]: [number, Point | undefined] = [Infinity, undefined];
    for (let j = upper; j < lower; j++) {
      for (let i = from; i < to; i++) {
        const at: Point = [xs[i]!, ys[j]!];
        const far = Math.floor(Math.hypot(at[0] - goal[0], at[1] - goal[1]) * 1000 + 0.5);
        if (far >= best) continue;
        const key = j * xs.length + i;
        const known = tried.get(key) ?? free(at);
        tried.set(key, known);
        if (known) [best, chosen] = [far, at];
      }
    }
    // Whatever lies outside of what was looked at is farther than this.
    const whole = from === 0 && upper === 0 && to === xs.length && lower === ys.length;
    if (best < (reach - 1) * SLOT * 1000 || whole) return chosen;
  }
}

function slots(from: number, room: number): number[] {
  const count = Math.max(0, Math.floor(room / SLOT) - 1);
  return Array.from({ length: count }, (_, k) => Math.round((from + (k + 1) * SLOT) * 100) / 100);
}

function nearest(places: readonly number[], goal: number): number {
  let best = 0;
  places.forEach((place, k) => {
    if (Math.abs(place - goal) < Math.abs(places[best]! - goal)) best = k;
  });
  return best;
}

/** The free slot nearest to `goal` whose box stands in the area, or undefined. */
export function slotNear(area: Box, goal: Point, boxAt: (at: Point) => Box, free: (at: Point) => boolean): Point | undefined {
  return nearestSlot(area, goal, (at) => holds(area, boxAt(at)) && free(at));
}
