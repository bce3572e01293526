/** The loan as the facilitator's page sees it: asked while it lasts, ended with the sheet or the page. */
import { computed, effect, signal } from "@preact/signals";

import { BASE, Refusal } from "../api/client";
import { t } from "../i18n";
import { announce, desk } from "../views/studio/state";
import { endLoan, freshCode, getLending, lend, removeDevice, type Lending } from "./pairing";
import { surroundings } from "./surroundings";

const LOOK = 2500;

export const lending = signal<Lending | null>(null);
export const fault = signal("");
export const loan = computed(() => lending.value?.share ?? null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Ask what is lent; called when the panel opens. */
export const look = (): Promise<void> => told(getLending);
export const begin = (): Promise<void> => told(() => lend(desk.peek()?.id ?? ""));
export const invite = (): Promise<void> => told(freshCode);

export async function remove(device: string): Promise<void> {
  await told(async () => (await removeDevice(device), getLending()));
}

export async function end(): Promise<void> {
  await told(async () => (await endLoan(), getLending()));
}

async function told(ask: () => Promise<Lending>): Promise<void> {
  clearTimeout(timer);
  try {
    const before = loan.peek()?.devices ?? [];
    lending.value = await ask();
    fault.value = "";
    sayChanges(before, loan.peek()?.devices ?? []);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    fault.value = error.problem.title;
  }
  if (loan.peek()) timer = setTimeout(() => void look(), LOOK);
}

function sayChanges(before: readonly { number: number }[], after: readonly { number: number }[]): void {
  const words = t().studio.sharing.tablet;
  const has = (list: readonly { number: number }[], one: { number: number }): boolean => list.some(({ number }) => number === one.number);
  for (const one of after) if (!has(before, one)) announce(words.joined(one.number));
  for (const one of before) if (!has(after, one)) announce(words.gone(one.number));
}

// The loan ends with the sheet: when another is laid before the hand, when it is closed, when the page goes.
effect(() => {
  const open = desk.value?.id;
  const lent = loan.peek()?.situation;
  if (lent !== undefined && lent !== open) void end();
});
globalThis.addEventListener?.("pagehide", () => {
  if (surroundings.peek() === "laptop" && loan.peek()) void fetch(`${BASE}/share`, { method: "DELETE", keepalive: true });
});
