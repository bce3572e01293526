/** `GET /pens?lang=`: the page's only source of the code (colour_codes/pens_document.py). Lengths in mm. */
import type { Lang, PaletteName, PenName } from "./types";

export type SideName = "living" | "working" | "undecided";

export interface Stroke {
  colour: string;
  width: number;
  dash: number[];
  double: boolean;
  /** Paper inside a double line; 0 otherwise. */
  gap: number;
}

export interface LegendLine {
  key: string;
  sample: string;
  pen: PenName | null;
  text: string;
}

export interface PalettePens {
  name: string;
  arrows: Record<"blue" | "red" | "orange" | "green", Stroke>;
  nodes: Record<SideName, Stroke>;
  links: Record<string, Stroke>;
  /** Colours for small letters near what a pen draws. */
  text: Record<PenName, string>;
  legend: LegendLine[];
  plain_legend: LegendLine[];
}

/** What samples are drawn with. */
export type Inks = Pick<PalettePens, "arrows" | "nodes">;

export interface PensDocument {
  lang: Lang;
  charter: { version: string; footer: string; credit: string };
  sides: { id: SideName; name: string; pen: PenName }[];
  collective: string;
  pens: { id: PenName; name: string; letter: string; arrow: boolean }[];
  table: { activator: SideName; activated: SideName; pen: PenName }[];
  palettes: Record<PaletteName, PalettePens>;
  /** How an arrow is read: a sentence by status, with {activated} and {activator} in it. */
  reading?: { head_at: string; sentences: Record<string, string>; read_back: Record<string, string> };
  /** The order of a session, from the charter; empty when the charter hides it. */
  session?: { key: string; text: string }[];
}
