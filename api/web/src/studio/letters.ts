/**
 * Letters for people whom nobody has named: A, B, C... so that a sheet drawn without a written word can still be read
 * back. A letter is given once and stays: it is an ordinary label, and whoever writes a name takes its place.
 */
import type { SituationDocument } from "../model/situation";

/** The first letter that no person of the sheet has; after Z come AA, AB... */
export function nextLetter(document: SituationDocument): string {
  const taken = new Set(document.persons.flatMap(({ label }) => (label ? [label.fr, label.en] : [])));
  for (let index = 0; ; index++) {
    const letter = letterOf(index);
    if (!taken.has(letter)) return letter;
  }
}

/** Whether a label is such a letter, which writing a name replaces. */
export function isLetter(label: string): boolean {
  return /^[A-Z]{1,2}$/.test(label);
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
