/** What the single file carries beside its script: the pens of both languages, put there by `sociogram studio-file`. */
import { effect } from "@preact/signals";

import type { LegendLine, PensDocument } from "../api/pens";
import type { Lang, PaletteName } from "../api/types";
import { askedPens } from "../app/pens";
import { providers } from "../app/vocabulary";
import { lang } from "../i18n";

interface FileData {
  pens: Record<Lang, PensDocument>;
  /** Lines for what is not on every sheet: kinds of links, undecided figures, heads. */
  legend: Record<Lang, Record<PaletteName, LegendLine[]>>;
}

const none: FileData["legend"] = { fr: empty(), en: empty() };

function empty(): Record<PaletteName, LegendLine[]> {
  return { wall: [], notebook: [], mono: [] };
}

function read(): FileData | undefined {
  const data = JSON.parse(document.getElementById("pens")?.textContent ?? "{}") as Partial<FileData>;
  return data.pens ? { pens: data.pens, legend: data.legend ?? none } : undefined;
}

let held: FileData | undefined;

/** Give the page its pens in the language in force, and an empty directory. False when the file was not filled. */
export function provide(): boolean {
  held = read();
  if (!held) return false;
  const { pens } = held;
  effect(() => {
    askedPens.known.value = { state: "ready", value: pens[lang.value] };
  });
  providers.known.value = { state: "ready", value: [] };
  return true;
}

export function seldomLines(language: Lang, palette: PaletteName): readonly LegendLine[] {
  return (held?.legend ?? none)[language][palette];
}
