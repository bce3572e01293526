/** What an id is on this sheet, and where it belongs. */
import type { SituationDocument } from "../model/situation";

export type Kind = "person" | "professional" | "undecided" | "household" | "institution" | "organisation" | "arrow" | "link";

/** What an id is; `organisation` for what only the directory knows. */
export function kindOf(document: SituationDocument, id: string): Kind {
  const has = (part: readonly { id: string }[]): boolean => part.some((one) => one.id === id);
  if (has(document.persons)) return "person";
  if (has(document.professionals)) return "professional";
  if (has(document.households)) return "household";
  if (has(document.institutions)) return "institution";
  if (has(document.undecided)) return "undecided";
  if (has(document.activations)) return "arrow";
  return has(document.kinships) ? "link" : "organisation";
}

/** The home somebody lives in now: the last one without an end; null for none. */
export function livesIn(document: SituationDocument, person: string): string | null {
  return document.memberships.findLast((one) => one.person === person && one.until === null)?.household ?? null;
}
