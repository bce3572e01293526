/** What is counted, and the answer. Asked by POST; the same question on the same day gives the same number. */
import { signal } from "@preact/signals";

import { countReferrals } from "../../api/counts";
import type { By, CountAnswer } from "../../api/count-types";
import { Remote } from "../../api/remote";
import type { Option } from "../../parts/Combobox";
import { today } from "../../parts/today";
import { lastWhole, type PeriodKind } from "./periods";

export interface Asked {
  kind: PeriodKind;
  period: string;
  by: By[];
  /** "" = today. */
  asOf: string;
  organisation: Option | null;
}

export const asked = signal<Asked>({ kind: "T", period: lastWhole("T", today()), by: ["need"], asOf: "", organisation: null });
export const answer = new Remote<CountAnswer>();

export function set(change: Partial<Asked>): void {
  asked.value = { ...asked.value, ...change };
}

export function setKind(kind: PeriodKind): void {
  set({ kind, period: lastWhole(kind, today()) });
}

export function load(): void {
  const { period, by, asOf, organisation } = asked.value;
  const query = { period, by, as_of: asOf, organisation: organisation?.value ?? "" };
  void answer.load((stop) => countReferrals(query, stop));
}
