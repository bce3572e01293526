/** Which replay is on, and how far: in memory only, forgotten with the sheet. */
import { batch, computed, effect, signal } from "@preact/signals";

import { pens } from "../../../app/pens";
import { messages } from "../../../i18n";
import { earlier } from "../../../gestures/dates";
import { clamped, turned } from "../../../studio/player";
import { Drawing, placesFor, storyOf, type Instead, type Spoken } from "../../../studio/replay";
import { placeOf } from "../../../studio/marks";
import { datesOf } from "../../../studio/timeline";
import { select } from "../doing";
import { buildingNames, desk, living, pending, shownInstead, today, veil } from "../state";
import { phrasesOf } from "./phrases";

export type Mode = "drawing" | "story" | "date";

/** null: today's sheet, on which one draws. */
export const mode = signal<Mode | null>(null);
/** The step in sight, of the drawing or of the story. */
export const at = signal(0);
export const date = signal<string | null>(null);

const spoken = computed<Spoken | null>(() => {
  const known = pens.value;
  return known ? { pens: known, names: buildingNames.value, veil: veil.value } : null;
});

export const drawing = computed<Drawing | null>(() => {
  const now = desk.value;
  return now && living.value ? new Drawing({ id: now.id, log: now.log, texts: now.texts }) : null;
});

export const story = computed(() => {
  const [document, words] = [living.value, spoken.value];
  return document && words ? storyOf(document, words) : [];
});

export const dates = computed<string[]>(() => (living.value ? datesOf(living.value) : []));

/** The frames of the drawing that were marked, each once, in order. */
export const marked = computed<number[]>(() => {
  const [now, frames] = [desk.value, drawing.value];
  if (!now || !frames) return [];
  return [...new Set(now.marks.map((mark) => frames.frameAfter(placeOf(mark, now.log))))].sort((a, b) => a - b);
});

export const last = computed(() => (mode.value === "story" ? story.value.length : (drawing.value?.last ?? 0)));

/** What is said of the step `step` of the replay that is on. */
export function sentenceAt(step: number): string {
  if (mode.value === "story") return story.value[step - 1]?.sentence ?? "";
  const words = spoken.value;
  return (words && drawing.value?.sentence(step, words, phrasesOf(messages.value))) ?? "";
}

export function start(next: Mode): void {
  batch(() => {
    select(null);
    pending.value = null;
    mode.value = next;
    if (next === "date") date.value = dates.value.at(-1) ?? null;
    else at.value = last.value;
  });
}

/** Back to today, where one draws. */
export function stop(): void {
  mode.value = null;
}

export function show(step: number): void {
  at.value = clamped(step, last.value);
}

/** One step, or one date that the sheet names, on or back. */
export function turn(by: 1 | -1): void {
  if (mode.value === "date") turnDate(by);
  else show(turned(at.value, by, last.value));
}

function turnDate(by: 1 | -1): void {
  const now = date.value;
  const named = dates.value;
  const next = by === 1 ? named.find((one) => now === null || earlier(now, one)) : named.findLast((one) => now === null || earlier(one, now));
  if (next !== undefined) date.value = next;
}

const instead = computed<Instead | null>(() => {
  const document = living.value;
  if (mode.value === null || !document) return null;
  const frames = drawing.value;
  const nothing = { document, until: null, untold: new Set<string>(), told: null, places: {}, waiting: frames?.waiting(frames.last) ?? [] };
  if (mode.value === "date") return { ...nothing, until: date.value };
  if (mode.value === "story") {
    const lines = story.value;
    const untold = new Set(lines.slice(at.value).map(({ id }) => id));
    return { ...nothing, untold, told: lines[at.value - 1]?.id ?? null };
  }
  if (!frames) return null;
  const frame = frames.frame(at.value);
  const told = frames.arrowAt(at.value);
  return { ...nothing, document: frame, told, waiting: frames.waiting(at.value), places: placesFor(frame, today.value?.nodes ?? new Map()) };
});

// What others take back may leave fewer steps than the one in sight.
effect(() => {
  at.value = clamped(at.value, last.value);
});
// The sheet follows the replay; a sheet that is closed, or laid anew, ends it.
effect(() => {
  shownInstead.value = instead.value;
});
effect(() => {
  void desk.value;
  stop();
});
