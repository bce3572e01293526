/**
 * What a sheet shown again looks like: as it was drawn, as it is told, as it was at a date. Knows no framework.
 *
 * Nothing of it is written anywhere: a frame is folded from the same log as the sheet itself.
 */
import type { PensDocument } from "../api/pens";
import type { Texts } from "../gestures/fold";
import { Journal } from "../gestures/journal";
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { stage, type Arrow } from "../scene/staging";
import { sayStep, type Phrases } from "./telling";
import { leadOf, stepsOf, type Step } from "./timeline";

/** What a desk holds of its sheet. */
export interface Drawn {
  readonly id: string;
  readonly log: readonly AnyGesture[];
  readonly texts: Texts;
}

export interface Spoken {
  pens: PensDocument;
  /** What is written on an organisation's building; "" for one the viewer does not see. */
  names: (organisation: string) => string;
  /** What stands for every name while the sheet is veiled. */
  veil?: ((id: string) => string) | undefined;
}

/** Frames kept at hand: the one in sight and its neighbours, not the whole history of a long sheet. */
const KEPT = 16;

/** The drawing, step by step: frame 0 is the blank sheet, frame n the document after step n. */
export class Drawing {
  readonly steps: readonly Step[];
  private readonly frames = new Map<number, Journal>();

  constructor(private readonly sheet: Drawn) {
    this.steps = stepsOf(sheet.log);
  }

  get last(): number {
    return this.steps.length;
  }

  /** The gestures of the log that stand behind frame `at`. */
  gesturesAt(at: number): number {
    return at <= 0 ? 0 : (this.steps[at - 1]?.to ?? this.sheet.log.length);
  }

  frame(at: number): SituationDocument {
    return this.journalAt(at).document;
  }

  /** Buildings of the directory that stand in frame `at` although nothing names them yet. */
  waiting(at: number): [string, number, number][] {
    return this.journalAt(at).waiting();
  }

  /** The first frame that holds the first `k` gestures. */
  frameAfter(k: number): number {
    const before = this.steps.filter((step) => step.to < k).length;
    return k <= 0 ? 0 : Math.min(before + 1, this.last);
  }

  /** The arrow that the step before frame `at` drew or turned; null for any other step. */
  arrowAt(at: number): string | null {
    const lead = leadOf(this.steps[at - 1]?.gestures ?? []);
    return lead?.kind === "draw" || lead?.kind === "redirect" ? lead.args.id : null;
  }

  sentence(at: number, spoken: Spoken, phrases: Phrases): string {
    const step = this.steps[at - 1];
    if (!step) return "";
    return sayStep(step, { ...spoken, before: this.frame(at - 1), after: this.frame(at), phrases });
  }

  private journalAt(at: number): Journal {
    const k = this.gesturesAt(at);
    const known = this.frames.get(k);
    if (known) return known;
    const made = new Journal(this.sheet.id, this.sheet.log.slice(0, k), this.sheet.texts);
    if (this.frames.size >= KEPT) this.frames.clear();
    this.frames.set(k, made);
    return made;
  }
}

/** The arrows of a sheet in the order of its story, each with its sentence; their numbers are those drawn at their tails. */
export function storyOf(document: SituationDocument, spoken: Spoken): Arrow[] {
  return stage(document, spoken.pens, { lang: spoken.pens.lang, names: spoken.names, veil: spoken.veil }).arrows;
}

/** What is shown instead of the living sheet. Nothing can be drawn on it. */
export interface Instead {
  document: SituationDocument;
  /** The state at a date, inclusive. */
  until: string | null;
  /** Arrows of the document that are not told yet. */
  untold: ReadonlySet<string>;
  /** The arrow being told. */
  told: string | null;
  /** Buildings of the directory put down by then that nothing names yet. */
  waiting: readonly (readonly [string, number, number])[];
  /** Where today's sheet has what this one gives no place to, in mm: nothing may jump from one frame to the next. */
  places: Readonly<Record<string, readonly [number, number]>>;
}

/** The places of today for whatever a frame leaves without one. */
export function placesFor(document: SituationDocument, today: ReadonlyMap<string, { centre: readonly [number, number] }>): Instead["places"] {
  const own = new Set(document.positions.map(([id]) => id));
  return Object.fromEntries([...today].filter(([id]) => !own.has(id)).map(([id, { centre }]) => [id, centre]));
}
