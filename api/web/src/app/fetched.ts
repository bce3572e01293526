/** The parts of the page, each fetched when it is asked for first. The situations come with the page: they are what it begins with. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";

import { SituationsView } from "../views/situations/SituationsView";
import type { Part } from "./route";

export type View = () => JSX.Element;

const FETCH: Record<Exclude<Part, "situations">, () => Promise<View>> = {
  studio: async () => (await import("../views/studio/StudioView")).StudioView,
  help: async () => (await import("../views/help/HelpView")).HelpView,
  follow: async () => (await import("../views/follow/FollowView")).FollowView,
  counts: async () => (await import("../views/counts/CountsView")).CountsView,
  gaps: async () => (await import("../views/gaps/GapsView")).GapsView,
  directory: async () => (await import("../views/directory/DirectoryView")).DirectoryView,
  network: async () => (await import("../views/network/NetworkView")).NetworkView,
  pens: async () => (await import("../views/pens/PensView")).PensView,
};
/** What follows from a part is fetched with it: a call noted while the application is away leads there. */
const NEXT: Partial<Record<Part, Part>> = { help: "follow" };

export const views = signal<Partial<Record<Part, View>>>({ situations: SituationsView });
/** The parts that could not be had the last time they were asked for. */
export const missing = signal<ReadonlySet<Part>>(new Set());

/** Fetch a part, unless it is there. */
export async function fetchView(name: Part): Promise<void> {
  await fetchOne(name);
  const next = NEXT[name];
  if (next && views.peek()[name]) await fetchOne(next);
}

async function fetchOne(name: Part): Promise<void> {
  if (name === "situations" || views.peek()[name]) return;
  setMissing(name, false);
  try {
    const view = await FETCH[name]();
    views.value = { ...views.peek(), [name]: view };
  } catch {
    setMissing(name, true);
  }
}

function setMissing(name: Part, is: boolean): void {
  if (missing.peek().has(name) === is) return;
  const names = new Set(missing.peek());
  if (is) names.add(name);
  else names.delete(name);
  missing.value = names;
}
