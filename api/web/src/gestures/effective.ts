/** Which gestures count: not undone, or their undo undone; not said twice (sociogram/situation/fold.py). */
import type { AnyGesture } from "../model/gestures";

/** Read from last to first: an undo that has effect takes it from its target, if the target came before it. */
export function effective(gestures: readonly AnyGesture[]): boolean[] {
  const at = new Map<string, number>();
  gestures.forEach((gesture, index) => {
    if (!at.has(gesture.id)) at.set(gesture.id, index);
  });
  const counts = gestures.map((gesture, index) => at.get(gesture.id) === index);
  for (let index = gestures.length - 1; index >= 0; index--) {
    const gesture = gestures[index];
    if (gesture?.kind !== "undo" || !counts[index]) continue;
    const target = at.get(gesture.args.undoes) ?? index;
    if (target < index) counts[target] = false;
  }
  return counts;
}
