/** The groups of a display list: outlines, names, arrows with heads and badges (layouts/individual/drawing.py). */
import type { PalettePens, PensDocument, Stroke } from "../api/pens";
import type { Lang, PaletteName, PenName } from "../api/types";
import { badge } from "../geometry/badge";
import { around, boxOf, type Box, type Point } from "../geometry/box";
import { building, home } from "../geometry/container";
import { cut, direction, end, written, type Curve } from "../geometry/curve";
import { figure } from "../geometry/figure";
import { head, headReach } from "../geometry/head";
import type { Label } from "../geometry/label";
import { number, round2 } from "../geometry/path";
import { ASCENT, type Sizes } from "../geometry/sizes";
import type { Stand, Walls } from "../geometry/stand";
import { stroked } from "../geometry/stroke";
import type { Way } from "./ways";
import type { GroupItem, SheetItem, TextItem } from "./sheet";
import type { Arrow, Container, Figure } from "./staging";

/** How far a letter may lean out of its advance (the tail of a j), in font sizes, and the letters that do. */
const OVERHANG = 0.15;
const LEANING = new Set("jĵĴǰȷɟɉɲƝƑƒìíîĩĭĥĺǐȉȋɗɖƁɓ");

/** What every group is drawn with. */
export class Ink {
  readonly palette: PalettePens;

  constructor(
    readonly pens: PensDocument,
    readonly name: PaletteName,
    readonly sizes: Sizes,
    readonly lang: Lang,
    readonly plain: boolean,
  ) {
    this.palette = pens.palettes[name];
  }

  /** The pen of a side. */
  side(side: string): PenName {
    return this.pens.sides.find((one) => one.id === side)?.pen ?? "pencil";
  }

  /** The stroke of an arrow's pen. */
  arrow(pen: PenName): Stroke {
    return this.palette.arrows[pen as keyof PalettePens["arrows"]];
  }

  /** What the badge of an arrow says: the pen's letter and the number in the story. */
  badge(arrow: Arrow): string {
    return `${this.pens.pens.find((pen) => pen.id === arrow.pen)?.letter ?? ""}${arrow.number}`;
  }
}

export function figureGroup(one: Figure, stand: Stand, ink: Ink): GroupItem {
  const { shape } = stand;
  const pen = ink.side(one.side);
  const paths = figure(shape.x + shape.w / 2, shape.y, shape.h, ink.palette.nodes[one.side], one.side === "working");
  const texts = labelTexts(stand.label, stand.words, ink.sizes, ink.palette.text[pen]);
  const kind = one.kind === "undecided" ? "person" : one.kind;
  return group(nodeData(kind, one, pen, seen(stand, ink.sizes)), one.label, [...paths, ...texts]);
}

export function containerGroup(one: Container, walls: Walls, ink: Ink): GroupItem {
  const pen = ink.side(one.side);
  const draw = one.kind === "institution" ? building : home;
  const texts = labelTexts(walls.label, walls.words, ink.sizes, ink.palette.text[pen]);
  const paths = draw(walls.box, ink.palette.nodes[one.side]);
  return group(nodeData(one.kind, one, pen, walls.box), one.label, [...paths, ...texts]);
}

export function arrowGroup(one: Arrow, way: Way, badgeAt: Point | null, ink: Ink): GroupItem {
  const stroke = ink.arrow(one.pen);
  const size = ink.sizes.head(stroke.width);
  const angle = direction(way.curve, size * 0.9);
  const items: SheetItem[] = stroked(written(cut(way.curve, headReach(size))), stroke);
  items.push(...head(end(way.curve), angle, size, stroke.colour, ink.plain ? "active" : one.status));
  if (badgeAt) items.push(...badge(badgeAt, ink.badge(one), ink.sizes.badgeFont, stroke.colour, ink.palette.text[one.pen]));
  const data = {
    kind: "activation",
    id: one.id,
    activator: one.activator,
    activated: one.activated,
    pen: one.pen,
    order: String(one.number),
  };
  return group(data, one.sentence, items);
}

/** A thin headless line of kinship, or the way to another home. */
export function linkGroup(data: Record<string, string>, curve: Curve, kind: string, ink: Ink, more: SheetItem[] = []): GroupItem {
  const stroke = ink.palette.links[kind] ?? ink.palette.links["other"]!;
  return group(data, "", [...stroked(written(curve), stroke), ...more]);
}

export function group(data: Record<string, string>, label: string, items: SheetItem[]): GroupItem {
  return { kind: "group", data, label, items };
}

/** The lines of a label, centred in their box. */
function labelTexts(label: Label, words: Box, sizes: Sizes, colour: string): TextItem[] {
  return label.lines.map((text, index) => ({
    kind: "text",
    x: round2(words.x + words.w / 2),
    y: round2(words.y + index * sizes.pitch + ASCENT * sizes.font),
    size: sizes.font,
    text,
    colour,
    anchor: "middle",
    halo: 0,
  }));
}

/** The box of a figure as browsers measure it: a letter may lean out of its advance. */
function seen(stand: Stand, sizes: Sizes): Box {
  const leans = stand.label.lines.some((line) => {
    const letters = [...line];
    return LEANING.has(letters[0] ?? "") || LEANING.has(letters.at(-1) ?? "");
  });
  if (!leans) return stand.box;
  const lean = OVERHANG * sizes.font;
  const { x, y, w, h } = stand.words;
  return around([stand.box, boxOf(x - lean, y, w + 2 * lean, h)])!;
}

function nodeData(kind: string, one: Figure | Container, pen: PenName, { x, y, w, h }: Box): Record<string, string> {
  return {
    kind,
    id: one.id,
    ...(one.inside === null ? {} : { parent: one.inside }),
    side: one.side,
    pen,
    box: [x, y, w, h].map(number).join(" "),
  };
}
