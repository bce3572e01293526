/** The questions about what the network lacks. Addresses hold a number of weeks and nothing else. */
import { lang } from "../i18n";
import { address, ask, BASE } from "./client";
import type { Gaps } from "./gap-types";

export function getGaps(weeks: number, stop: AbortSignal): Promise<Gaps> {
  return ask(address("/gaps", { lang: lang.value, weeks }), { signal: stop });
}

/** The page to print and show: it names less than the screen. */
export function gapsPage(weeks: number): string {
  return `${BASE}${address("/gaps.pdf", { lang: lang.value, weeks })}`;
}

/** Eight cards with four words each, others every time; they are kept nowhere. */
export function fourWordCards(): string {
  return `${BASE}${address("/gaps/cards.pdf", { lang: lang.value })}`;
}
