/**
 * The journal of one sheet: its gestures in order, their texts, and what they make. What was done can be undone without
 * limit, shown again gesture by gesture, or taken back for ever.
 */
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { undo, type Change, type Maker } from "./acts";
import type { Draft } from "./draft";
import { finished } from "./finish";
import { ADDS, apply, draftOf, fold, type Texts } from "./fold";
import { steps, type Steps } from "./steps";
import { argsOf, withdrawn } from "./withdrawal";

/** Somewhere in the story that was marked while drawing: after this gesture, at this instant. It holds no words. */
export interface Mark {
  after: string | null;
  at: string;
}

export class Journal {
  private gestures: AnyGesture[];
  private words: Texts;
  private folded: SituationDocument | undefined;
  /** Of the log, and of what was taken back since: a late copy does not bring it again. */
  private readonly ids: Set<string>;
  private others: ReadonlySet<string> | undefined;
  private drafted: Draft | undefined;
  private placed: [string, number, number][] | undefined;

  constructor(
    readonly id: string,
    log: readonly AnyGesture[] = [],
    texts: Texts = {},
  ) {
    this.gestures = [...log];
    this.words = texts;
    this.ids = new Set(log.map((one) => one.id));
  }

  get log(): readonly AnyGesture[] {
    return this.gestures;
  }

  get texts(): Texts {
    return this.words;
  }

  /** The document these gestures make. */
  get document(): SituationDocument {
    this.folded ??= finished(this.id, this.draft, this.words);
    return this.folded;
  }

  /** The fold of the log before it is finished; not to be changed. */
  get draft(): Draft {
    this.drafted ??= draftOf(this.gestures);
    return this.drafted;
  }

  has(gesture: string): boolean {
    return this.ids.has(gesture);
  }

  /** Whether a gesture names this id although none added it: an organisation that was there to be named. */
  names(id: string): boolean {
    this.others ??= organisations(this.gestures);
    return this.others.has(id);
  }

  /** Take a change that passed the door: the same gesture twice is one; a withdrawal rewrites what came before it. */
  append(change: Change): void {
    if (Object.keys(change.texts).length > 0) this.words = { ...this.words, ...change.texts };
    const fresh = change.gestures.filter(({ id }) => !this.ids.has(id));
    for (const gesture of fresh) {
      if (this.ids.has(gesture.id)) continue;
      if (gesture.kind === "withdraw") this.withdraw(gesture.args.id);
      else {
        this.gestures = [...this.gestures, gesture];
        this.ids.add(gesture.id);
        if (gesture.kind === "undo") this.drafted = undefined;
        else if (this.drafted) apply(this.drafted, gesture);
      }
    }
    this.look();
  }

  /** Take an element, or the words of one text, back for ever. */
  withdraw(element: string): void {
    const rest = withdrawn(this.gestures, this.words, element);
    this.gestures = rest.log;
    this.words = rest.texts;
    this.drafted = undefined;
    this.look();
  }

  /** The document after the first `k` gestures; all of them when there are fewer. */
  documentAt(k: number): SituationDocument {
    return k >= this.gestures.length ? this.document : fold(this.id, this.gestures.slice(0, Math.max(0, k)), this.words);
  }

  /** What `by` may undo and redo, act by act. `mine` narrows it to the gestures made here. */
  steps(by: string, mine?: (gesture: AnyGesture) => boolean): Steps {
    return steps(this.gestures, by, mine);
  }

  undoChange(maker: Maker, mine?: (gesture: AnyGesture) => boolean): Change | null {
    const last = this.steps(maker.by, mine).done.at(-1);
    return last ? undo(maker, last.act) : null;
  }

  redoChange(maker: Maker, mine?: (gesture: AnyGesture) => boolean): Change | null {
    const last = this.steps(maker.by, mine).undone.at(-1);
    return last ? undo(maker, last.by) : null;
  }

  /** Buildings of the directory that were put on the sheet and that nothing names yet: id and hundredths of a mm. */
  waiting(): [string, number, number][] {
    this.placed ??= this.unnamed();
    return this.placed;
  }

  private unnamed(): [string, number, number][] {
    const shown = new Set(this.document.positions.map(([id]) => id));
    const { positions, declared } = this.draft;
    return [...positions].flatMap(([id, [x, y]]) => (declared.has(id) || shown.has(id) ? [] : [[id, x, y]]));
  }

  /** What was made of the log is to be made anew. */
  private look(): void {
    this.folded = this.others = this.placed = undefined;
  }
}

/** The ids that gestures name and none adds. */
function organisations(log: readonly AnyGesture[]): ReadonlySet<string> {
  const added = new Set(log.filter(({ kind }) => ADDS.has(kind)).map((one) => argsOf(one)["id"]));
  const named = log.flatMap((one) => {
    if (one.kind === "place") return Object.keys(one.args.at);
    const fields = { ...argsOf(one), ...(argsOf(one)["set"] as object | undefined) } as Record<string, unknown>;
    return ["activator", "activated", "organisation", "housed_by"].map((field) => fields[field]);
  });
  return new Set(named.filter((id): id is string => typeof id === "string" && !added.has(id)));
}
