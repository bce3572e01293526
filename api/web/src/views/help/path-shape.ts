/** Where the steps of a path stand, from top to bottom: a rail on the left, words on the right. Pixels. */
import type { PathStep } from "../../api/types";
import { wrap } from "../../geometry/wrap";

export interface Line {
  text: string;
  y: number;
}

export interface Stop {
  actor: string;
  /** Centre of the mark on the rail. */
  y: number;
  name: Line[];
  role: Line;
  /** The tie that leads here: absent for the origin. */
  tie?: { from: number; to: number; words: Line[] };
}

export interface Shape {
  width: number;
  height: number;
  stops: Stop[];
}

export const RAIL = 22;
export const TEXT = 52;
const NAME_SIZE = 17;
const SMALL_SIZE = 15;
const NAME_STEP = 22;
const SMALL_STEP = 19;
const MARK = 17;

/** `roles`: what each step is called ("you", "whom to ask", "the service"). */
export function shapeOf(path: readonly PathStep[], roles: readonly string[], width: number): Shape {
  const stops: Stop[] = [];
  let y = 4;
  path.forEach((step, index) => {
    const room = width - TEXT;
    const words = index === 0 ? [] : wrap(step.evidence ?? "", SMALL_SIZE, room);
    const before = stops.at(-1)?.y;
    const wordLines = words.map((text, line) => ({ text, y: y + 18 + line * SMALL_STEP }));
    if (index > 0) y += 26 + words.length * SMALL_STEP;
    const centre = y + MARK;
    const name = wrap(step.name ?? step.actor, NAME_SIZE, room).map((text, line) => ({ text, y: y + 15 + line * NAME_STEP }));
    const role = { text: roles[index] ?? "", y: y + 15 + name.length * NAME_STEP - 3 };
    stops.push({
      actor: step.actor,
      y: centre,
      name,
      role,
      ...(before === undefined ? {} : { tie: { from: before + MARK + 3, to: centre - MARK - 3, words: wordLines } }),
    });
    y = Math.max(centre + MARK, role.y + 6);
  });
  return { width, height: y + 4, stops };
}
