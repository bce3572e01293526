/** The room: who sees what. The veil over names, the window for the wall, what stands on it. In memory only. */
import { computed, effect, signal } from "@preact/signals";

import { pens } from "../../../app/pens";
import { lang } from "../../../i18n";
import type { Scene } from "../../../scene/scene";
import { originOf, Projector, type Picture } from "../../../studio/projection";
import { Signs } from "../../../studio/veil";
import { viewOf, wallScene, type Frame, type View } from "../../../studio/wall-scene";
import { buildingNames, desk, living, palette, scene, shownInstead, told, veil } from "../state";
import { legend } from "../Legend";
import { closed, ours, whenClosing } from "./lock-state";

/** Names are replaced by signs. Chosen at the start of a sheet, and on from the start when one screen is shown to all. */
export const veilOn = signal(false);
/** A finger or a key holds the sign just now: names show as long as it does. */
export const held = signal(false);
/** Where everybody looks: nowhere in particular, at this very screen, or at a second window. */
export const shownTo = signal<"nobody" | "here" | "wall">("nobody");
/** The arrow that is being read back, shown on the wall with its large signs. */
export const readAloudNow = signal<string | null>(null);
/** The browser did not let the window open. */
export const blocked = signal(false);

export const veiled = computed(() => veilOn.value && !held.value);
/** Findings, counters and refusals have no place on a screen that everybody sees. */
export const projectedHere = computed(() => shownTo.value === "here");

/** One set of signs a sheet, so that a letter stays with whom it was given to. */
const signs = computed(() => (void desk.value?.id, new Signs()));

/** The moment that is looked at: the living sheet, or one of its replay. */
const frame = computed<Frame | null>(() => {
  const document = living.value;
  const told = shownInstead.value;
  if (told) return told;
  return document && { document, waiting: desk.value?.journal.waiting() ?? [] };
});

/** While this screen is the one everybody sees, its own drawing wears the veil; with a wall, only the wall's does. */
effect(() => {
  const names = signs.value;
  if (frame.value) names.learn(frame.value.document);
  veil.value = veiled.value && shownTo.value !== "wall" ? (id: string): string => names.of(id) : undefined;
});

/** What is being written is masked as well (styles/room.css). */
effect(() => {
  globalThis.document?.body.classList.toggle("names-hidden", veil.value !== undefined);
});

/** What the wall shows: made from a veiled document while the veil is on, so that no name is in it. */
export const picture = computed<Picture | null>(() => {
  const now = frame.value;
  const known = pens.value;
  if (!now || !known || closed.value || shownTo.value !== "wall") return null;
  const manner = { palette: palette.value, lang: lang.value, names: buildingNames.value };
  const { scene: shown, arrow } = wallScene(now, known, { ...manner, ...paperOf() }, veiled.value ? signs.value : null);
  const reading = readAloudNow.value;
  const current = reading ?? shownInstead.value?.told ?? told.value;
  const line = current === null ? undefined : arrow(current);
  const { printed: _, ...sheet } = shown.sheet;
  return {
    lang: lang.value,
    sheet,
    view: viewed(shown),
    step: line?.number ?? null,
    sentence: line?.sentence ?? "",
    signs: reading === null ? "none" : "read_back",
    legend: legend.value,
  };
});

/** What was shown of this sheet so far; a replay does not move the wall either. */
let before: { sheet: string; paper: string; view: View } | null = null;

function viewed(shown: Scene): View {
  const sheet = desk.peek()?.id ?? "";
  const kept = before?.sheet === sheet && before.paper === shown.paper ? before.view : null;
  const view = viewOf(shown, kept);
  before = { sheet, paper: shown.paper, view };
  return view;
}

/** The wall's paper is the sheet's own. */
function paperOf(): { paper?: Scene["paper"] } {
  const paper = scene.value?.paper;
  return paper ? { paper } : {};
}

let projector: Projector | null = null;
let wall: Window | null = null;

/** Get ready to find again a wall that a page read anew has left behind, and keep it shown. */
function ready(): Projector {
  projector ??= new Projector(globalThis as unknown as Window, originOf(location), () => {
    if (shownTo.peek() === "nobody" && desk.peek()) begin("wall");
  });
  return projector;
}

/** Show to everybody: on a second window, or on this very screen. The veil is on before anything is shown. */
export function begin(where: "here" | "wall"): void {
  held.value = false;
  veilOn.value = true;
  blocked.value = false;
  if (where === "wall" && !ready().open) {
    wall = globalThis.open("./#/room", "sociogram-room", "popup,width=1280,height=800");
    if (!wall) {
      blocked.value = true;
      return;
    }
    ready().take(wall);
  }
  shownTo.value = where;
}

export function end(): void {
  shownTo.value = "nobody";
  held.value = false;
  projector?.show(null);
  wall?.close();
  wall = null;
}

/** Whether the window of the wall is still there. */
export function wallStands(): boolean {
  return projector?.open ?? false;
}

effect(() => {
  const now = picture.value;
  if (projector || now) ready().show(now);
});

/** No desk, nothing to show; the finger is off when the page closes. */
effect(() => {
  if (desk.value === null && shownTo.peek() === "wall") projector?.show(null);
});
whenClosing(() => {
  held.value = false;
  projector?.show(null);
});
ours.add(() => projector?.focused ?? false);

