/** What a desk has to say: never a colour, never a blame. The words are in the dictionaries (`studio.syncing`). */
import type { RefusalCode } from "../gestures/refusal";

export type Notice = { id: number; elements: readonly string[] } & (
  /** A change was taken back. `says` came from the server, in the language of the session. */
  | { kind: "refused"; code: RefusalCode | string; says?: string; gestures: readonly string[] }
  /** Somebody changed these elements in the meantime; both changes are in the journal, the later one shows. */
  | { kind: "conflict" }
  /** Somebody took these elements back for ever. */
  | { kind: "withdrawn" }
  /** The server was started anew and no longer has a sheet of which nothing should remain: this page alone holds it. */
  | { kind: "lost" }
  | { kind: "gone"; why: "deleted" | "expired" }
);

type Unnumbered<N> = N extends Notice ? Omit<N, "id"> : never;
export type NewNotice = Unnumbered<Notice>;
