/** The sheet of the single file: new, opened, saved; and whether what is drawn is in a file yet. */
import { computed, signal } from "@preact/signals";

import { lang, t } from "../i18n";
import { describe, makerOf } from "../gestures/acts";
import { uuid } from "../model/uuid";
import { soloDesk, type Desk } from "../studio/desk";
import { desk, lay, living } from "../views/studio/state";
import { fold } from "../gestures/fold";
import { open, save, type Place } from "./disk";
import { nameServices } from "./file-data";
import { ownBytes, readOwn } from "./own-file";

/** What is said beside the buttons; "" for nothing. */
export const fault = signal("");
/** The log as it stood in the file last; null when it never was in one. */
const saved = signal<string | null>(null);
let place: Place;

/** Which gestures the sheet is made of, and which words: equal texts mean an equal file. */
function state(open: Desk): string {
  return JSON.stringify([open.log.map(({ id }) => id), open.texts]);
}

export const isSaved = computed(() => {
  void living.value;
  const now = desk.value;
  return now === null || saved.value === state(now);
});

/** Whether closing the page would lose something. */
export function wouldLose(): boolean {
  const now = desk.peek();
  return now !== null && now.log.some(({ kind }) => kind !== "describe") && saved.peek() !== state(now);
}

export function fresh(): void {
  // As the page's own white sheets: this is a trial version. It is nobody's act, so nobody undoes it.
  const { gestures, texts } = describe(makerOf("sociogram", lang.peek()), { fictional: true });
  const log = { version: gestures.length, after: 0, complete: true, gestures, texts };
  begin(soloDesk({ id: `feuille-${uuid().slice(0, 8)}`, lang: lang.peek(), keeping: "file", log }), undefined);
  saved.value = null;
}

export function close(): void {
  lay(null);
  saved.value = null;
  place = undefined;
}

/** Choose a file and lay its sheet; what is not one is refused in words, and the sheet in hand stays. */
export async function openFile(): Promise<void> {
  fault.value = "";
  try {
    const chosen = await open();
    if (!chosen) return;
    const read = readOwn(chosen.data);
    if (typeof read === "string") {
      fault.value = t().studio.sharing.file.refused[read];
      return;
    }
    const log = { version: read.gestures.length, after: 0, complete: true, gestures: read.gestures, texts: read.texts };
    nameServices(fold(read.id, read.gestures, read.texts), t().studio.drawing.kinds.organisation);
    begin(soloDesk({ id: read.id, lang: lang.peek(), keeping: "file", log }), chosen.place);
    saved.value = state(desk.peek()!);
  } catch {
    fault.value = t().studio.sharing.file.cannotRead;
  }
}

export async function saveFile(elsewhere = false): Promise<void> {
  const now = desk.peek();
  if (!now) return;
  fault.value = "";
  const written = state(now);
  try {
    const day = new Date().toISOString().slice(0, 10);
    const where = await save(ownBytes({ id: now.id, gestures: now.log, texts: now.texts }), t().studio.sharing.file.name(day), elsewhere ? undefined : place);
    if (where === "given_up") return;
    place = where;
    saved.value = written;
  } catch {
    fault.value = t().studio.sharing.file.cannotSave;
  }
}

function begin(next: Desk, from: Place): void {
  lay(next);
  place = from;
  fault.value = "";
}
