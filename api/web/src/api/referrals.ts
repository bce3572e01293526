/** The questions of the loop. Needs and people go in bodies only; an address holds the id of a referral and nothing else. */
import { uuid } from "../model/uuid";
import { lang } from "../i18n";
import { address, ask, BASE } from "./client";
import type { Deadlines, NightFunction, NightList, Priority, ReferralDetail, ReferralList, SentEvent } from "./referral-types";

const part = encodeURIComponent;

export function sendEvents(events: readonly SentEvent[]): Promise<unknown> {
  return ask(address("/referrals/events", { lang: lang.value }), { method: "POST", body: { events } });
}

/** `open`: those that are not over; else all of them. */
export function getReferrals(open: boolean, stop: AbortSignal): Promise<ReferralList> {
  return ask(address("/referrals", { lang: lang.value, state: open ? "open" : undefined, size: 200 }), { signal: stop });
}

export function getReferral(id: string, stop: AbortSignal): Promise<ReferralDetail> {
  return ask(address(`/referrals/${part(id)}`, { lang: lang.value }), { signal: stop });
}

/** A paper to print: the tear-off slip, or the inter-agency form. */
export function paperOf(id: string, kind: "slip" | "form"): string {
  return `${BASE}${address(`/referrals/${part(id)}/${kind}.pdf`, { lang: lang.value })}`;
}

export function tableOfAll(): string {
  return `${BASE}${address("/referrals.csv", { lang: lang.value })}`;
}

export function getTonight(stop: AbortSignal): Promise<NightList> {
  return ask(address("/tonight", { lang: lang.value }), { signal: stop });
}

export function putTonight(functions: readonly NightFunction[]): Promise<unknown> {
  return ask(address("/tonight", { lang: lang.value }), { method: "PUT", body: { id: uuid(), functions } });
}

/** In how many hours an answer is awaited, by priority. */
export function getDeadlines(stop: AbortSignal): Promise<Deadlines> {
  return ask(address("/referrals/deadlines", { lang: lang.value }), { signal: stop });
}

/** Refused when somebody changed them since the version `seen`. */
export function putDeadlines(hours: Record<Priority, number>, seen: number): Promise<Deadlines> {
  return ask(address("/referrals/deadlines", { lang: lang.value }), { method: "PUT", body: { id: uuid(), ...hours }, seen });
}

/** Nothing of it is left, and no copy brings it back. */
export function deleteReferral(id: string): Promise<void> {
  return ask(address(`/referrals/${part(id)}`, { lang: lang.value }), { method: "DELETE" });
}
