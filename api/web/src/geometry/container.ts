/** Homes and buildings, drawn from the box they must fill (layouts/symbols/containers.py). */
import type { Stroke } from "../api/pens";
import type { PathItem } from "../scene/sheet";
import type { Box, Point } from "./box";
import { polygon, rounded } from "./path";
import { PAPER, stroked } from "./stroke";

/** How far a roof stands out on each side at most, in mm. */
export const EAVES = 1.6;
const ROOF_LEAST = 3;
const ROOF_MOST = 9;
const ROOF_PART = 0.13;

/** The radius of a home's corners. */
function cornerRadius(box: Box): number {
  return Math.min(7, 0.25 * Math.min(box.w, box.h));
}

/** The rounded outline of a home that fills the box. */
export function home(box: Box, stroke: Stroke): PathItem[] {
  return stroked(rounded(box.x, box.y, box.w, box.h, cornerRadius(box)), stroke, PAPER);
}

/** Height of the roof of a building `width` mm wide: label and members stand below. */
export function roofHeight(width: number): number {
  return Math.max(ROOF_LEAST, Math.min(ROOF_MOST, ROOF_PART * width));
}

/** How far the roof of a building `width` mm wide stands out on each side. */
function eaves(width: number): number {
  return Math.min(EAVES, 0.06 * width);
}

/** Walls under a roof that fill the box, eaves included. */
export function building({ x, y, w, h }: Box, stroke: Stroke): PathItem[] {
  const out = eaves(w);
  const base = y + Math.min(roofHeight(w), 0.42 * h);
  const walls: Point[] = [
    [x + out, base],
    [x + w - out, base],
    [x + w - out, y + h],
    [x + out, y + h],
  ];
  const roof: Point[] = [
    [x, base],
    [x + w / 2, y],
    [x + w, base],
  ];
  return [...stroked(polygon(walls), stroke, PAPER), ...stroked(polygon(roof), stroke, PAPER)];
}

/** The polygon of a container's outer edge: where arrows touch it. */
export function containerOutline(box: Box, isBuilding: boolean): Point[] {
  const { x, y, w, h } = box;
  if (isBuilding) {
    const out = eaves(w);
    const base = y + Math.min(roofHeight(w), 0.42 * h);
    return [
      [x + w / 2, y],
      [x + w, base],
      [x + w - out, base],
      [x + w - out, y + h],
      [x + out, y + h],
      [x + out, base],
      [x, base],
    ];
  }
  const r = cornerRadius(box);
  const corner = (cx: number, cy: number, from: number): Point[] =>
    [0, 1, 2, 3].map((step): Point => {
      const angle = from + (step * Math.PI) / 6;
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
    });
  return [
    ...corner(x + w - r, y + r, -Math.PI / 2),
    ...corner(x + w - r, y + h - r, 0),
    ...corner(x + r, y + h - r, Math.PI / 2),
    ...corner(x + r, y + r, Math.PI),
  ];
}
