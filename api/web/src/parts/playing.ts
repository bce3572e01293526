/** Playing a replay: each step stays in sight long enough for its sentence; the last one stops the play. */
import { useEffect, useState } from "preact/hooks";

import { nextInPlay, pauseFor, startOfPlay } from "../studio/player";

export interface Told {
  /** The step in sight among 0..last; null = everything. */
  at: number | null;
  last: number;
  /** What is said at a step, in the language in force: its length sets the pace. */
  sentenceAt(at: number): string;
  show(at: number): void;
}

export interface Playing {
  on: boolean;
  /** Begin, or pause. */
  toggle(): void;
  stop(): void;
}

export function usePlaying({ at, last, sentenceAt, show }: Told): Playing {
  const [on, setOn] = useState(false);
  const sentence = at === null ? "" : sentenceAt(at);
  useEffect(() => {
    if (!on || at === null) return;
    const timer = setTimeout(() => {
      const next = nextInPlay(at, last);
      if (next === null) setOn(false);
      else show(next);
    }, pauseFor(sentence));
    return () => clearTimeout(timer);
  }, [on, at, last, sentence]);
  const toggle = (): void => {
    if (!on) show(startOfPlay(at, last));
    setOn(!on);
  };
  return { on, toggle, stop: () => setOn(false) };
}
