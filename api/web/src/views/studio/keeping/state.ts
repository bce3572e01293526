/** What the studio asks about keeping, as signals, and what is done about it. In memory only. */
import { effect, signal } from "@preact/signals";

import { ask, address, BASE } from "../../../api/client";
import type { Wishes } from "../../../api/making";
import type { Created } from "../../../api/types";
import { go } from "../../../app/route";
import { lang } from "../../../i18n";
import { openServerDesk, type Desk, type Keeping } from "../../../studio/desk";
import { desk, keeping as keepingNow, lay, leaving, selected } from "../state";

export type Asked = { what: "new" } | { what: "fate" } | { what: "withdraw"; id: string; name: string };

/** The dialog that is open, if any. */
export const asked = signal<Asked | null>(null);

/** A new sheet: the three signs. */
export function askNew(): void {
  asked.value = { what: "new" };
}

/** Closing a sheet: its fate. */
export function askFate(): void {
  if (desk.peek()) asked.value = { what: "fate" };
}

/** "Enlever vraiment": `name` is how the thing is called in words. */
export function askWithdraw(id: string, name: string): void {
  asked.value = { what: "withdraw", id, name };
}

// Closing a sheet always asks what becomes of it first.
leaving.ask = askFate;

/** How long, as the server is asked: a keeping without a date, or the date itself. */
function keepWord(keeping: Keeping, day: string): string | undefined {
  return keeping === "date" ? day : keeping === "forever" || keeping === "file" ? undefined : keeping;
}

/** A plain situation with nobody on it. Its id tells nothing; the trial version takes fictional situations only. */
const BLANK = { id: "feuille", fictional: true };

/** Make a white sheet on the server, in its memory only unless something else was chosen, and lay it before the hand. */
export async function beginSheet(wishes: Wishes, keeping: Exclude<Keeping, "file">, day = ""): Promise<void> {
  const keep = keepWord(keeping, day);
  const path = address("/situations", { keep, lang: lang.peek() });
  const { id } = await ask<Created>(path, { method: "POST", body: BLANK, call: wishes.callFor(String(keep)) });
  await openSheet(id, keeping);
  go("studio");
}

/** Open a sheet of the server; "gone" when there is none, null when it cannot be read now. */
async function openSheet(id: string, keeping: Keeping): Promise<Desk | "gone" | null> {
  const opened = await openServerDesk(id, { lang: lang.peek(), keeping });
  if (opened && opened !== "gone") lay(opened);
  return opened;
}

/** Decide anew how long the open sheet stays. It is laid again, so that everything knows. */
export async function keepSheet(open: Desk, keeping: Exclude<Keeping, "file">, day = ""): Promise<void> {
  await sent(open);
  const path = address(`/situations/${encodeURIComponent(open.id)}/keep`, { lang: lang.peek() });
  await ask(path, { method: "PUT", body: { keep: keepWord(keeping, day) ?? "forever" } });
  await openSheet(open.id, keeping);
}

/** Erase the sheet for good, here and on the server. */
export async function eraseSheet(open: Desk): Promise<void> {
  if (open.keeping !== "file") {
    await ask(address(`/situations/${encodeURIComponent(open.id)}`, { lang: lang.peek() }), { method: "DELETE" });
  }
  lay(null);
}

/** Take something off the sheet and its story for ever. */
export function withdrawNow(id: string): void {
  if (selected.peek() === id) selected.value = null;
  desk.peek()?.withdraw(id);
}

/** The printed sheet, and the complete copy: addresses for a link that saves them. */
export function pdfAddress(open: Desk): string {
  return `${BASE}${address(`/situations/${encodeURIComponent(open.id)}/sheet.pdf`, { lang: lang.value })}`;
}
export function copyAddress(open: Desk): string {
  return `${BASE}/situations/${encodeURIComponent(open.id)}/own.json`;
}

/** Wait until every act has arrived; gives up after a while, for the caller to say so. */
export async function sent(open: Desk, patience = 8000): Promise<void> {
  if (open.unsent === 0) return;
  open.wake();
  await new Promise<void>((done, give) => {
    const late = setTimeout(() => give(new Unsent()), patience);
    const stop = open.subscribe(() => {
      if (open.unsent > 0) return;
      clearTimeout(late);
      stop();
      done();
    });
  });
}

/** The last gestures did not arrive in time. */
export class Unsent extends Error {}

/** The browser asks before an unkept sheet is left: what nobody keeps cannot come back. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

effect(() => {
  // Another page may decide otherwise meanwhile: the desk hears of it.
  const loses = desk.value !== null && keepingNow.value === "none";
  globalThis.removeEventListener?.("beforeunload", warn);
  if (loses) globalThis.addEventListener?.("beforeunload", warn);
});

