/**
 * What is open in the studio, as signals. It lives in memory only. The panels of the studio read it; `doing.ts` changes it.
 */
import { computed, effect, signal } from "@preact/signals";

import { pens } from "../../app/pens";
import { providers } from "../../app/vocabulary";
import type { PaletteName } from "../../api/types";
import type { PanZoom } from "../../geometry/pan-zoom";
import type { KinshipKind } from "../../model/gestures";
import type { SituationDocument } from "../../model/situation";
import { lang } from "../../i18n";
import { compose, type ComposeOptions } from "../../scene/compose";
import type { PaperName, Scene } from "../../scene/scene";
import type { Desk, Keeping, Status } from "../../studio/desk";
import type { Point, Tool, Under, Underway } from "../../studio/intents";
import type { Addable } from "../../studio/keys";
import type { Instead } from "../../studio/replay";
import { withoutArrows } from "../../scene/untold";

/** Something begun by touch or key that waits for the next touch to say with whom. */
export type Pending =
  /** Each touch of the paper puts one more of these. */
  | { want: "put"; what: Addable }
  /** `again`: the tool stays in the hand, the next touch begins another. */
  | { want: "arrow"; from: string | null; again: boolean }
  | { want: "link"; kind: KinshipKind; from: string | null; again: boolean }
  | { want: "gather"; home: string }
  | { want: "belong"; id: string; on?: string }
  | { want: "redirect"; arrow: string; end: "activator" | "activated" };

/** Words beside the finger. `act` offers one way out. */
export interface Bubble {
  at: Point | null;
  text: string;
  act?: { label: string; run: () => void };
}

export const desk = signal<Desk | null>(null);
/** Counts the changes of the desk, so that what is made from it is made anew. */
const changes = signal(0);

export const tool = signal<Tool>("draw");
export const pending = signal<Pending | null>(null);
/** The figure, home, building or arrow one is at. */
export const selected = signal<string | null>(null);
export const ring = signal<{ at: Point; under: Under } | null>(null);
/** Whose name is being written. */
export const naming = signal<{ id: string; focus: boolean } | null>(null);
export const menu = signal<{ id: string; at: Point } | null>(null);
/** The person who changes homes at a date, the figure whose side changes the pens of its arrows, or an undo of what was there. */
export const asking = signal<{ what: "date" | "side" | "referral"; id: string; side?: "living" | "working" } | { what: "before" } | null>(null);
export const bubble = signal<Bubble | null>(null);
export const underway = signal<Underway | null>(null);
/** The arrow whose sentence stands under the sheet. */
export const told = signal<string | null>(null);
export const listing = signal(false);
export const helping = signal(false);
export const palette = signal<PaletteName>("wall");
/** null follows the device. */
export const dark = signal<boolean | null>(null);
/** Names replaced while the sheet is veiled (the room's panel sets it). */
export const veil = signal<((id: string) => string) | undefined>(undefined);
/** What is shown instead of the living sheet, while it is told again or looked at another date; nobody draws on it. */
export const shownInstead = signal<Instead | null>(null);
/** The window on the sheet; `seen` counts its moves, for what floats over it. */
export const pane = signal<PanZoom | null>(null);
export const seen = signal(0);

/** What a screen reader says next; `turn` lets the same words be said twice. */
export const announced = signal<{ text: string; turn: number }>({ text: "", turn: 0 });

export function announce(text: string): void {
  announced.value = { text, turn: announced.peek().turn + 1 };
}

export const living = computed<SituationDocument | null>(() => {
  void changes.value;
  return desk.value?.document ?? null;
});
export const status = computed<Status | null>(() => {
  void changes.value;
  return desk.value?.status ?? null;
});
/** What a new sheet says of itself when it is made is no act of anybody's. */
export const canUndo = computed(() => {
  void changes.value;
  const open = desk.value;
  if (!open?.canUndo) return false;
  const [first] = open.log;
  return first?.kind !== "describe" || !open.nextUndo.includes(first.id);
});

