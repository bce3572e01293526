/** The questions of the counts. Addresses hold a period and an organisation; never a need, never a person. */
import { lang } from "../i18n";
import { address, ask, askFile, BASE } from "./client";
import type { CountAnswer, CountQuery, MergedAnswer, Tally } from "./count-types";

export function countReferrals(query: CountQuery, stop: AbortSignal): Promise<CountAnswer> {
  return ask(address("/referrals/counts", { lang: lang.value }), { method: "POST", body: query, signal: stop });
}

export function postTally(id: string, tally: Tally): Promise<unknown> {
  return ask(address("/referrals/tallies", { lang: lang.value }), { method: "POST", body: { id, tally } });
}

export function mergeFiles(files: readonly unknown[], stop: AbortSignal): Promise<MergedAnswer> {
  return ask(address("/referrals/aggregate", { lang: lang.value }), { method: "POST", body: { files }, signal: stop });
}

/** The page to print of partners' files together. */
export function mergedPage(files: readonly unknown[]): Promise<Blob> {
  return askFile(address("/referrals/aggregate/report.pdf", { lang: lang.value }), { method: "POST", body: { files } });
}

/** The page of a period to print, and the small file that may leave. */
export function countFile(kind: "report.pdf" | "aggregate", period: string, organisation: string, asOf: string): string {
  const query = { lang: lang.value, period, organisation: organisation || undefined, as_of: asOf || undefined };
  return `${BASE}${address(`/referrals/${kind}`, query)}`;
}
