/** The list of functions reachable at night, which the coordination keeps. The last list kept is the one that counts. */
import { signal } from "@preact/signals";

import { getTonight, putTonight } from "../../../api/referrals";
import type { NightFunction, NightList } from "../../../api/referral-types";
import { Refusal } from "../../../api/client";
import { Remote } from "../../../api/remote";

export const night = new Remote<NightList>();
/** The list as it is being written; null while it is only read. */
export const draft = signal<NightFunction[] | null>(null);
export const saved = signal(false);
export const refusal = signal<Refusal | null>(null);

const EMPTY: NightFunction = { label: "" };

export function load(): void {
  void night.load(getTonight);
}

export function edit(): void {
  saved.value = false;
  const held = night.value?.functions ?? [];
  draft.value = held.length > 0 ? held.map((one) => ({ ...one })) : [EMPTY];
}

export function add(): void {
  draft.value = [...(draft.value ?? []), EMPTY];
}

export function change(at: number, fields: Partial<NightFunction>): void {
  draft.value = (draft.value ?? []).map((one, index) => (index === at ? { ...one, ...fields } : one));
}

export function remove(at: number): void {
  draft.value = (draft.value ?? []).filter((_, index) => index !== at);
}

/** Keep the list; a line without its function is left out. */
export async function save(): Promise<void> {
  refusal.value = null;
  try {
    await putTonight(written(draft.value ?? []));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal.value = error;
    return;
  }
  draft.value = null;
  saved.value = true;
  load();
}

/** The lines that say something, without empty fields. */
export function written(lines: readonly NightFunction[]): NightFunction[] {
  return lines.flatMap(({ label, phone, hours, organisation }) => {
    const [name, number, when] = [label, phone ?? "", hours ?? ""].map((text) => text.trim());
    if (!name) return [];
    return [
      { label: name, ...(number ? { phone: number } : {}), ...(when ? { hours: when } : {}), ...(organisation ? { organisation } : {}) },
    ];
  });
}
