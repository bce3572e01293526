/**
 * A desk is one open sheet, whatever stands behind it. What is done shows at once, is queued, and is sent in its order;
 * the server's order is the truth, and one's own unsent acts are put on top of it again.
 */
import type { Lang } from "../api/types";
import type { Change, Maker } from "../gestures/acts";
import type { Texts } from "../gestures/fold";
import type { Journal, Mark } from "../gestures/journal";
import type { RefusalCode } from "../gestures/refusal";
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import type { Channel, LogNews } from "../sync/channel";
import { ServerChannel, type ServerOptions } from "../sync/server";
import { SoloChannel } from "../sync/solo";
import { LiveDesk } from "./live-desk";
import type { Notice } from "./notice";

export type Keeping = "none" | "tonight" | "date" | "forever" | "file";
/** `gone`: the sheet was erased, here or elsewhere; nothing of it is held any more. */
export type Status = "saved" | "saving" | "away" | "refused" | "unkept" | "gone";

export interface Desk {
  readonly id: string;
  readonly by: string;
  readonly lang: Lang;
  readonly document: SituationDocument;
  readonly log: readonly AnyGesture[];
  readonly texts: Texts;
  /** The version of the server that is held. */
  readonly version: number;
  readonly keeping: Keeping;
  readonly status: Status;
  readonly canUndo: boolean;
  /** The gestures that the next undo takes back; none when there is nothing of one's own. */
  readonly nextUndo: readonly string[];
  readonly canRedo: boolean;
  /** Acts that nobody behind the desk has confirmed yet. */
  readonly unsent: number;
  /** Those acts, in their order. */
  readonly waiting: readonly Change[];
  readonly journal: Journal;
  readonly maker: Maker;
  readonly notices: readonly Notice[];
  readonly marks: readonly Mark[];
  /** Refused: nothing changed. Else applied at once, queued, sent. */
  act(change: Change): RefusalCode | null;
  undo(): void;
  redo(): void;
  /** Take an element, or the words of one text, back for ever. */
  withdraw(id: string): void;
  /** Mark this moment of the story. */
  mark(): void;
  /** Say which organisations of the directory the viewer sees: arrows may end there. */
  know(organisations: Iterable<string>): void;
  dismiss(notice: number): void;
  /** Try again now what waits. */
  wake(): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

export interface DeskOptions {
  id: string;
  by: string;
  lang: Lang;
  keeping: Keeping;
  channel: Channel;
  log?: LogNews;
  maker?: Maker;
  /** Milliseconds before repetition `n` of a sending that was not heard. */
  wait?: (n: number) => number;
}

/** A desk with nothing behind it: the single file, or a test. */
export function soloDesk(options: Omit<DeskOptions, "channel" | "by"> & { by?: string }): Desk {
  return new LiveDesk({ by: "local", ...options, channel: new SoloChannel() });
}

/**
 * Open a sheet of the server. Null when it cannot be read now, "gone" when there is none (or it is not yours: the same
 * answer). `keeping` is what was chosen for the sheet.
 */
export async function openServerDesk(
  id: string,
  options: { lang: Lang; keeping: Keeping; server?: ServerOptions; maker?: Maker },
): Promise<Desk | "gone" | null> {
  const { lang, keeping, maker } = options;
  const channel = new ServerChannel(id, lang, options.server);
  const log = await channel.read(0);
  if (log === null || log === "gone") return log;
  const { wait } = options.server ?? {};
  return new LiveDesk({ id, by: log.viewer ?? "local", lang, keeping, channel, log, ...(maker ? { maker } : {}), ...(wait ? { wait } : {}) });
}
