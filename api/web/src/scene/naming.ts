/** How each one is called on the sheet and in its sentences (sociogram/situation/naming.py). */
import type { Lang } from "../api/types";
import type { SituationDocument, Words } from "../model/situation";

const SOMEONE: Record<Lang, string> = { fr: "Quelqu'un", en: "Someone" };
const HOME: Record<Lang, string> = { fr: "Lieu de vie", en: "Home" };
const BUILDING = "Service";

/** A text in `lang`, else in the other language, else nothing. */
export function said(words: Words | null, lang: Lang): string {
  if (words === null) return "";
  return lang === "fr" ? words.fr || words.en : words.en || words.fr;
}

export class Naming {
  private readonly labels = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly workplace = new Map<string, readonly [string | null, string]>();
  private readonly unsaid = new Map<string, string>();

  /** `names`: what is written on an organisation's building, "" for one that is not seen. `veil` replaces every name. */
  constructor(
    document: SituationDocument,
    private readonly lang: Lang,
    private readonly names: (organisation: string) => string,
    private readonly veil?: (id: string) => string,
  ) {
    const figures = [document.persons, document.undecided, document.institutions, document.households];
    for (const one of figures.flat()) this.labels.set(one.id, said(one.label, lang));
    for (const one of document.professionals) {
      this.labels.set(one.id, said(one.role, lang) || said(one.organisation_text, lang));
      this.workplace.set(one.id, [one.organisation, said(one.organisation_text, lang)]);
    }
    for (const one of [...document.persons, ...document.professionals, ...document.undecided])
      this.unsaid.set(one.id, SOMEONE[lang]);
    for (const one of document.households) this.unsaid.set(one.id, HOME[lang]);
    for (const label of this.labels.values()) this.counts.set(label, (this.counts.get(label) ?? 0) + 1);
  }

  /** What is written at a figure or a container; empty when nothing was said. */
  of(id: string): string {
    if (this.veil) return this.veil(id);
    return this.labels.get(id) ?? this.names(id);
  }

  /** How a sentence names somebody: with the service when two people have the same label. */
  full(id: string): string {
    const label = this.of(id);
    if (this.veil) return label || this.unspoken(id);
    const [organisation, text] = this.workplace.get(id) ?? [null, ""];
    if (this.workplace.has(id) && (this.counts.get(label) ?? 0) > 1) {
      const where = (organisation === null ? "" : this.of(organisation)) || text;
      return where ? `${label} (${where})` : label;
    }
    return label || this.unspoken(id);
  }

  /** A working text; none under a veil. */
  words(words: Words | null): string {
    return this.veil ? "" : said(words, this.lang);
  }

  private unspoken(id: string): string {
    return this.unsaid.get(id) ?? BUILDING;
  }
}
