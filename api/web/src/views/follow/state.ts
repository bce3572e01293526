/** The referrals in sight, and the one that is open. Answers go through the outbox; the list is asked for anew after each. */
import { computed, signal } from "@preact/signals";

import { Refusal } from "../../api/client";
import { deleteReferral, getReferral, getReferrals } from "../../api/referrals";
import type { Referral, ReferralDetail, ReferralList, State } from "../../api/referral-types";
import { Remote } from "../../api/remote";
import { t } from "../../i18n";
import { drop, event, say } from "./outbox";

export const FILTERS = ["awaited", "open", "closed"] as const;
export type Filter = (typeof FILTERS)[number];

const AWAITED: readonly State[] = ["draft", "sent", "acknowledged", "declined", "no_answer", "contact_failed"];
const GOING_ON: readonly State[] = ["accepted", "in_service"];

export const filter = signal<Filter>("awaited");
export const list = new Remote<ReferralList>();
export const opened = signal<string | null>(null);
export const detail = new Remote<ReferralDetail>();
/** What was just kept, said aloud by a screen reader too. */
export const said = signal("");
export const refusal = signal<Refusal | null>(null);

export const shown = computed<Referral[]>(() => (list.value?.items ?? []).filter((one) => filterOf(one.state.code) === filter.value));

/** Where a referral is looked for: who waits for something to be done, what goes on, what is over. */
export function filterOf(state: State): Filter {
  return AWAITED.includes(state) ? "awaited" : GOING_ON.includes(state) ? "open" : "closed";
}

export function load(): void {
  void list.load((stop) => getReferrals(filter.peek() !== "closed", stop));
}

export function open(id: string | null): void {
  if (id !== opened.value) detail.clear();
  opened.value = id;
}

export function loadDetail(): void {
  const id = opened.peek();
  if (id !== null) void detail.load((stop) => getReferral(id, stop));
}

/** Keep one step of a referral; `words` say which, for whoever is told that it is kept. */
export async function note(referral: string, kind: string, args: object, words: string): Promise<void> {
  refusal.value = null;
  try {
    await say(event(kind, referral, args));
    said.value = t().follow.noted(words);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal.value = error;
  }
  load();
  loadDetail();
}

/** Forget a referral for good, with what waits of it here. Refused when an arrow of a sheet says it. */
export async function forgetNow(referral: string): Promise<void> {
  refusal.value = null;
  try {
    await deleteReferral(referral);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal.value = error;
    return;
  }
  drop(referral);
  open(null);
  said.value = t().follow.forgetting.done;
  load();
}
