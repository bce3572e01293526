/** Labels in lines: as few and as even as leaves the box small (layouts/individual/labels.py). */
import type { Sizes } from "./sizes";
import { textWidth, wrap } from "./wrap";

/** Between a figure and its label, in mm. */
export const LABEL_GAP = 0.7;
const WIDTHS = [4.2, 5.2, 6.4, 7.8, 9.6];

/** A label in lines, with the width and height of the whole in mm. Nothing is ever cut off. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** The label of a figure, broken so that figure and label together take the least room. */
export function figureLabel(text: string, sizes: Sizes): Label {
  let best: [number, Label] | undefined;
  for (const width of WIDTHS) {
    const label = wrapped(text, sizes, width * sizes.font);
    const across = Math.max(label.width, sizes.figureWidth);
    let room = (across + 9) * (sizes.figureHeight + label.height + 6);
    room *= 1 + 0.06 * Math.max(0, label.lines.length - 3);
    if (brokenWord(text, label)) room *= 1.5;
    if (best === undefined || room < best[0] - 1e-9) best = [room, label];
    // Wider, one line stays what it is.
    if (label.lines.length <= 1) break;
  }
  return best![1];
}

/** `text` in lines of at most `width` mm where its words allow it. */
export function wrapped(text: string, sizes: Sizes, width: number): Label {
  const lines = wrap(text, sizes.font, width);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, sizes.font)));
  return { lines, width: widest, height: lines.length * sizes.pitch };
}

function brokenWord(text: string, label: Label): boolean {
  const words = new Set(split(text));
  return label.lines.some((line) => split(line).some((word) => !words.has(word)));
}

function split(text: string): string[] {
  return text
    .replaceAll("\u00a0", " ")
    .split(/\s+/)
    .filter((word) => word !== "");
}
