/** The pens of the language in force, asked once a language: the page knows no colour of its own. */
import { computed } from "@preact/signals";

import type { PensDocument } from "../api/pens";
import { getPens } from "../api/questions";
import { Remote } from "../api/remote";

export const askedPens = new Remote<PensDocument>();

export const pens = computed<PensDocument | undefined>(() => askedPens.value);

export function loadPens(): void {
  void askedPens.load(getPens);
}
