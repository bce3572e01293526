/**
 * What was said and not yet kept: events leave at once, and wait in memory while the server cannot be reached.
 * Each has its own id, so that what is sent twice counts once. Nothing is written in the browser.
 */
import { signal } from "@preact/signals";

import { Refusal } from "../../api/client";
import type { SentEvent } from "../../api/referral-types";
import { sendEvents } from "../../api/referrals";
import { uuid } from "../../model/uuid";

const AGAIN = 8000;

export const waiting = signal<readonly SentEvent[]>([]);
/** The server could not be reached the last time: only then is it worth saying that something waits. */
export const away = signal(false);
/** Why something that had waited was refused at last: whoever said it has long gone on, and is told here. */
export const refusedLate = signal<Refusal | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> = Promise.resolve();

export function event(kind: string, subject: string, args: object = {}, now = new Date()): SentEvent {
  return { id: uuid(), kind, subject, at: `${now.toISOString().slice(0, 19)}Z`, args: { ...args } };
}

/** Send events, and those that wait. True = kept; false = they wait; throws what the server refuses of `events`. */
export async function say(...events: SentEvent[]): Promise<boolean> {
  waiting.value = [...waiting.value, ...events];
  const refused = await flush(events.map((one) => one.subject));
  const mine = events.map((one) => refused.get(one.subject)).find((one) => one !== undefined);
  if (mine) throw mine;
  return !waiting.value.some((one) => events.includes(one));
}

/** What waits of a referral that was forgotten is not said any more. */
export function drop(subject: string): void {
  waiting.value = waiting.value.filter((one) => one.subject !== subject);
}

/** Send what waits, one referral after the other: what is refused of one holds no other up. Tells the refusals by subject. */
export async function flush(asking: readonly string[] = []): Promise<Map<string, Refusal>> {
  clearTimeout(timer);
  await running;
  const refused = new Map<string, Refusal>();
  running = sendAll(refused);
  await running;
  const late = [...refused].find(([subject]) => !asking.includes(subject));
  if (late) refusedLate.value = late[1];
  if (waiting.value.length > 0) timer = setTimeout(() => void flush(), AGAIN);
  return refused;
}

async function sendAll(refused: Map<string, Refusal>): Promise<void> {
  for (const subject of new Set(waiting.value.map((one) => one.subject))) {
    const mine = waiting.value.filter((one) => one.subject === subject);
    try {
      await sendEvents(mine);
      away.value = false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      away.value = isAway(error);
      if (away.value) return;
      refused.set(subject, error);
    }
    waiting.value = waiting.value.filter((one) => !mine.includes(one));
  }
}

/** Not there, or busy: said again later. What it refuses is refused for good. */
function isAway(error: Refusal): boolean {
  const { status } = error.problem;
  return status === 0 || status >= 500 || status === 401;
}

globalThis.addEventListener?.("online", () => void flush());
