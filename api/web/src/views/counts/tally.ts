/** A paper slip as it is typed: texts by figure; what is left empty is not known, and is not 0. */
import type { Tally } from "../../api/count-types";
import { REASONS } from "../follow/reasons";

export const FIGURES = ["persons", "contacts", "made", "accepted", "declined", "no_answer", "waiting", "completed"] as const;
export type Figure = (typeof FIGURES)[number];
export type Typed = Partial<Record<string, string>>;

function numbers(typed: Typed, names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of names) {
    const text = (typed[name] ?? "").trim();
    if (/^\d{1,6}$/.test(text)) found[name] = Number(text);
  }
  return found;
}

/** The slip to send. */
export function tallyOf(month: string, need: string, organisation: string, typed: Typed): Tally {
  const counted = numbers(typed, FIGURES);
  const why = numbers(typed, REASONS);
  return {
    period: month,
    ...(organisation ? { organisation } : {}),
    ...(need ? { need } : {}),
    ...counted,
    ...(Object.keys(why).length > 0 ? { reasons: why } : {}),
  };
}

/** What the four ways of an answer leave of those made: shown while one types, null until it can be said. */
export function missing(typed: Typed): number | null {
  const { made, ...parts } = numbers(typed, ["made", "accepted", "declined", "no_answer", "waiting"]);
  if (made === undefined) return null;
  return made - Object.values(parts).reduce((sum, one) => sum + one, 0);
}
