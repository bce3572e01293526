/** What differs between two states of a sheet, in elements and gestures. */
import type { Change } from "../gestures/acts";
import { touched } from "../gestures/touched";
import { argsOf } from "../gestures/withdrawal";
import type { AnyGesture } from "../model/gestures";
import type { Keeping } from "./desk";

/** The elements that an older log names and a rewritten one no longer knows. */
export function goneFrom(older: readonly AnyGesture[], rewritten: readonly AnyGesture[]): string[] {
  const kept = new Set(rewritten.map(({ id }) => id));
  const named = new Set(rewritten.map((one) => argsOf(one)["id"]));
  const gone = older.filter(({ id }) => !kept.has(id)).map((one) => argsOf(one)["id"]);
  return [...new Set(gone.filter((id): id is string => typeof id === "string" && !named.has(id)))];
}

/** The elements that both wrote. Where something stands is seen, and moving it changes nothing else of it. */
export function bothWrote(theirs: readonly AnyGesture[], ours: readonly AnyGesture[], base: readonly AnyGesture[]): string[] {
  const log = [...base, ...ours];
  const written = (gestures: readonly AnyGesture[]): string[] =>
    gestures.filter(({ kind }) => kind !== "place").flatMap((one) => touched(one, log));
  const mine = new Set(written(ours));
  return [...new Set(written(theirs))].filter((id) => mine.has(id));
}

export function idsOf(change: Change): string[] {
  return change.gestures.map(({ id }) => id);
}

export function elementsOf(change: Change): string[] {
  return [...new Set(change.gestures.flatMap((one) => touched(one, change.gestures)))];
}

/** The keeping that the server names: none, tonight, forever, or a day. */
export function keepingOf(word: string): Keeping {
  return word === "none" || word === "tonight" || word === "forever" ? word : "date";
}
