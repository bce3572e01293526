/** What is open in the Situations part. It lives in memory only: no address and no storage of the browser holds it. */
import { signal } from "@preact/signals";

import { deleteSituation, getFindings, getSheet, getSituations, getStory } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { Findings, SheetJson, SheetOptions, SituationList, SituationSummary, Story } from "../../api/types";
import { turned } from "../../studio/player";

export type Tab = "story" | "list" | "questions";

export const list = new Remote<SituationList>();
export const sheet = new Remote<SheetJson>();
export const story = new Remote<Story>();
export const findings = new Remote<Findings>();

export const chosen = signal<string | null>(null);
export const options = signal<SheetOptions>({ palette: "wall", paper: "auto", plain: false });
/** The arrow being told: 0 = before the first, null = everything shown. */
export const step = signal<number | null>(null);
export const tab = signal<Tab>("story");
export const presenting = signal(false);

/** The settings that hold for any situation. */
export function withoutDate({ until: _, ...kept }: SheetOptions): SheetOptions {
  return kept;
}

export function loadList(): void {
  void list.load(getSituations);
}

/** The situation that is open, as the list tells it: known before its sheet and its story are here. */
export function inList(): SituationSummary | undefined {
  return list.value?.situations.find((one) => one.id === chosen.value);
}

export function choose(id: string | null): void {
  chosen.value = id;
  step.value = null;
  tab.value = "story";
  presenting.value = false;
  options.value = withoutDate(options.value);
  for (const remote of [sheet, story, findings]) remote.clear();
}

/** Ask for the drawing and its story anew, for the situation and the settings in force. */
export function loadSheet(): void {
  const id = chosen.value;
  if (id === null) return;
  const settings = options.value;
  void sheet.load((stop) => getSheet(id, settings, stop));
  void story.load((stop) => getStory(id, settings.until, stop));
}

/** Asked only when the facilitator opens the drawer. */
export function loadFindings(): void {
  const id = chosen.value;
  if (id !== null) void findings.load((stop) => getFindings(id, stop));
}

export async function remove(id: string): Promise<void> {
  await deleteSituation(id);
  if (chosen.value === id) choose(null);
  loadList();
}

/** One arrow on or back; from "everything shown", on = the first and back = the last. */
export function turn(by: 1 | -1): void {
  step.value = turned(step.value, by, story.value?.lines.length ?? 0);
}

export function set(change: Partial<SheetOptions>): void {
  options.value = { ...options.value, ...change };
}
