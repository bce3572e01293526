/**
 * Undo and redo, act by act, read from the log alone: so that they are the same after a power cut, and on another screen.
 *
 * An act is one gesture, or several that follow one another with one author and one instant written to the millisecond
 * (acts.ts stamps them so; gestures of a file, stamped to the second, are acts of one gesture each).
 */
import type { AnyGesture } from "../model/gestures";

/** What may be undone, oldest first, and what may be done again: `by` are the gestures that undid `act`. */
export interface Steps {
  done: { act: string[] }[];
  undone: { act: string[]; by: string[] }[];
}

export function steps(log: readonly AnyGesture[], author: string, mine: (gesture: AnyGesture) => boolean = () => true): Steps {
  const made: Steps = { done: [], undone: [] };
  for (const act of acts(log, mine)) {
    const [first] = act;
    if (!first || first.by !== author || !mine(first)) continue;
    const ids = act.map((one) => one.id);
    if (first.kind === "undo") step(made, new Set(act.map((one) => (one as typeof first).args.undoes)), ids);
    else {
      made.done.push({ act: ids });
      made.undone = [];
    }
  }
  return made;
}

/** An act of undoing: of something done, or of a former undoing. */
function step(made: Steps, targets: ReadonlySet<string>, by: string[]): void {
  const undone = made.done.findLastIndex(({ act }) => act.some((id) => targets.has(id)));
  if (undone >= 0) {
    const [taken] = made.done.splice(undone, 1);
    if (taken) made.undone.push({ ...taken, by });
    return;
  }
  const redone = made.undone.findLastIndex((one) => one.by.some((id) => targets.has(id)));
  if (redone >= 0) {
    const [taken] = made.undone.splice(redone, 1);
    if (taken) made.done.push({ act: taken.act });
  }
}

/** The log cut into acts. */
function acts(log: readonly AnyGesture[], mine: (gesture: AnyGesture) => boolean): AnyGesture[][] {
  const cut: AnyGesture[][] = [];
  for (const gesture of log) {
    const current = cut.at(-1);
    const last = current?.at(-1);
    if (current && last && follows(last, gesture) && mine(last) === mine(gesture)) current.push(gesture);
    else cut.push([gesture]);
  }
  return cut;
}

function follows(last: AnyGesture, next: AnyGesture): boolean {
  return last.at === next.at && last.by === next.by && (last.kind === "undo") === (next.kind === "undo") && next.at.includes(".");
}
