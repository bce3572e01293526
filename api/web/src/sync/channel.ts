/** What stands behind a desk: a server, a file, or nothing. A channel knows no drawing; it carries changes and news. */
import type { Change } from "../gestures/acts";
import type { Texts } from "../gestures/fold";
import type { AnyGesture } from "../model/gestures";

/** The log from a version on, as `GET /situations/{id}/gestures` answers it. `complete`: forget every older copy. */
export interface LogNews {
  version: number;
  /** The version this begins after. */
  after: number;
  complete: boolean;
  gestures: AnyGesture[];
  texts: Texts;
  /** Who looks, as gestures are signed. */
  viewer?: string;
}

/** Something that happened behind the desk, told by nobody in particular. */
export type News =
  | { kind: "log"; log: LogNews }
  /** How long the sheet stays was decided again: "none", "tonight", "forever" or a day. */
  | { kind: "keep"; keep: string }
  /** The sheet was erased or its keeping ended: every copy forgets. */
  | { kind: "gone"; why: "deleted" | "expired" }
  /** The stream was cut, or is there again. `shut`: the session is over, as after a new start of the server. */
  | { kind: "away"; shut?: boolean }
  | { kind: "back" };

/** What became of a change that was sent. A refusal's sentence is in the language of the session. */
export type Ack =
  | { kind: "taken"; version: number }
  /** Somebody changed the same elements since: `since` is the log from the version that was named. */
  | { kind: "stale"; since: LogNews }
  | { kind: "refused"; code: string; says: string }
  /** Not heard, or not now: try again with the same ids. `shut`: the session is over, somebody must enter again. */
  | { kind: "away"; says?: string; shut?: boolean }
  | { kind: "gone" };

/** What a desk holds of the log: the version, and the id of the last gesture, so that no other sheet of the same name is
 * mistaken for it. */
export interface Held {
  version: number;
  last: string;
}

export interface Channel {
  /** Send one act on top of `base`, the version it was made against. Never throws. */
  send(change: Change, base: number): Promise<Ack>;
  /** The log after a version; null when it cannot be read now, "gone" when the sheet is no longer there. */
  read(after: number): Promise<LogNews | "gone" | null>;
  /** Hear news until the returned function is called. `held` says what is held now. */
  listen(on: (news: News) => void, held: () => Held): () => void;
  /** Try again now what waits for its turn. */
  wake?(): void;
  close(): void;
}
