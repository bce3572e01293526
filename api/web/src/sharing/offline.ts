/** The spare copy as the facilitator decides it: asked for, said, taken up again, taken away. */
import { computed, effect, signal } from "@preact/signals";

import { ask, Refusal } from "../api/client";
import { t } from "../i18n";
import { mayHaveCopy, SpareCopy, type SpareContent } from "../sync/offline-copy";
import { keyOf, unsealed } from "../sync/offline-seal";
import { copies, dropCopy, type SealedCopy } from "../sync/offline-store";
import { announce, desk, keeping } from "../views/studio/state";
import { openDesk } from "../views/studio/opening";
import { dropWorker, keepWorker } from "./page-worker";
import { surroundings } from "./surroundings";

/** Whether the copy of the open sheet is written now. */
export const copying = signal(false);
export const fault = signal("");
/** The browser may throw the copy away when it lacks room. */
export const mayVanish = signal(false);
/** Copies of sheets that are not open. */
export const found = signal<readonly SealedCopy[]>([]);
let copy: SpareCopy | null = null;

/** Only of a sheet that is kept, and only where the browser has what it takes. */
export const offered = computed(() => {
  const now = desk.value;
  void keeping.value;
  return surroundings.value === "laptop" && now !== null && mayHaveCopy(now) && able();
});

function able(): boolean {
  return globalThis.isSecureContext === true && "serviceWorker" in navigator && typeof indexedDB !== "undefined";
}

export async function begin(): Promise<void> {
  const now = desk.peek();
  if (!now) return;
  fault.value = "";
  try {
    const key = await keyFor(now.id);
    // The page's files first: a copy is said to be there once the page opens without its server.
    await keepWorker();
    if (desk.peek() !== now) return await tidy();
    mayVanish.value = !(await navigator.storage?.persist?.().catch(() => false));
    copy = new SpareCopy(now, key, told);
    copying.value = true;
    await copy.settled();
  } catch (error) {
    fault.value = error instanceof Refusal ? error.problem.title : t().studio.sharing.offline.refused;
  }
}

export async function end(): Promise<void> {
  const last = copy;
  copy = null;
  copying.value = false;
  await last?.erase();
  await tidy();
}

/** Look for copies left by a sheet that was cut off; nothing is made by looking. */
export async function look(): Promise<void> {
  if (!able() || surroundings.peek() !== "laptop") return;
  found.value = await copies().catch(() => []);
}

/** Open the sheet of a copy, send what waits in it, and go on copying. */
export async function takeUp(one: SealedCopy): Promise<void> {
  fault.value = "";
  try {
    const content = (await unsealed(one, await keyFor(one.id))) as SpareContent | undefined;
    if (!content) throw new Error("sealed with another key");
    await openDesk(one.id, content.keeping);
    const now = desk.peek();
    if (now?.id !== one.id) return;
    for (const change of content.waiting) {
      if (change.gestures.length > 0 && change.gestures.every(({ id }) => now.journal.has(id))) continue;
      now.act(change);
    }
    await begin();
    announce(t().studio.sharing.offline.resumed);
  } catch (error) {
    await sayWhy(one, error);
  }
}

export async function forget(one: SealedCopy): Promise<void> {
  await dropCopy(one.id);
  await tidy();
}

async function sayWhy(one: SealedCopy, error: unknown): Promise<void> {
  const words = t().studio.sharing.offline;
  const status = error instanceof Refusal ? error.problem.status : -1;
  if (status === 404) {
    // The sheet was erased: its copy goes too.
    await forget(one);
    fault.value = words.erased;
  } else if (status === 0) fault.value = words.later;
  else fault.value = error instanceof Refusal ? error.problem.title : words.foreign;
}

async function keyFor(id: string): Promise<CryptoKey> {
  const { key } = await ask<{ key: string }>(`/situations/${encodeURIComponent(id)}/spare-key`);
  return keyOf(key);
}

function told(failed: boolean): void {
  fault.value = failed ? t().studio.sharing.offline.refused : "";
}

/** With the last copy everything else goes that was kept for it. */
async function tidy(): Promise<void> {
  found.value = (await copies().catch(() => [])).filter(({ id }) => id !== desk.peek()?.id || !copying.peek());
  if (found.peek().length === 0 && !copying.peek()) await dropWorker();
}

// The copy goes with the sheet; what only this browser has stays, to be taken up again.
effect(() => {
  const open = desk.value;
  if (!copy || (open && copying.peek() && copy.of(open))) return;
  const last = copy;
  copy = null;
  copying.value = false;
  void last.close().then(tidy);
});
