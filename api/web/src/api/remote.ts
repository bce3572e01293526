/** Something asked from the server, as a signal: what is known of it now, and only the last question counts. */
import { signal, type Signal } from "@preact/signals";

import { Refusal } from "./client";

export type Known<T> =
  { state: "idle" } | { state: "loading"; before?: T } | { state: "ready"; value: T } | { state: "failed"; refusal: Refusal };

export class Remote<T> {
  readonly known: Signal<Known<T>> = signal<Known<T>>({ state: "idle" });
  private running: AbortController | undefined;

  /** Ask anew; an answer that comes after a later question is dropped. The former value stays in sight meanwhile. */
  async load(question: (stop: AbortSignal) => Promise<T>): Promise<void> {
    this.running?.abort();
    const mine = new AbortController();
    this.running = mine;
    const before = this.value;
    this.known.value = before === undefined ? { state: "loading" } : { state: "loading", before };
    try {
      const value = await question(mine.signal);
      if (!mine.signal.aborted) this.known.value = { state: "ready", value };
    } catch (error) {
      if (mine.signal.aborted) return;
      if (!(error instanceof Refusal)) throw error;
      this.known.value = { state: "failed", refusal: error };
    }
  }

  /** Forget the answer and stop waiting for one. */
  clear(): void {
    this.running?.abort();
    this.known.value = { state: "idle" };
  }

  /** The value in sight: the last answer, or the one before while a new one is on its way. */
  get value(): T | undefined {
    const known = this.known.value;
    if (known.state === "ready") return known.value;
    return known.state === "loading" ? known.before : undefined;
  }
}
