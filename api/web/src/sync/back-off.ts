/** How long to wait before trying again: half a second, then twice as long each time, half a minute at most. */
const FIRST = 500;
const MOST = 30_000;

/** Milliseconds before attempt `n` (0 = the first repetition); up to a quarter more or less, so that many do not knock at once. */
export function waitBefore(n: number, chance: number = Math.random()): number {
  return Math.round(Math.min(MOST, FIRST * 2 ** Math.min(n, 10)) * (0.75 + chance / 2));
}