/** The gestures that were there when the sheet was opened; empty once somebody agreed to undo those too. */
const before = signal<ReadonlySet<string>>(new Set());
/** Whether the next undo would take back something that was there before the sheet was opened. */
export const undoesBefore = computed(() => {
  void changes.value;
  return desk.value?.nextUndo.some((id) => before.value.has(id)) ?? false;
});

/** Somebody agreed to go on undoing behind the opening. */
export function undoAll(): void {
  before.value = new Set();
}
export const canRedo = computed(() => (void changes.value, desk.value?.canRedo ?? false));
/** Acts that nobody behind the desk has confirmed yet. */
export const unsent = computed(() => (void changes.value, desk.value?.unsent ?? 0));
export const keeping = computed<Keeping | null>(() => (void changes.value, desk.value?.keeping ?? null));

/** What the viewer sees written on an organisation's building; "" for one that is not theirs to see. */
export const buildingNames = computed(() => {
  const named = new Map((providers.value ?? []).map((one) => [one.id, one.acronym || one.name]));
  return (organisation: string): string => named.get(organisation) ?? "";
});

/** Buildings of the directory put on the sheet that nothing names yet. */
export const waiting = computed(() => (void changes.value, desk.value?.journal.waiting() ?? []));

/** The living sheet, whatever is shown instead of it. */
export const today = computed<Scene | null>(() => living.value && composed(living.value));

/** The sheet as it is, or what is shown instead, without what a finger is moving just now. */
export const scene = computed<Scene | null>(() => {
  const instead = shownInstead.value;
  if (!instead) return today.value;
  const { document, until, places, untold, waiting } = instead;
  const made = composed(document, { moving: places, until, waiting });
  return made && withoutArrows(made, untold);
});

/** The sheet as drawn now: what a finger moves goes along, its arrows too. */
export const drawn = computed<Scene | null>(() => {
  const still = scene.value;
  const moving = underway.value;
  const document = living.value;
  if (!still || !document || moving?.what !== "move") return still;
  return composed(document, { moving: places(still, moving.id, moving.by) });
});

/** How the sheet is drawn just now. */
export function composeOptions(): ComposeOptions {
  return {
    palette: palette.value,
    lang: lang.value,
    names: buildingNames.value,
    ...(veil.value ? { veil: veil.value } : {}),
    waiting: waiting.value,
  };
}

/** Never a smaller paper than the one in use: it would move everything to another scale. */
let paper: PaperName = "A4";

function composed(document: SituationDocument, more: Partial<ComposeOptions> = {}): Scene | null {
  const known = pens.value;
  if (!known) return null;
  const made = compose(document, known, { ...composeOptions(), paper, ...more });
  if (!more.moving) paper = made.paper;
  return made;
}

/** The places of one thing, and of all it holds, moved by so much. */
function places(still: Scene, id: string, by: Point): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    [id, ...held(still, id)].flatMap((one): [string, readonly [number, number]][] => {
      const centre = still.nodes.get(one)?.centre;
      return centre ? [[one, [centre[0] + by.x, centre[1] + by.y]]] : [];
    }),
  );
}

function held(still: Scene, id: string): string[] {
  return [...still.nodes.values()].filter(({ parent }) => parent === id).flatMap(({ id: one }) => [one, ...held(still, one)]);
}

let forget = (): void => undefined;

/** Lay a desk before the hand; the one before is closed. */
export function lay(next: Desk | null): void {
  forget();
  // The same sheet put back on a server that was started anew was opened long ago.
  if (next?.id !== desk.peek()?.id) before.value = new Set(next?.log.map(({ id }) => id));
  desk.peek()?.close();
  for (const one of [pending, selected, ring, naming, menu, asking, bubble, underway, told, shownInstead]) one.value = null;
  listing.value = false;
  paper = "A4";
  desk.value = next;
  changes.value++;
  if (next) forget = next.subscribe(() => changes.value++);
}

/** Close the sheet; whoever decides its fate (the keeping's panel) puts a question in between. */
export const leaving: { ask: () => void } = { ask: () => lay(null) };

export function leave(): void {
  leaving.ask();
}

// Arrows may end at what the viewer sees in the directory.
effect(() => {
  desk.value?.know((providers.value ?? []).map(({ id }) => id));
});
