/** The badge near an arrow's tail: the pen's letter and the number in the story (layouts/symbols/badges.py). */
import font from "../../../../layouts/fonts/advances.json";
import type { SheetItem } from "../scene/sheet";
import type { Point } from "./box";
import { round2, rounded } from "./path";
import { PAPER, path } from "./stroke";
import { textWidth } from "./wrap";

/** Room left and right of the text, and the height of a badge, in font sizes. */
const PADDING = 0.34;
const HEIGHT = 1.5;
const CAP_HEIGHT = font.cap_height / font.units;

/** Width and height of the badge that says `text`: a circle when short, longer for `V12`. */
export function badgeSize(text: string, size: number): [number, number] {
  return [Math.max(HEIGHT * size, textWidth(text, size) + 2 * PADDING * size), HEIGHT * size];
}

/** A badge centred on (x, y); `size` is its font size, `width` its line's, in mm. */
export function badge([x, y]: Point, text: string, size: number, colour: string, textColour: string, width = 0.4): SheetItem[] {
  const [across, high] = badgeSize(text, size);
  const ring = rounded(x - across / 2, y - high / 2, across, high, high / 2);
  return [
    path(ring, colour, width, [], PAPER),
    {
      kind: "text",
      x: round2(x),
      y: round2(y + (CAP_HEIGHT * size) / 2),
      size,
      text,
      colour: textColour,
      anchor: "middle",
      halo: 0,
    },
  ];
}
