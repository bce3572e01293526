/** A document at a date: what had been told by then (sociogram/situation/{story,homes,stage}.py). */
import type { SituationDocument } from "../model/situation";
import { onOrBefore } from "./dates";

/**
 * The document without what begins later: arrows dated after, homes and kinship begun after. Persons stay: nobody knows
 * when somebody came. An arrow without date goes with the one before it in the story; numbers do not close up.
 */
export function until(document: SituationDocument, date: string): SituationDocument {
  const begun = (since: string | null): boolean => since === null || onOrBefore(since, date);
  const told = new Set<string>();
  let dated: string | null = null;
  for (const arrow of inStoryOrder(document)) {
    dated = arrow.when ?? dated;
    if (begun(dated)) told.add(arrow.id);
  }
  return {
    ...document,
    activations: document.activations.filter(({ id }) => told.has(id)),
    memberships: document.memberships.filter(({ since }) => begun(since)),
    kinships: document.kinships.filter(({ since }) => begun(since)),
  };
}

/** The arrows by order, then by appearance. */
export function inStoryOrder(document: SituationDocument): SituationDocument["activations"] {
  return [...document.activations].sort((a, b) => a.order - b.order);
}
