/** The question "who can help?" and its answer. In memory only; it goes by POST and enters no address. */
import { signal } from "@preact/signals";

import { suggest } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { SuggestAnswer, SuggestQuery } from "../../api/types";
import type { Option } from "../../parts/Combobox";

export interface Ask {
  origin: Option | null;
  needs: string[];
  groups: string[];
  places: Option[];
  languages: string[];
  hops: number;
  urgency: SuggestQuery["urgency"];
}

export const question = signal<Ask>({ origin: null, needs: [], groups: [], places: [], languages: [], hops: 3, urgency: "normal" });
/** The question the answer in sight belongs to. */
export const asked = signal<Ask | null>(null);
export const answer = new Remote<SuggestAnswer>();

export function set(change: Partial<Ask>): void {
  question.value = { ...question.value, ...change };
}

export function startFrom(origin: Option): void {
  set({ origin });
}

/** Send the question in force; false when something is missing. */
export function send(): boolean {
  const { origin, needs } = question.value;
  if (!origin || needs.length === 0) return false;
  asked.value = question.value;
  repeat();
  return true;
}

/** Ask the same again, for another language or after a failure. */
export function repeat(): void {
  const now = asked.value;
  if (!now?.origin) return;
  const query: SuggestQuery = {
    origin: now.origin.value,
    needs: now.needs,
    target_groups: now.groups,
    places: now.places.map((place) => place.value),
    languages: now.languages,
    urgency: now.urgency,
    max_hops: now.hops,
    k: 5,
  };
  void answer.load((stop) => suggest(query, stop));
}
