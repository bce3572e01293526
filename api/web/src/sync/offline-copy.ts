/**
 * The spare copy of one kept sheet: what waits to be sent, and the sheet it stands on, written after every change. It
 * is only ever made when asked for, never for a sheet of which nothing is to remain.
 */
import type { Change } from "../gestures/acts";
import type { Desk, Keeping } from "../studio/desk";
import type { LogNews } from "./channel";
import { sealed } from "./offline-seal";
import { dropCopy, putCopy } from "./offline-store";

/** What is sealed: the log without what waits, and what waits, act by act. */
export interface SpareContent {
  by: string;
  keeping: Keeping;
  log: LogNews;
  waiting: readonly Change[];
}

/** Whether a sheet may have a copy. */
export function mayHaveCopy(desk: Pick<Desk, "keeping">): boolean {
  return desk.keeping === "tonight" || desk.keeping === "date" || desk.keeping === "forever";
}

export class SpareCopy {
  /** How many acts the copy on disk holds that the computer has not confirmed. */
  waiting = 0;
  private stopListening: () => void;
  private work: Promise<void> = Promise.resolve();
  private dirty = false;
  private ended = false;

  constructor(
    private readonly desk: Desk,
    private readonly key: CryptoKey,
    private readonly told: (fault: boolean) => void,
  ) {
    this.stopListening = desk.subscribe(() => this.write());
    this.write();
  }

  /** Whether this is the copy of that desk. */
  of(desk: Desk): boolean {
    return this.desk === desk;
  }

  /** Everything asked for so far is on disk. */
  settled(): Promise<void> {
    return this.work;
  }

  /** The sheet is closed: its copy goes, unless it holds what only this browser has. */
  async close(): Promise<void> {
    if (!this.end()) return;
    await this.work;
    if (this.waiting === 0) await dropCopy(this.desk.id);
  }

  /** The copy is no longer wanted, or the sheet was erased. */
  async erase(): Promise<void> {
    this.end();
    await this.work;
    await dropCopy(this.desk.id);
  }

  private end(): boolean {
    const first = !this.ended;
    this.ended = true;
    this.stopListening();
    return first;
  }

  /** One writing at a time; what changed meanwhile is written next, all at once. */
  private write(): void {
    if (this.desk.status === "gone" || !mayHaveCopy(this.desk)) {
      void this.erase();
      return;
    }
    if (this.dirty) return;
    this.dirty = true;
    this.work = this.work.then(() => this.writeNow()).then(
      () => this.told(false),
      () => this.told(true),
    );
  }

  private async writeNow(): Promise<void> {
    this.dirty = false;
    if (this.ended) return;
    const content = contentOf(this.desk);
    await putCopy(await sealed(this.desk.id, content, this.key));
    this.waiting = content.waiting.length;
  }
}

function contentOf(desk: Desk): SpareContent {
  const { waiting, version, by, keeping } = desk;
  const unsent = new Set(waiting.flatMap(({ gestures }) => gestures.map(({ id }) => id)));
  const gestures = desk.log.filter(({ id }) => !unsent.has(id));
  return { by, keeping, log: { version, after: 0, complete: true, gestures, texts: desk.texts }, waiting };
}
