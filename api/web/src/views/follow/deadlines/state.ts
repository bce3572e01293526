/** By when an answer is awaited, by priority: read, and changed by the coordination. Never over what somebody changed since. */
import { signal } from "@preact/signals";

import { Refusal } from "../../../api/client";
import { getDeadlines, putDeadlines } from "../../../api/referrals";
import type { Deadlines, Priority } from "../../../api/referral-types";
import { Remote } from "../../../api/remote";
import { load } from "../state";

export const PRIORITIES = ["emergency", "urgent", "normal"] as const;
const CHANGED = 412;

export type Typed = Record<Priority, string>;

export const deadlines = new Remote<Deadlines>();
/** As they are being written; null while they are only read. */
export const draft = signal<Typed | null>(null);
export const saved = signal(false);
export const refusal = signal<Refusal | null>(null);

export function loadDeadlines(): void {
  void deadlines.load(getDeadlines);
}

export function edit(hours: Record<Priority, number>): void {
  saved.value = false;
  refusal.value = null;
  draft.value = { emergency: String(hours.emergency), urgent: String(hours.urgent), normal: String(hours.normal) };
}

export function change(priority: Priority, text: string): void {
  if (draft.value) draft.value = { ...draft.value, [priority]: text };
}

/** Whole hours, or null for what is no number of them. */
export function hoursOf(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : null;
}

/** Keep what was written, unless a number is missing. */
export async function save(): Promise<void> {
  const [emergency, urgent, normal] = PRIORITIES.map((one) => hoursOf(draft.value?.[one] ?? ""));
  if (!emergency || !urgent || !normal) return;
  refusal.value = null;
  try {
    await putDeadlines({ emergency, urgent, normal }, deadlines.value?.version ?? 0);
    draft.value = null;
    saved.value = true;
    load();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal.value = error;
    // Somebody was faster: what stands now is read first.
    if (error.problem.status === CHANGED) draft.value = null;
  }
  loadDeadlines();
}
