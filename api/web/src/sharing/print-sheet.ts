/** One printed page of the sheet: date above, drawing at its real size or a little smaller, legend and footer below. */
import type { LegendLine, PensDocument } from "../api/pens";
import type { Lang, PaletteName } from "../api/types";
import { around, boxOf, type Box } from "../geometry/box";
import { polyline, round2, rounded } from "../geometry/path";
import { ASCENT, LINE_HEIGHT, SMALLEST_TEXT, STUDIO } from "../geometry/sizes";
import { path } from "../geometry/stroke";
import { textWidth, wrap } from "../geometry/wrap";
import { PAPERS, type Paper } from "../scene/paper";
import type { Scene } from "../scene/scene";
import type { GroupItem, SheetItem, SheetJson } from "../scene/sheet";
import { columnsOf, legendItems } from "./print-legend";

export interface PrintedPage {
  paper: Paper;
  /** Everything around the drawing. */
  frame: SheetJson;
  /** Where the drawing stands on the paper, and which part of the scene it shows; mm. */
  place: Box;
  part: Box;
}

export interface PrintOptions {
  palette: PaletteName;
  lang: Lang;
  /** In words. */
  date: string;
  /** The mark of a fictional situation, "" for none; and the last words of the page. */
  fictional: string;
  footer: string;
  seldom: readonly LegendLine[];
}

/** Letters on paper are never smaller than this part of the studio's. */
const LEAST = SMALLEST_TEXT / STUDIO.font;
const AIR = 3;

/** The smallest paper on which the drawing stays readable. */
export function printedPage(scene: Scene, pens: PensDocument, options: PrintOptions): PrintedPage {
  const part = partOf(scene);
  for (const paper of PAPERS) {
    const { frame, area } = framed(scene, pens, paper, options);
    const scale = Math.min(1, area.w / part.w, area.h / part.h);
    if (scale < LEAST && paper !== PAPERS.at(-1)) continue;
    const [w, h] = [part.w * scale, part.h * scale];
    return { paper, frame, part, place: boxOf(area.x + (area.w - w) / 2, area.y + (area.h - h) / 2, w, h) };
  }
  throw new Error("no paper");
}

/** All that is drawn, with a little air. */
function partOf(scene: Scene): Box {
  const points = [...scene.arrows.values()].flatMap(({ line, badge }) => [
    ...line.map(([x, y]) => boxOf(x, y, 0, 0)),
    ...(badge ? [badge] : []),
  ]);
  const all = around([...[...scene.nodes.values()].map(({ box }) => box), ...points]);
  if (!all) return boxOf(0, 0, 100, 50);
  return boxOf(all.x - AIR, all.y - AIR, all.w + 2 * AIR, all.h + 2 * AIR);
}

function framed(scene: Scene, pens: PensDocument, paper: Paper, options: PrintOptions): { frame: SheetJson; area: Box } {
  const palette = pens.palettes[options.palette];
  const black = palette.text.black;
  const width = paper.width - 2 * paper.margin;
  const top = paper.margin + LINE_HEIGHT * paper.title + 0.5 * paper.title;
  const foot = footLines(pens, paper, width, options.footer);
  const footTop = paper.height - Math.max(paper.margin * 0.75, 5) - foot.length * LINE_HEIGHT * paper.small;
  const columns = columnsOf(legendOf(scene, pens, options), paper.text, width);
  const legendTop = footTop - 0.9 * paper.text - Math.max(...columns.map(({ height }) => height));
  const rule = legendTop - 0.7 * paper.text;
  const letter = (pen: string): string => pens.pens.find(({ id }) => id === pen)?.letter ?? "";
  const legend: SheetItem[] = [
    path(polyline([[paper.margin, rule], [paper.width - paper.margin, rule]]), palette.text.pencil, 0.25),
    ...legendItems(columns, { x: paper.margin, y: legendTop, width }, paper.text, palette, letter),
  ];
  const items = [
    group("date", [line(options.date, paper.margin, paper.margin + ASCENT * paper.title, paper.title, black)]),
    ...fictionalMark(options.fictional, paper, black),
    group("legend", legend),
    group("footer", foot.map((text, at) => line(text, paper.margin, footTop + (ASCENT + at * LINE_HEIGHT) * paper.small, paper.small, black))),
  ];
  const { sheet } = scene;
  const frame: SheetJson = { ...sheet, width: paper.width, height: paper.height, data: { paper: paper.name }, items };
  const bottom = rule - 0.5 * paper.text;
  return { frame, area: boxOf(paper.margin, top, width, bottom - top) };
}

function fictionalMark(words: string, paper: Paper, colour: string): GroupItem[] {
  if (words === "") return [];
  const size = paper.text;
  const [width, height] = [textWidth(words, size) + 1.6 * size, 1.8 * size];
  const x = paper.width - paper.margin - width;
  const rim = path(rounded(x, paper.margin, width, height, 0.5 * size), colour, 0.35);
  return [group("fictional", [rim, { ...line(words, x + width / 2, paper.margin + 1.25 * size, size, colour), anchor: "middle" }])];
}

function footLines(pens: PensDocument, paper: Paper, width: number, last: string): string[] {
  const { credit, footer } = pens.charter;
  const sentence = [credit, footer, last].filter((one) => one !== "").map((one) => `${one.replace(/\.+$/, "")}.`);
  return wrap(sentence.join(" "), paper.small, width);
}

/** The charter's lines, and those of the links, heads and figures that this sheet has. */
function legendOf(scene: Scene, pens: PensDocument, { palette, seldom }: PrintOptions): LegendLine[] {
  const usual = pens.palettes[palette].legend;
  const used = new Set<string>([...scene.links.values()].map(({ kind }) => kind));
  const statuses = new Set([...scene.arrows.values()].map(({ status }) => status));
  if ([...statuses].some((one) => one !== "active")) for (const one of statuses) used.add(one);
  if ([...scene.nodes.values()].some(({ side, what }) => side === "undecided" && what === "figure")) used.add("undecided");
  const more = seldom.filter(({ key }) => used.has(key));
  const words = usual.findIndex(({ sample }) => sample === "text");
  return [...usual.slice(0, words), ...more, ...usual.slice(words)];
}

function group(kind: string, items: SheetItem[]): GroupItem {
  return { kind: "group", data: { kind }, label: "", items };
}

function line(text: string, x: number, y: number, size: number, colour: string): SheetItem & { kind: "text" } {
  return { kind: "text", x: round2(x), y: round2(y), size, text, colour, anchor: "start", halo: 0 };
}
