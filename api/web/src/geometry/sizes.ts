/** How large things are drawn: everything follows from the size of the letters (layouts/individual/sizes.py). */
import font from "../../../../layouts/fonts/advances.json";
import { badgeSize } from "./badge";
import { figureWidth, type Shape } from "./figure";

/** No letter is smaller, in mm (the contract of the sheet). */
export const SMALLEST_TEXT = 2.5;
export const ASCENT = font.ascent / font.units;
/** From one baseline to the next, in em. */
export const LINE_HEIGHT = (font.ascent + font.descent) / font.units;
const TALL = 3.9;
const SQUARE = 2.9;

/** Lengths in mm. `square`: whether people stand in the square boxes of a genogram's signs. */
export class Sizes {
  constructor(
    readonly font: number,
    readonly air: number,
    readonly square = false,
  ) {}

  get figureHeight(): number {
    return (this.square ? SQUARE : TALL) * this.font;
  }
  get figureWidth(): number {
    const shape: Shape = this.square ? "square" : "figure";
    return figureWidth(this.figureHeight, shape);
  }
  /** From one line of text to the next. */
  get pitch(): number {
    return LINE_HEIGHT * this.font;
  }
  /** Between the boxes of two figures side by side. */
  get cellGap(): number {
    return 8 * this.air;
  }
  /** Between a container's outline and its figures. */
  get padding(): number {
    return 5 * this.air;
  }
  get badgeFont(): number {
    return Math.max(SMALLEST_TEXT, 0.78 * this.font);
  }
  /** The length of the head of an arrow whose line is `line` mm wide. */
  head(line: number): number {
    return Math.max(2.2 + 0.2 * this.font, 1.4 + 2.1 * line);
  }
  badge(words: string): [number, number] {
    return badgeSize(words, this.badgeFont);
  }
}

/** The one size of the studio: comfortable at a table. If the paper fills, the paper grows, never the other way round. */
export const STUDIO = new Sizes(4.0, 1.35);
