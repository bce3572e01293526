/** One's own acts on their way: those still to be sent, and those taken whose place in the log is not known yet. */
import type { Change } from "../gestures/acts";
import type { Texts } from "../gestures/fold";
import { namedTexts, without, withdrawn } from "../gestures/withdrawal";
import type { AnyGesture } from "../model/gestures";

export class Queue {
  private unsent: Change[] = [];
  private settled: { change: Change; version: number }[] = [];
  /** Whether the first act may already be with the server: it is then never changed. */
  private begun: Change | undefined;

  get waiting(): readonly Change[] {
    return this.unsent;
  }

  /** Every act that is not in the base, in the order in which it shows. */
  get every(): readonly Change[] {
    return [...this.settled.map(({ change }) => change), ...this.unsent];
  }

  get gestures(): readonly AnyGesture[] {
    return this.unsent.flatMap((one) => one.gestures);
  }

  add(change: Change): void {
    this.unsent.push(change);
  }

  /** The next act to send; it stays in the queue until somebody answered. */
  next(): Change | undefined {
    this.begun = this.unsent[0];
    return this.begun;
  }

  holds(gesture: string): boolean {
    return this.every.some((one) => one.gestures.some(({ id }) => id === gesture));
  }

  isSettled(change: Change): boolean {
    return this.settled.some((one) => one.change === change);
  }

  /** It was taken; with a version, it shows until the log has reached it. */
  settle(change: Change, version?: number): void {
    this.drop(change);
    if (version !== undefined) this.settled.push({ change, version });
  }

  /** The log has reached a version. */
  reach(version: number): void {
    this.settled = this.settled.filter((one) => one.version > version);
  }

  drop(change: Change): void {
    this.unsent = this.unsent.filter((one) => one !== change);
  }

  /** Take back an element from what was never sent, so that it never leaves this page. */
  forget(log: readonly AnyGesture[], element: string): void {
    const before = new Set(withdrawn(log, {}, element).forgotten);
    this.unsent = this.rewritten((change) => {
      const rest = withdrawn([...log.filter(({ id }) => !change.gestures.some((one) => one.id === id)), ...change.gestures], change.texts, element);
      const own = new Set(change.gestures.map(({ id }) => id));
      return { ...change, gestures: rest.log.filter(({ id }) => own.has(id) && !before.has(id)), texts: rest.texts };
    });
  }

  /** Take out what others took back: these elements. */
  trim(gone: ReadonlySet<string>): void {
    this.unsent = this.rewritten((change) => {
      const removed = new Set<string>();
      const gestures = change.gestures.flatMap((one) => {
        const rest = without(one, gone, removed);
        if (!rest) removed.add(one.id);
        return rest ? [rest] : [];
      });
      return { ...change, gestures, texts: named(change.texts, gestures) };
    }, true);
    this.settled = [];
  }

  clear(): void {
    this.unsent = [];
    this.settled = [];
    this.begun = undefined;
  }

  private rewritten(change: (one: Change) => Change, every = false): Change[] {
    return this.unsent.flatMap((one) => {
      if (one === this.begun && !every) return [one];
      const rest = change(one);
      if (rest.gestures.length === 0) return [];
      return [rest];
    });
  }
}

function named(texts: Texts, gestures: readonly AnyGesture[]): Texts {
  const names = new Set(gestures.flatMap(namedTexts));
  return Object.fromEntries(Object.entries(texts).filter(([id]) => names.has(id)));
}
