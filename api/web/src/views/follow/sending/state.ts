/** The referral being made: what it is about, what the person agreed to. In memory only, and gone when it is closed. */
import { computed, signal } from "@preact/signals";

import type { Consent, MadeArgs, Priority, Way } from "../../../api/referral-types";
import type { SuggestQuery } from "../../../api/types";
import { uuid } from "../../../model/uuid";

/** Where it goes and for what; names are for the eye, codes go to the server. */
export interface Aim {
  sender: string;
  need: string;
  needLabel: string;
  receiverName: string;
  receiver?: string;
  service?: string;
  place?: string;
  groups: string[];
  urgency: SuggestQuery["urgency"];
}

export interface Choices {
  priority: Priority;
  agreed: boolean | null;
  scope: Consent["scope"];
  language: string;
  focalPoint: boolean;
  country: string;
}

/** Another referral for somebody already referred: `person` is a mark without a name, kept inside one organisation. */
export interface Continued {
  person: string;
  reference: string;
  from?: string;
}

const PRIORITIES: Record<SuggestQuery["urgency"], Priority> = { tonight: "emergency", urgent: "urgent", normal: "normal" };

export const aim = signal<Aim | null>(null);
export const choices = signal<Choices>(choicesFor("normal"));
export const continued = signal<Continued | null>(null);

const COUNTRY = /^[A-Za-z]{2}$/;

export function choicesFor(urgency: SuggestQuery["urgency"]): Choices {
  return { priority: PRIORITIES[urgency], agreed: null, scope: "need", language: "fr", focalPoint: false, country: "" };
}

export function begin(next: Aim): void {
  choices.value = choicesFor(next.urgency);
  aim.value = next;
}

export function choose(change: Partial<Choices>): void {
  choices.value = { ...choices.value, ...change };
}

/** The ways it may go: without an agreement nothing is told for her, she goes herself. */
export const ways = computed<Way[]>(() => {
  const { agreed } = choices.value;
  return agreed === null ? [] : agreed ? ["phone", "slip", "form"] : ["slip", "other"];
});

/** What the referral is made of. `today` is YYYY-MM-DD: of the agreement only the month is kept. */
export function madeFrom(of: Aim, chosen: Choices, today: string, same: Continued | null): MadeArgs {
  const { agreed, scope, language, country } = chosen;
  return {
    need: of.need,
    sender: of.sender,
    ...(of.place ? { place: of.place } : {}),
    ...(of.service ? { service: of.service } : {}),
    ...(of.receiver ? { receiver: of.receiver } : { receiver_text: of.receiverName }),
    ...(of.groups.length > 0 ? { groups: of.groups } : {}),
    ...(COUNTRY.test(country.trim()) ? { country: country.trim().toUpperCase() } : {}),
    focal_point: chosen.focalPoint,
    priority: chosen.priority,
    person: same?.person ?? uuid(),
    consent: agreed ? { scope, language, month: today.slice(0, 7) } : null,
  };
}
