/** How each one is called on a sheet and in sentences: the twin of sociogram/situation/naming.py. Knows no framework. */
import type { Lang } from "../api/types";
import type { SituationDocument, Words } from "../model/situation";

/** What the viewer sees written on an organisation; "" for one that is not theirs to see. */
export type BuildingNames = (organisation: string) => string;

const UNSAID = {
  someone: { fr: "Quelqu'un", en: "Someone" },
  home: { fr: "Lieu de vie", en: "Home" },
  building: { fr: "Service", en: "Service" },
} as const;

export interface Naming {
  /** What is written at a figure or a container; "" when nothing was said. */
  of(id: string): string;
  /** How a sentence names somebody: with the service when two people have the same label. Never empty. */
  full(id: string): string;
}

/** A text in the language asked, else in the other one, else "". */
export function wordsIn(words: Words | null, lang: Lang): string {
  if (words === null) return "";
  return lang === "fr" ? words.fr || words.en : words.en || words.fr;
}

export function namingOf(document: SituationDocument, lang: Lang, buildings: BuildingNames): Naming {
  const labels = labelsOf(document, lang);
  const counts = new Map<string, number>();
  for (const label of labels.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const workers = new Map(document.professionals.map((one) => [one.id, one]));
  const homes = new Set(document.households.map(({ id }) => id));
  const figures = new Set([...document.persons, ...document.professionals, ...document.undecided].map(({ id }) => id));
  const of = (id: string): string => labels.get(id) ?? buildings(id);
  const full = (id: string): string => {
    const label = of(id);
    const worker = workers.get(id);
    if (worker && (counts.get(label) ?? 0) > 1) {
      const where = (worker.organisation && of(worker.organisation)) || wordsIn(worker.organisation_text, lang);
      return where ? `${label} (${where})` : label;
    }
    return label || UNSAID[homes.has(id) ? "home" : figures.has(id) ? "someone" : "building"][lang];
  };
  return { of, full };
}

function labelsOf(document: SituationDocument, lang: Lang): Map<string, string> {
  const labels = new Map(document.persons.map((one) => [one.id, wordsIn(one.label, lang)]));
  for (const one of document.professionals)
    labels.set(one.id, wordsIn(one.role, lang) || wordsIn(one.organisation_text, lang));
  for (const part of [document.undecided, document.households, document.institutions])
    for (const one of part) labels.set(one.id, wordsIn(one.label, lang));
  return labels;
}
