/** The desk that works: what goes out, what comes in, and what shows meanwhile. */
import type { Lang } from "../api/types";
import { makerOf, withdraw, type Change, type Maker } from "../gestures/acts";
import type { Texts } from "../gestures/fold";
import { Journal, type Mark } from "../gestures/journal";
import { refuse, type RefusalCode } from "../gestures/refusal";
import type { Steps } from "../gestures/steps";
import { strippedTexts } from "../gestures/text";
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { waitBefore } from "../sync/back-off";
import type { Ack, Channel, Held, LogNews, News } from "../sync/channel";
import type { Desk, DeskOptions, Keeping, Status } from "./desk";
import { bothWrote, elementsOf, goneFrom, idsOf, keepingOf } from "./differences";
import { marksMoved } from "./marks";
import type { NewNotice, Notice } from "./notice";
import { Queue } from "./queue";

export class LiveDesk implements Desk {
  readonly id: string;
  readonly by: string;
  readonly lang: Lang;
  readonly maker: Maker;
  keeping: Keeping;
  private readonly channel: Channel;
  private readonly waitFor: (n: number) => number;
  private base: Journal;
  private reached: number;
  private shown: Journal;
  private readonly queue = new Queue();
  private readonly known = new Set<string>();
  /** Gestures of others that came while the desk was open: they are not one's own to undo. */
  private readonly foreign = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private stepped: { of: readonly AnyGesture[]; steps: Steps } | undefined;
  private said: Notice[] = [];
  private marked: Mark[] = [];
  /** What this page itself took back for ever. */
  private readonly takenBack = new Set<string>();
  private count = 0;
  private sending = false;
  private cut = false;
  /** The session ended since the server last answered: it may have been started anew. */
  private shut = false;
  private lost = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended: "closed" | "gone" | undefined;
  private readonly stopListening: () => void;
  private readonly wakeUp = (): void => this.wake();

  constructor({ id, by, lang, keeping, channel, log, maker, wait }: DeskOptions) {
    this.waitFor = wait ?? waitBefore;
    [this.id, this.by, this.lang, this.keeping, this.channel] = [id, by, lang, keeping, channel];
    this.maker = maker ?? makerOf(by, lang);
    this.base = new Journal(id, log?.gestures, log?.texts);
    this.shown = new Journal(id, log?.gestures, log?.texts);
    this.reached = log?.version ?? 0;
    const held = (): Held => ({ version: this.reached, last: this.base.log.at(-1)?.id ?? "" });
    this.stopListening = channel.listen((news) => this.hear(news), held);
    globalThis.addEventListener?.("online", this.wakeUp);
  }

  get document(): SituationDocument {
    return this.shown.document;
  }
  get log(): readonly AnyGesture[] {
    return this.shown.log;
  }
  get texts(): Texts {
    return this.shown.texts;
  }
  get version(): number {
    return this.reached;
  }
  get journal(): Journal {
    return this.shown;
  }
  get notices(): readonly Notice[] {
    return this.said;
  }
  get marks(): readonly Mark[] {
    return this.marked;
  }
  get waiting(): readonly Change[] {
    return this.queue.waiting;
  }
  get unsent(): number {
    return this.queue.waiting.length;
  }
  get status(): Status {
    if (this.ended === "gone") return "gone";
    if (this.cut) return "away";
    if (this.said.some((one) => one.kind === "refused")) return "refused";
    if (this.unsent > 0) return "saving";
    return this.keeping === "none" ? "unkept" : "saved";
  }
  get canUndo(): boolean {
    return this.steps.done.length > 0;
  }
  get nextUndo(): readonly string[] {
    return this.steps.done.at(-1)?.act ?? [];
  }
  get canRedo(): boolean {
    return this.steps.undone.length > 0;
  }

  act(asked: Change): RefusalCode | null {
    if (this.ended) return "sheet_gone";
    const refusal = this.refusal(this.shown, asked);
    if (refusal) return refusal;
    const change = { ...asked, texts: strippedTexts(asked.texts) };
    if (change.gestures.length === 0) return null;
    for (const id of change.known ?? []) this.known.add(id);
    this.shown.append(change);
    this.queue.add(change);
    this.tell();
    void this.pump();
    return null;
  }

  undo(): void {
    this.step(this.shown.undoChange(this.maker, this.mine));
  }

