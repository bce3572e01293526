/** The legend of a sheet printed without a server: the charter's own lines, each with its sample (layouts/frame). */
import type { LegendLine, PalettePens, SideName, Stroke } from "../api/pens";
import { badge, badgeSize } from "../geometry/badge";
import { boxOf } from "../geometry/box";
import { home } from "../geometry/container";
import { figure, figureWidth } from "../geometry/figure";
import { head, headReach, type HeadStatus } from "../geometry/head";
import { polyline, round2 } from "../geometry/path";
import { LINE_HEIGHT } from "../geometry/sizes";
import { stroked } from "../geometry/stroke";
import { textWidth, wrap } from "../geometry/wrap";
import type { SheetItem } from "../scene/sheet";

/** A row of the legend: a sample `width` letters wide, then words. */
interface Row {
  line: LegendLine;
  block: number;
  width: number;
  height: number;
}
export interface Column {
  rows: { row: Row; lines: string[] }[];
  sample: number;
  words: number;
  height: number;
}

const SIDES: Readonly<Record<string, SideName>> = {
  "living figure": "living",
  "collective figure": "living",
  "working figure": "working",
  "undecided figure": "undecided",
};
const CAP = 0.66;
const GAP = 0.8;

function rowOf(line: LegendLine): Row {
  if (line.sample in SIDES) return { line, block: 0, width: 2.2, height: 2.15 };
  if (line.sample === "arrow") return { line, block: 1, width: 6, height: 1.7 };
  if (line.sample === "arrow head") return { line, block: 2, width: 2.6, height: 1.45 };
  if (line.sample === "kinship") return { line, block: 2, width: 2.6, height: 1.45 };
  return { line, block: 2, width: 0, height: 1.45 };
}

/** The columns of the legend: who, then arrows, then the rest; words wrap so that all fit in `room` mm. */
export function columnsOf(lines: readonly LegendLine[], size: number, room: number): Column[] {
  const rows = lines.filter(({ key }) => key !== "credit").map(rowOf);
  const blocks = [0, 1, 2].map((block) => rows.filter((row) => row.block === block)).filter((part) => part.length > 0);
  const between = 2.2 * size * (blocks.length - 1);
  const samples = blocks.map((part) => Math.max(...part.map((row) => (row.width > 0 ? row.width + GAP : 0))) * size);
  const natural = blocks.map((part) => Math.max(...part.map((row) => textWidth(row.line.text, size))));
  const left = room - between - samples.reduce((sum, one) => sum + one, 0);
  const widths = shares(natural, left);
  return blocks.map((part, index) => column(part, samples[index]!, widths[index]!, size));
}

function column(part: readonly Row[], sample: number, words: number, size: number): Column {
  const rows = part.map((row) => ({ row, lines: wrap(row.line.text, size, words + 0.01) }));
  const used = Math.max(...rows.flatMap(({ lines }) => lines.map((line) => textWidth(line, size))));
  return { rows, sample, words: used, height: rows.reduce((sum, one) => sum + heightOf(one, size), 0) };
}

function heightOf({ row, lines }: { row: Row; lines: string[] }, size: number): number {
  return Math.max(row.height, lines.length * LINE_HEIGHT + 0.2) * size;
}

/** Widths that fill at most `room`: the widest columns give way first. */
function shares(natural: readonly number[], room: number): number[] {
  let [level, left] = [Infinity, room];
  const sorted = [...natural].sort((a, b) => a - b);
  if (sorted.reduce((sum, one) => sum + one, 0) <= room) return [...natural];
  for (const [index, width] of sorted.entries()) {
    level = left / (natural.length - index);
    if (width > level) break;
    left -= width;
  }
  return natural.map((width) => Math.min(width, level));
}

/** The items of the columns, their top left corner at (x, y). `letter` names a pen on its arrow. */
export function legendItems(
  columns: readonly Column[],
  at: { x: number; y: number; width: number },
  size: number,
  palette: PalettePens,
  letter: (pen: string) => string,
): SheetItem[] {
  const taken = columns.reduce((sum, { sample, words }) => sum + sample + words, 0);
  const gap = Math.min((at.width - taken) / Math.max(1, columns.length - 1), 7 * size);
  const items: SheetItem[] = [];
  let left = at.x;
  for (const one of columns) {
    let top = at.y;
    for (const each of one.rows) {
      const height = heightOf(each, size);
      items.push(...sampleOf(each.row.line, left, top + height / 2, size, palette, letter));
      const first = top + (height - each.lines.length * LINE_HEIGHT * size) / 2;
      each.lines.forEach((text, index) => {
        const y = round2(first + (index + 0.5) * LINE_HEIGHT * size + (CAP * size) / 2);
        items.push({ kind: "text", x: round2(left + one.sample), y, size, text, colour: palette.text.black, anchor: "start", halo: 0 });
      });
      top += height;
    }
    left += one.sample + one.words + gap;
  }
  return items;
}

function sampleOf(line: LegendLine, x: number, y: number, size: number, palette: PalettePens, letter: (pen: string) => string): SheetItem[] {
  const side = SIDES[line.sample];
  if (side) return figureSample(line.sample === "living figure", side, x, y, size, slim(palette.nodes[side], size));
  if (line.sample === "arrow") return arrowSample(line.pen as keyof PalettePens["arrows"], x, y, size, palette, letter);
  if (line.sample === "kinship") {
    const stroke = palette.links[line.key] ?? palette.links["other"]!;
    return stroked(polyline([[x, y], [x + 2.6 * size, y]]), stroke);
  }
  if (line.sample !== "arrow head") return [];
  const tip: [number, number] = [x + 2.2 * size, y];
  const colour = palette.text.black;
  return [
    ...stroked(polyline([[x, y], [x + 1.6 * size, y]]), { colour, width: 0.5, dash: [], double: false, gap: 0 }),
    ...head(tip, 0, 0.95 * size, colour, line.key as HeadStatus),
  ];
}

function figureSample(inside: boolean, side: SideName, x: number, y: number, size: number, stroke: Stroke): SheetItem[] {
  const [middle, working] = [x + 1.1 * size, side === "working"];
  if (!inside) return figure(middle, y - 0.875 * size, 1.75 * size, stroke, working);
  const high = 1.3 * size;
  const across = figureWidth(high) * 0.72;
  return [
    ...home(boxOf(x, y - 0.98 * size, 2.2 * size, 1.96 * size), stroke),
    ...[-across, across].flatMap((by) => figure(middle + by, y - high / 2, high, stroke, working)),
  ];
}

function arrowSample(pen: keyof PalettePens["arrows"], x: number, y: number, size: number, palette: PalettePens, letter: (pen: string) => string): SheetItem[] {
  const stroke = palette.arrows[pen];
  const length = Math.max(1.1 * size, 1.4 + 1.2 * stroke.width);
  const tip = x + 6 * size;
  const said = letter(pen);
  const [wide] = badgeSize(said, 0.8 * size);
  return [
    ...stroked(polyline([[x, y], [tip - headReach(length), y]]), stroke),
    ...head([tip, y], 0, length, stroke.colour),
    ...(said === "" ? [] : badge([x + 1.4 * size + wide / 2, y], said, 0.8 * size, stroke.colour, palette.text[pen], 0.25)),
  ];
}

/** A pen as thin as the sample asks. */
function slim(stroke: Stroke, size: number): Stroke {
  const by = Math.min(1, (0.1 * size) / stroke.width);
  return { ...stroke, width: round2(stroke.width * by), gap: round2(stroke.gap * by), dash: stroke.dash.map((one) => round2(one * by)) };
}
