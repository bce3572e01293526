/** People as the sheets draw them: the shapes are data, in a box one unit high (layouts/symbols/figures.py). */
import symbols from "../../../../layouts/symbols/symbols.json";
import type { Stroke } from "../api/pens";
import type { PathItem } from "../scene/sheet";
import type { Point } from "./box";
import { placed, round2 } from "./path";
import { PAPER, stroked } from "./stroke";

interface Symbol {
  width: number;
  paths: string[];
  marks: string[];
  outline: number[][];
}
export type Shape = "figure" | "circle" | "square" | "diamond" | "dome" | "triangle";

const table = symbols as Record<Shape | "working_figure", Symbol>;

/** Width in mm of a figure `height` mm high. */
export function figureWidth(height: number, shape: Shape = "figure"): number {
  return table[shape].width * height;
}

/** A figure centred on `x`, its head at `top`, `height` mm high, to the middle of the ink. */
export function figure(
  x: number,
  top: number,
  height: number,
  stroke: Stroke,
  working: boolean,
  shape: Shape = "figure",
): PathItem[] {
  const symbol = table[shape === "figure" && working ? "working_figure" : shape];
  const left = x - (symbol.width * height) / 2;
  const thin: Stroke = {
    colour: stroke.colour,
    width: stroke.double ? round2(stroke.width / 4) : stroke.width,
    dash: [],
    double: false,
    gap: 0,
  };
  return [
    ...symbol.paths.flatMap((d) => stroked(placed(d, left, top, height), stroke, PAPER)),
    ...symbol.marks.flatMap((d) => stroked(placed(d, left, top, height), thin)),
  ];
}

/** The polygon of that figure's outer edge: where arrows touch it. */
export function figureOutline(x: number, top: number, height: number, shape: Shape = "figure"): Point[] {
  const symbol = table[shape];
  const left = x - (symbol.width * height) / 2;
  return symbol.outline.map(([px = 0, py = 0]): Point => [left + px * height, top + py * height]);
}

/** The closed paths of a shape one unit high: the ink itself. */
export function unitPaths(shape: Shape): { width: number; paths: readonly string[] } {
  return table[shape];
}

/** Where the outline of a figure stands left and right, `part` of its height below its top. */
export function outlineSides(x: number, top: number, height: number, part: number, shape: Shape = "figure"): [Point, Point] {
  const y = top + part * height;
  const points = figureOutline(x, top, height, shape);
  const found: number[] = [];
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length]!;
    if (Math.min(ay, by) <= y && y <= Math.max(ay, by) && ay !== by) found.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  });
  return [
    [Math.min(...found), y],
    [Math.max(...found), y],
  ];
}