  redo(): void {
    this.step(this.shown.redoChange(this.maker, this.mine));
  }

  withdraw(id: string): void {
    if (this.ended) return;
    const before = this.shown.log;
    const change = withdraw(this.maker, id);
    this.takenBack.add(id);
    this.queue.forget(this.shown.log, id);
    this.queue.add(change);
    this.rebuild();
    this.marked = marksMoved(this.marked, before, this.shown.log);
    this.tell();
    void this.pump();
  }

  mark(): void {
    this.marked = [...this.marked, { after: this.log.at(-1)?.id ?? null, at: this.maker.now() }];
    this.tell();
  }

  know(organisations: Iterable<string>): void {
    for (const id of organisations) this.known.add(id);
  }

  dismiss(notice: number): void {
    this.said = this.said.filter(({ id }) => id !== notice);
    this.tell();
  }

  wake(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.cut) this.channel.wake?.();
    void this.pump();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.end("closed");
    this.listeners.clear();
  }

  // ---------------------------------------------------------------- what goes out

  private async pump(): Promise<void> {
    if (this.sending || this.ended || this.lost || this.timer !== undefined) return;
    this.sending = true;
    try {
      // All is sent, and yet something was not heard: ask for it again.
      if (this.cut && this.unsent === 0 && !(await this.catchUp())) return;
      for (let next = this.queue.next(); next && !this.ended; next = this.queue.next()) {
        const base = this.reached;
        const ack = await this.channel.send(next, base);
        if (this.ended || !(await this.answered(next, ack, base))) break;
      }
    } finally {
      this.sending = false;
    }
    if (!this.ended) this.tell();
  }

  /** Take in what became of a change; false when the rest must wait. */
  private async answered(change: Change, ack: Ack, base: number): Promise<boolean> {
    if (ack.kind === "away") {
      this.shut ||= ack.shut === true;
      this.wait();
      return false;
    }
    this.answering();
    if (ack.kind === "gone") {
      this.forget("deleted");
      return false;
    }
    this.shut = false;
    if (ack.kind === "refused") this.takeBack(change, ack.code, ack.says);
    else if (ack.kind === "stale") this.take(ack.since, ack.since.version < base);
    else return this.taken(change, ack.version);
    return this.ended === undefined;
  }

  private async taken(change: Change, version: number): Promise<boolean> {
    const next = version === this.reached + change.gestures.length && this.isFresh(change);
    if (next) {
      this.queue.settle(change);
      this.base.append(change);
      this.reached = version;
      this.tell();
      return true;
    }
    // Somebody else wrote too: where our gestures stand among theirs, only the log tells.
    this.queue.settle(change, version);
    if (version <= this.reached) {
      this.queue.reach(this.reached);
      this.rebuild();
      return true;
    }
    return this.catchUp();
  }

  /**
   * Whether the version alone says where an act stands: it is not in the base, and it cannot have been taken and forgotten
   * before (a withdrawal sent twice; an act on something others took back meanwhile, which then left the queue or was
   * trimmed in it). Then only the log tells.
   */
  private isFresh(change: Change): boolean {
    const plain = change.gestures.every(({ id, kind }) => kind !== "withdraw" && !this.base.has(id));
    return plain && this.queue.waiting.includes(change);
  }

  private async catchUp(): Promise<boolean> {
    const log = await this.channel.read(this.reached);
    if (this.ended) return false;
    if (log === "gone") this.forget("deleted");
    else if (log) {
      this.answering();
      this.take(log);
    } else this.wait();
    return log !== null && log !== "gone";
  }

  /** The server was heard. */
  private answering(): void {
    this.tries = 0;
    this.cut = false;
  }

  private wait(): void {
    this.cut = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), this.waitFor(this.tries++));
    this.tell();
  }

  // ---------------------------------------------------------------- what comes in

  private hear(news: News): void {
    if (this.ended) return;
    if (news.kind === "log") {
      this.answering();
      this.take(news.log);
    } else if (news.kind === "gone") this.forget(news.why);
    else if (news.kind === "keep") this.keeping = keepingOf(news.keep);
    else if (news.kind === "away") {
      this.cut = true;
      this.shut ||= news.shut === true;
    } else {
      this.answering();
      this.shut = false;
      this.wake();
    }
    this.tell();
  }

  /** Take in a log. `back`: the server itself went back to an older state, which then is the truth. */
  private take(log: LogNews, back = false): void {
    if (log.version <= this.reached && !back) return;
    if (!log.complete && log.after > this.reached) {
      void this.catchUp().then(() => this.pump());
      return;
    }
    const before = this.shown.log;
    const fresh = log.gestures.filter(({ id }) => !this.base.has(id));
    const theirs = fresh.filter(({ id }) => !this.queue.holds(id));
    for (const { id } of theirs) this.foreign.add(id);
    if (log.complete) this.rewrite(log);
    else this.base.append({ gestures: fresh, texts: log.texts });
    this.reached = log.version;
    this.queue.reach(log.version);
    if (theirs.length > 0) this.compare(theirs);
    this.rebuild();
    if (log.complete) this.marked = marksMoved(this.marked, before, this.shown.log);
    this.tell();
  }

  /** History was rewritten: what others took back leaves this copy too, unsent acts included. */
  private rewrite(log: LogNews): void {
    const gone = goneFrom(this.base.log, log.gestures);
    this.base = new Journal(this.id, log.gestures, log.texts);
    this.queue.trim(new Set(gone));
    // What was taken back here is known here; its news may come before its answer.
    const own = gone.some((id) => this.takenBack.has(id));
    if (gone.length > 0 && !own) this.say({ kind: "withdrawn", elements: [...new Set(gone)] });
  }

  /** Say which elements both changed. Where something stands is seen, and moving it changes nothing else of it. */
  private compare(theirs: readonly AnyGesture[]): void {
    const both = bothWrote(theirs, this.queue.gestures, this.base.log);
    if (both.length > 0) this.say({ kind: "conflict", elements: both });
  }

  /** Put one's own unsent acts on top of the base again; those that no longer hold are taken back. */
  private rebuild(): void {
    const shown = new Journal(this.id, this.base.log, this.base.texts);
    for (const change of this.queue.every) {
      const refusal = this.queue.isSettled(change) ? null : this.refusal(shown, change);
      if (refusal === null) shown.append(change);
      else {
        this.queue.drop(change);
        this.say({ kind: "refused", code: refusal, elements: elementsOf(change), gestures: idsOf(change) });
      }
    }
    this.shown = shown;
  }

  private takeBack(change: Change, code: string, says: string): void {
    this.queue.drop(change);
    this.say({ kind: "refused", code, says, elements: elementsOf(change), gestures: idsOf(change) });
    this.rebuild();
    this.tell();
  }

  /**
   * The sheet is no longer there: this copy forgets it. But when the server was started anew, a sheet of which nothing
   * should remain went with the old one, and nobody asked for that: the page keeps it, until somebody closes it.
   */
  private forget(why: "deleted" | "expired"): void {
    if (this.shut && this.keeping === "none") {
      if (!this.lost) this.say({ kind: "lost", elements: [] });
      this.lost = this.cut = true;
      this.tell();
      return;
    }
    this.end("gone");
    this.said = [];
    this.say({ kind: "gone", why, elements: [] });
    this.tell();
  }

  private end(how: "closed" | "gone"): void {
    this.ended = how;
    clearTimeout(this.timer);
    this.stopListening();
    this.channel.close();
    globalThis.removeEventListener?.("online", this.wakeUp);
    this.queue.clear();
    this.base = this.shown = new Journal(this.id);
    this.stepped = undefined;
    this.marked = [];
  }

  /** Asked at every change of the page, made anew only when the log is another. */
  private get steps(): Steps {
    if (this.stepped?.of !== this.shown.log) this.stepped = { of: this.shown.log, steps: this.shown.steps(this.by, this.mine) };
    return this.stepped.steps;
  }

  private readonly mine = (gesture: AnyGesture): boolean => !this.foreign.has(gesture.id);

  private step(change: Change | null): void {
    const refusal = change && this.act(change);
    if (change && refusal) {
      this.say({ kind: "refused", code: refusal, elements: [], gestures: [] });
      this.tell();
    }
  }

  private refusal(journal: Journal, change: Change): RefusalCode | null {
    const has = (id: string): boolean => this.known.has(id) || (change.known ?? []).includes(id) || journal.names(id);
    return refuse(journal.document, journal.log, change, { has }, journal.texts, journal.draft);
  }

  private say(notice: NewNotice): void {
    this.said = [...this.said, { ...notice, id: ++this.count } as Notice];
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
