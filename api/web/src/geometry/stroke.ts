/** A pen's stroke as paths: a double line is a wide one with paper drawn in its middle (layouts/symbols/strokes.py). */
import type { Stroke } from "../api/pens";
import type { PathItem } from "../scene/sheet";

export const PAPER = "#ffffff";

export function path(d: string, stroke: string | null, width = 0, dash: number[] = [], fill: string | null = null): PathItem {
  return { kind: "path", d, stroke, width, dash, fill };
}

/** The paths that draw `d` with `stroke`; the first one is the line itself. */
export function stroked(d: string, stroke: Stroke, fill: string | null = null): PathItem[] {
  const line = path(d, stroke.colour, stroke.width, stroke.dash, fill);
  return stroke.double ? [line, path(d, PAPER, stroke.gap)] : [line];
}
