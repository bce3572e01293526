/** The pace of a replay: where a step leads, and how long each sentence stays. Knows no framework, no sheet, no clock. */

/** Slow on purpose: time to read the sentence twice. Milliseconds. */
export function pauseFor(sentence: string): number {
  return 2500 + 60 * sentence.length;
}

/** One step on or back among 0..last; from "everything shown" (null), on = the first and back = the last. */
export function turned(at: number | null, by: 1 | -1, last: number): number {
  return clamped((at ?? (by === 1 ? 0 : last + 1)) + by, last);
}

/** Where playing begins: where one stands, or at the first step when nothing or everything is told. */
export function startOfPlay(at: number | null, last: number): number {
  return at === null || at >= last ? Math.min(1, last) : at;
}

/** The step that follows while playing; null when the last one has been told. */
export function nextInPlay(at: number, last: number): number | null {
  return at >= last ? null : at + 1;
}

/** `at` brought back among 0..last. */
export function clamped(at: number, last: number): number {
  return Math.min(Math.max(at, 0), last);
}
