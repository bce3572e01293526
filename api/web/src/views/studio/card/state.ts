/** The session card: where the session is, what was done, which arrow is being read back. In memory only. */
import { computed, effect, signal } from "@preact/signals";

import { pens } from "../../../app/pens";
import { agree } from "../../../gestures/acts";
import type { SceneArrow } from "../../../scene/scene";
import * as doing from "../doing";
import { readAloudNow } from "../room/state";
import { desk, living, scene, selected, told } from "../state";

/** Whether the card lies beside the sheet. */
export const cardOpen = signal(false);
export const step = signal(0);
/** Keys of the steps that were said to be done. */
export const done = signal<ReadonlySet<string>>(new Set());
/** The arrow being read back, by its place in the story; null when nobody reads. */
export const reading = signal<number | null>(null);

/** The steps of the charter, in its order; none when the charter hides them. */
export const steps = computed(() => pens.value?.session ?? []);

/** The arrows in the order of the story. */
export const arrows = computed<SceneArrow[]>(() =>
  [...(scene.value?.arrows.values() ?? [])].sort((a, b) => a.number - b.number),
);

export const current = computed<SceneArrow | undefined>(() => {
  const at = reading.value;
  return at === null ? undefined : arrows.value[at];
});

export const agreedCount = computed(() => {
  const agreed = new Set(living.value?.agreed ?? []);
  return arrows.value.filter(({ id }) => agreed.has(id)).length;
});

export function go(by: 1 | -1): void {
  step.value = Math.min(Math.max(step.value + by, 0), Math.max(steps.value.length - 1, 0));
}

export function toggleDone(key: string): void {
  const next = new Set(done.value);
  if (!next.delete(key)) next.add(key);
  done.value = next;
}

/** Read back from the first arrow that nobody has agreed to yet. */
export function beginReading(): void {
  const agreed = new Set(living.peek()?.agreed ?? []);
  const first = arrows.peek().findIndex(({ id }) => !agreed.has(id));
  reading.value = Math.max(first, 0);
}

export function endReading(): void {
  reading.value = null;
}

export function turn(by: 1 | -1): void {
  if (reading.value === null) return;
  reading.value = Math.min(Math.max(reading.value + by, 0), Math.max(arrows.value.length - 1, 0));
}

/** "Oui": agreed by a gesture of its own, then the next arrow; after the last one the step is done. */
export function sayYes(): void {
  const arrow = current.peek();
  if (!arrow) return;
  const open = desk.peek();
  if (open && !open.document.agreed.includes(arrow.id)) doing.act(agree(open.maker, arrow.id, true));
  const last = arrows.peek().length - 1;
  if ((reading.peek() ?? 0) < last) return turn(1);
  if (!done.peek().has("read_back")) toggleDone("read_back");
  endReading();
}

// The arrow being read is the one that is shown, here and on the wall.
effect(() => {
  const arrow = current.value;
  readAloudNow.value = arrow?.id ?? null;
  if (!arrow) return;
  selected.value = arrow.id;
  told.value = arrow.id;
});

// What leaves the sheet while it is read does not leave the reading in the air; another sheet begins anew.
effect(() => {
  const count = arrows.value.length;
  if (reading.value !== null && reading.value >= count) reading.value = count === 0 ? null : count - 1;
});
effect(() => {
  void desk.value?.id;
  step.value = 0;
  done.value = new Set();
  reading.value = null;
});
