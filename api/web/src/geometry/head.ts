/** Arrow heads as polygons: filled (under way), barred (ended), hollow (wished for) (layouts/symbols/heads.py). */
import type { PathItem } from "../scene/sheet";
import type { Point } from "./box";
import { polygon, polyline } from "./path";
import { PAPER, path } from "./stroke";

export type HeadStatus = "active" | "ended" | "wished";

/** Width of a head, in lengths of it. */
const HEAD_WIDTH = 0.82;
/** Thickness of the rim of a hollow head, in mm. */
const RIM = 0.3;

/** How far before the tip the line should stop: inside the head, never at its point. */
export function headReach(size: number): number {
  return 0.75 * size;
}

/** A head `size` mm long whose tip is at (x, y), pointing along `angle` (radians, y downwards). */
export function head([x, y]: Point, angle: number, size: number, colour: string, status: HeadStatus = "active"): PathItem[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = (along: number, across: number): Point => [x + along * cos - across * sin, y + along * sin + across * cos];
  const half = (HEAD_WIDTH * size) / 2;
  const points = [turned(0, 0), turned(-size, half), turned(-0.82 * size, 0), turned(-size, -half)];
  if (status === "wished") return [path(polygon(points), colour, 2 * RIM, [], PAPER)];
  const body = path(polygon(points), colour, 0.1, [], colour);
  if (status === "active") return [body];
  const bar = [-1, 1].map((side) => turned(-1.25 * size, side * 0.62 * size));
  return [body, path(polyline(bar), colour, 0.22 * size)];
}
