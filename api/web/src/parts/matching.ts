/** Finding by a few letters, in the order of the server's search (sociogram/directory/closeness.py). */
import { fold } from "./words";

export interface Named {
  label: string;
  /** Another name of the same thing, such as its acronym. */
  hint?: string;
}

/** Options whose words hold every word typed, the closest first; at equal closeness they keep their order. */
export function matching<T extends Named>(options: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [...options];
  return options
    .map((option) => ({ option, close: closeness(option, wanted) }))
    .filter(({ close }) => close < NOT_THERE)
    .sort((a, b) => a.close - b.close)
    .map(({ option }) => option);
}

const NOT_THERE = 6;

/** Whole name, start of a name, side by side in a name, whole words, beginnings of words, anywhere in words. */
function closeness({ label, hint }: Named, wanted: readonly string[]): number {
  const names = [label, hint ?? ""].map(wordsOf).filter((name) => name.length > 0);
  const every = names.flat();
  const steps = [
    names.some((name) => name.length === wanted.length && startsSo(name, wanted)),
    names.some((name) => startsSo(name, wanted)),
    names.some((name) => name.some((_, at) => startsSo(name.slice(at), wanted))),
    wanted.every((word) => every.includes(word)),
    wanted.every((word) => every.some((one) => one.startsWith(word))),
    wanted.every((word) => every.some((one) => one.includes(word))),
  ];
  const found = steps.indexOf(true);
  return found < 0 ? NOT_THERE : found;
}

function startsSo(name: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length <= name.length && wanted.every((word, at) => name[at] === word);
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
