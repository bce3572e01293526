/** Keeps the referral and how it went, and shows what was kept. */
import { signal } from "@preact/signals";

import { Refusal } from "../../../api/client";
import type { ReferralDetail, Way } from "../../../api/referral-types";
import { getReferral } from "../../../api/referrals";
import { uuid } from "../../../model/uuid";
import { today } from "../../../parts/today";
import { event, say } from "../outbox";
import { load } from "../state";
import { type Aim, aim, choices, continued, madeFrom } from "./state";

/** The referral just kept; "waiting" while the server cannot be reached. */
export const kept = signal<ReferralDetail | "waiting" | null>(null);
export const refusal = signal<Refusal | null>(null);
export const sending = signal(false);

export async function send(of: Aim, way: Way): Promise<void> {
  if (sending.value) return;
  sending.value = true;
  refusal.value = null;
  const id = uuid();
  const now = new Date();
  const same = continued.value;
  const made = madeFrom(of, choices.value, today(now), same);
  const steps = [event("referral_made", id, made, now), event("referral_sent", id, { way }, now)];
  try {
    const done = await say(...steps);
    if (done && same?.from) await say(event("rerouted", same.from, { to: id }, now)).catch(keepRefusal);
    continued.value = null;
    kept.value = done ? await getReferral(id, new AbortController().signal) : "waiting";
    load();
  } catch (error) {
    keepRefusal(error);
  } finally {
    sending.value = false;
  }
}

export function close(): void {
  aim.value = null;
  kept.value = null;
  refusal.value = null;
}

function keepRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  refusal.value = error;
}
