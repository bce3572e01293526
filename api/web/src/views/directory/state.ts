/** What is looked for in the directory. The words never enter an address: the question goes by POST. */
import { signal } from "@preact/signals";

import { getProvider, searchProviders } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { Page, ProviderCard, ProviderDetail } from "../../api/types";

export interface Filters {
  text: string;
  need: string;
  group: string;
  place: string;
}

const NOTHING: Filters = { text: "", need: "", group: "", place: "" };
const SIZE = 24;

export const filters = signal<Filters>(NOTHING);
export const shown = signal(SIZE);
export const results = new Remote<Page<ProviderCard>>();
export const detail = new Remote<ProviderDetail>();
export const opened = signal<string | null>(null);

export function set(change: Partial<Filters>): void {
  filters.value = { ...filters.value, ...change };
  shown.value = SIZE;
}

export function clear(): void {
  set(NOTHING);
}

export function showMore(): void {
  shown.value += SIZE;
}

export function search(): void {
  const { text, need, group, place } = filters.value;
  const one = (code: string): string[] => (code ? [code] : []);
  const query = {
    text: text.trim(),
    needs: one(need),
    groups: one(group),
    places: one(place),
    typologies: [],
    page: 1,
    size: shown.value,
  };
  void results.load((stop) => searchProviders(query, stop));
}

export function open(id: string | null): void {
  if (id !== opened.value) detail.clear();
  opened.value = id;
}

export function loadDetail(): void {
  const id = opened.value;
  if (id !== null) void detail.load((stop) => getProvider(id, stop));
}
