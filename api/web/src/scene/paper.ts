/** Papers lying on their long side (layouts/frame/paper.py); the studio grows from one to the next. */
import { boxOf, type Box } from "../geometry/box";
import type { PaperName } from "./scene";

export interface Paper {
  readonly name: PaperName;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Letter sizes of the title, the legend and the footer. */
  readonly title: number;
  readonly text: number;
  readonly small: number;
}

/** Smallest first. */
export const PAPERS: readonly Paper[] = [
  { name: "A4", width: 297, height: 210, margin: 9, title: 6, text: 3, small: 2.5 },
  { name: "A3", width: 420, height: 297, margin: 12, title: 8.4, text: 3.8, small: 3 },
  { name: "A2", width: 594, height: 420, margin: 16, title: 11.5, text: 5.2, small: 3.8 },
  { name: "A1", width: 841, height: 594, margin: 22, title: 16, text: 7.2, small: 5 },
  { name: "A0", width: 1189, height: 841, margin: 30, title: 22, text: 10, small: 7 },
];

export const LARGEST = PAPERS.at(-1)!;
/** Nothing stands nearer to the edge of the paper, in mm: most printers print no farther. */
const EDGE = 6;

export function paperNamed(name: string): Paper {
  return PAPERS.find((paper) => paper.name === name) ?? PAPERS[0]!;
}

/** The papers from `least` on. */
export function papersFrom(least: PaperName): readonly Paper[] {
  return PAPERS.slice(PAPERS.findIndex((paper) => paper.name === least));
}

/** Where things may stand. */
export function areaOf(paper: Paper): Box {
  return boxOf(EDGE, EDGE, paper.width - 2 * EDGE, paper.height - 2 * EDGE);
}
