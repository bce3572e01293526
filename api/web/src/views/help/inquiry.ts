/** One question "who can help?" and its answer. In memory only; it goes by POST and enters no address. */
import { signal, type Signal } from "@preact/signals";

import { suggest } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { SuggestAnswer, SuggestQuery } from "../../api/types";
import { today } from "../../parts/today";
import type { Option } from "../../parts/Combobox";

export interface Ask {
  origin: Option | null;
  needs: string[];
  groups: string[];
  places: Option[];
  languages: string[];
  hops: number;
  urgency: SuggestQuery["urgency"];
  /** The day it is needed; "" = today. */
  on: string;
  /** For one search only. */
  age: string;
  mustNotKnow: Option[];
  papers: string[];
}

const NOTHING: Ask = {
  origin: null,
  needs: [],
  groups: [],
  places: [],
  languages: [],
  hops: 3,
  urgency: "normal",
  on: "",
  age: "",
  mustNotKnow: [],
  papers: [],
};

export class Inquiry {
  readonly question: Signal<Ask> = signal(NOTHING);
  /** The question the answer in sight belongs to. */
  readonly asked: Signal<Ask | null> = signal<Ask | null>(null);
  readonly answer = new Remote<SuggestAnswer>();

  set(change: Partial<Ask>): void {
    this.question.value = { ...this.question.value, ...change };
  }

  /** Send the question in force; false when something is missing. */
  send(): boolean {
    const { origin, needs } = this.question.value;
    if (!origin || needs.length === 0) return false;
    this.asked.value = this.question.value;
    this.repeat();
    return true;
  }

  /** Ask the same again, for another language or after a failure. */
  repeat(): void {
    const now = this.asked.value;
    if (now?.origin) void this.answer.load((stop) => suggest(queryOf(now, now.origin?.value ?? ""), stop));
  }

  /** Forget question and answer. */
  clear(): void {
    this.question.value = NOTHING;
    this.asked.value = null;
    this.answer.clear();
  }
}

function queryOf(ask: Ask, origin: string): SuggestQuery {
  return {
    origin,
    needs: ask.needs,
    target_groups: ask.groups,
    places: ask.places.map((place) => place.value),
    languages: ask.languages,
    urgency: ask.urgency,
    max_hops: ask.hops,
    k: 5,
    on: ask.on || today(),
    ...(/^\d{1,3}$/.test(ask.age.trim()) ? { age: Number(ask.age) } : {}),
    ...(ask.mustNotKnow.length > 0 ? { must_not_know: ask.mustNotKnow.map((one) => one.value) } : {}),
    ...(ask.papers.length > 0 ? { documents: ask.papers } : {}),
  };
}
