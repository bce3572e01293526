/**
 * Marks ("repères") in the story. They are kept with the open desk only, and hold no words: a name typed for a moment would
 * be one more place where a person taken back could survive. Each stands after a gesture, so that the order of the server
 * and the acts of others move it as they move that gesture.
 */
import type { Mark } from "../gestures/journal";
import type { AnyGesture } from "../model/gestures";

/** The marks after history was rewritten: one whose gesture left stands after the last gesture before it that stays. */
export function marksMoved(marks: readonly Mark[], before: readonly AnyGesture[], after: readonly AnyGesture[]): Mark[] {
  const left = new Set(after.map(({ id }) => id));
  return marks.map((mark) => {
    if (mark.after === null || left.has(mark.after)) return mark;
    const at = before.findIndex(({ id }) => id === mark.after);
    return { ...mark, after: before.slice(0, Math.max(at, 0)).findLast(({ id }) => left.has(id))?.id ?? null };
  });
}

/** How many gestures stand before a mark: the `k` of `Journal.documentAt`. */
export function placeOf(mark: Mark, log: readonly AnyGesture[]): number {
  return mark.after === null ? 0 : log.findIndex(({ id }) => id === mark.after) + 1;
}
