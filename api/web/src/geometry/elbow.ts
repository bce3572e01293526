/** Kinship as in a genogram: level between a couple, a bracket above siblings, square down to children (layouts/individual/elbows.py). */
import type { Box, Point } from "./box";
import { figureOutline, outlineSides } from "./figure";
import type { Stand } from "./stand";

/** How far above a head a square line runs, and how far beside a figure and its name, in mm. */
const RISES = [2.4, 3.6, 5];
const BESIDE = [1.6, 3, 4.5];
/** How far beside the line of their own children that of a child a couple takes in runs, in mm. */
const ASIDE = 1.5;
/** How far outside the middle of the ink a line ends on a head; how far inside it begins at a side, in mm. */
const RIM = 0.36;
const INSIDE = 0.1;
/** Where a line leaves the side, in heights of a figure: each kind its own. */
const HEIGHTS = { couple: 0.74, parent: 0.86, other: 0.6 };

type Turn = readonly [Point, number];

/** Square ways from `a` to `b` to try, the best first. `joint`: the other parent of the child `b`. */
export function elbows(kind: string, a: Stand, b: Stand, joint: Stand | undefined): Point[][] {
  if (kind === "filiation" || kind === "foster") {
    const aside = kind === "foster" ? ASIDE : 0;
    return descents(a, b, joint ? between(a, joint, aside) : [], aside);
  }
  if (kind === "siblings") return brackets(a, b);
  const straight = level(a, b, kind === "couple" ? "couple" : "other");
  return kind === "couple" ? [...straight, ...brackets(a, b)] : straight;
}

/** The points left and right where a line of this kind leaves a figure. */
function sides({ shape }: Stand, kind: keyof typeof HEIGHTS): [Point, Point] {
  const [left, right] = outlineSides(shape.x + shape.w / 2, shape.y, shape.h, HEIGHTS[kind]);
  return [
    [left[0] + INSIDE, left[1]],
    [right[0] - INSIDE, right[1]],
  ];
}

/** The point on top where a line from above ends, `aside` mm right of the middle. */
function crown({ shape }: Stand, aside = 0): Point {
  const x = shape.x + shape.w / 2 + aside;
  const points = figureOutline(shape.x + shape.w / 2, shape.y, shape.h);
  const heights = points.flatMap(([ax, ay], k) => {
    const [bx, by] = points[(k + 1) % points.length]!;
    if (x < Math.min(ax, bx) || x > Math.max(ax, bx)) return [];
    return [ax === bx ? Math.min(ay, by) : ay + ((by - ay) * (x - ax)) / (bx - ax)];
  });
  return [x, Math.min(...heights) - RIM];
}

function isLevel(a: Box, b: Box): boolean {
  return Math.abs(a.y - b.y) < 0.35 * a.h;
}

function level(a: Stand, b: Stand, kind: "couple" | "other"): Point[][] {
  if (!isLevel(a.shape, b.shape)) return [];
  const [left, right] = a.shape.x < b.shape.x ? [a, b] : [b, a];
  const way = [sides(left, kind)[1], sides(right, kind)[0]];
  return [left === a ? way : way.reverse()];
}

function brackets(a: Stand, b: Stand): Point[][] {
  const [from, to] = [crown(a), crown(b)];
  return RISES.map((rise) => {
    const y = Math.min(from[1], to[1]) - rise;
    return [from, [from[0], y], [to[0], y], to];
  });
}

/** Where a child's line leaves a parent towards the other, who stands level, and where it turns down. */
function between(parent: Stand, other: Stand, aside: number): Turn[] {
  if (!isLevel(parent.shape, other.shape)) return [];
  const right = other.shape.x > parent.shape.x;
  const [inner, outer] = [sides(parent, "couple")[right ? 1 : 0], sides(other, "couple")[right ? 0 : 1]];
  return [[inner, (inner[0] + outer[0]) / 2 + aside]];
}

/** Where a child's line leaves one parent alone, on either side, and where it turns down. */
function beside(parent: Stand, aside: number): Turn[] {
  const [left, right] = sides(parent, "parent");
  const { words } = parent;
  return ([[left, words.x, -1], [right, words.x + words.w, 1]] as const).flatMap(([side, edge, out]) => {
    const beyond = Math.max(edge * out, side[0] * out) * out;
    return BESIDE.map((far): Turn => [side, beyond + out * (far + aside)]);
  });
}

/** Lines that leave a parent sideways, run down, and come to the child's head from above. */
function descents(parent: Stand, child: Stand, first: readonly Turn[], aside: number): Point[][] {
  const end = crown(child, aside);
  const straight = sides(parent, "parent").flatMap((side, k): Turn[] =>
    (end[0] - side[0]) * (k === 0 ? -1 : 1) > 0.8 ? [[side, end[0]]] : [],
  );
  const turns = beside(parent, aside).sort((p, q) => Math.abs(p[0][0] - end[0]) - Math.abs(q[0][0] - end[0]));
  const ways: Point[][] = [];
  for (const [start, x] of [...first, ...straight, ...turns]) {
    for (const rise of RISES) {
      const y = end[1] - rise;
      if (y < start[1]) continue;
      if (Math.abs(x - end[0]) < 0.3) ways.push([start, [end[0], start[1]], end]);
      else ways.push([start, [x, start[1]], [x, y], [end[0], y], end]);
    }
  }
  return ways;
}
