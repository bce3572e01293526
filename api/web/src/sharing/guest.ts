/**
 * A tablet that was lent a sheet. Nothing is kept here: the sheet lives on the computer, and leaves this page when the
 * hour is over, when it is taken back, or when the computer no longer answers.
 */
import { computed, signal } from "@preact/signals";

import { ask, Refusal } from "../api/client";
import type { ProviderCard } from "../api/types";
import { providers } from "../app/vocabulary";
import { lang, t } from "../i18n";
import { LiveDesk } from "../studio/live-desk";
import type { LogNews } from "../sync/channel";
import { ServerChannel } from "../sync/server";
import { desk, lay } from "../views/studio/state";
import { giveBack, join, paired, type Guest } from "./pairing";

export type Stage = "door" | "sheet" | "away" | "ended";

export const stage = signal<Stage>("door");
export const guest = signal<Guest | null>(null);
export const refused = signal("");
/** Whole minutes of the hour that remain, at least one. */
export const minutes = computed(() => Math.max(1, Math.ceil((guest.value?.seconds_left ?? 0) / 60)));

const LOOK = 3000;
/** Looks without an answer before the sheet is hidden. */
const MISSES = 4;
let timer: ReturnType<typeof setTimeout> | undefined;
let ends = 0;
let missed = 0;

/** Begin with the code of the address, if there is one, or with a sheet this tablet still has. */
export async function begin(): Promise<void> {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code) history.replaceState(null, "", location.pathname);
  try {
    await opened(code ? await join(code) : await paired());
  } catch (error) {
    if (code) refused.value = why(error);
  }
}

export async function enter(code: string): Promise<void> {
  refused.value = "";
  try {
    await opened(await join(code));
  } catch (error) {
    refused.value = why(error);
  }
}

export async function leave(): Promise<void> {
  await giveBack().catch(() => undefined);
  end();
}

export function again(): void {
  refused.value = "";
  stage.value = "door";
}

async function opened(mine: Guest): Promise<void> {
  take(mine);
  const log = await ask<Omit<LogNews, "after">>(`/situations/${encodeURIComponent(mine.situation)}/gestures?after=0`);
  const channel = new ServerChannel(mine.situation, lang.peek());
  const options = { id: mine.situation, by: mine.by, lang: lang.peek(), keeping: "forever" as const };
  lay(new LiveDesk({ ...options, channel, log: { ...log, after: 0 } }));
  stage.value = "sheet";
  look();
}

function take(mine: Guest): void {
  guest.value = mine;
  ends = Date.now() + mine.seconds_left * 1000;
  missed = 0;
  const named = Object.entries(mine.names ?? {}).map(([id, name]) => ({ id, name, acronym: "" }) as ProviderCard);
  if (JSON.stringify(providers.value) !== JSON.stringify(named)) providers.known.value = { state: "ready", value: named };
}

function look(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void looked(), Math.max(0, Math.min(LOOK, ends - Date.now())));
}

async function looked(): Promise<void> {
  if (Date.now() >= ends) return end();
  try {
    take(await paired());
    if (stage.peek() === "away") stage.value = "sheet";
  } catch (error) {
    const status = error instanceof Refusal ? error.problem.status : 0;
    if (status === 401 || desk.peek()?.status === "gone") return end();
    missed++;
    if (missed >= MISSES) stage.value = "away";
  }
  if (guest.peek()) look();
}

/** The sheet leaves: its desk, its drawing and every word of it. */
function end(): void {
  clearTimeout(timer);
  guest.value = null;
  providers.known.value = { state: "ready", value: [] };
  lay(null);
  stage.value = "ended";
}

function why(error: unknown): string {
  const words = t().studio.sharing.guest;
  const status = error instanceof Refusal ? error.problem.status : 0;
  if (status === 429) return words.wait;
  return status === 0 ? words.unreachable : words.refused;
}
