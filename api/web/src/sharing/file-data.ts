/** What the single file carries beside its script: the pens of both languages, put there by `sociogram studio-file`. */
import { effect } from "@preact/signals";

import type { LegendLine, PensDocument } from "../api/pens";
import type { Lang, PaletteName, ProviderCard } from "../api/types";
import { askedPens } from "../app/pens";
import { providers } from "../app/vocabulary";
import { lang } from "../i18n";
import type { SituationDocument } from "../model/situation";

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

/** Without a directory nobody knows the names of its services: they stand as "Service A", "Service B". */
export function nameServices(document: SituationDocument, word: string): void {
  const own = new Set([...FIGURES_AND_CONTAINERS.flatMap((part) => document[part].map(({ id }) => id))]);
  const named = [
    ...document.professionals.map(({ organisation }) => organisation),
    ...document.households.map(({ housed_by }) => housed_by),
    ...document.activations.flatMap(({ activator, activated }) => [activator, activated]),
    ...document.positions.map(([id]) => id),
  ];
  const services = [...new Set(named.filter((id): id is string => id !== null && !own.has(id)))];
  const value = services.map((id, at) => ({ id, name: `${word} ${letters(at)}`, acronym: "" }) as ProviderCard);
  providers.known.value = { state: "ready", value };
}

const FIGURES_AND_CONTAINERS = ["persons", "professionals", "institutions", "households", "undecided"] as const;

/** A, B… Z, AA, AB… */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

export function seldomLines(language: Lang, palette: PaletteName): readonly LegendLine[] {
  return (held?.legend ?? none)[language][palette];
}
