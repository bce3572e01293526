/** What the network lacks, as it was asked for, and which side of it is looked at. In memory only. */
import { signal } from "@preact/signals";

import type { Gaps } from "../../api/gap-types";
import { getGaps } from "../../api/gaps";
import { Remote } from "../../api/remote";

export const TABS = ["map", "open", "pairs", "doubles"] as const;
export type GapTab = (typeof TABS)[number];
/** From how many weeks on a need counts as open for long. */
export const WEEKS = [2, 4, 8, 12] as const;

export const tab = signal<GapTab>("map");
export const weeks = signal<number>(4);
export const gaps = new Remote<Gaps>();

export function load(): void {
  const asked = weeks.value;
  void gaps.load((stop) => getGaps(asked, stop));
}
