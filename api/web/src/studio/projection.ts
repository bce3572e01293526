/**
 * The wall: a second window that shows one picture and nothing else. The studio sends pictures; the wall asks for the
 * present one again and again, and goes blank when nobody answers.
 *
 * While the veil is on, a picture is made from a veiled document: no name is in the message, so none can be on the wall.
 */
import type { Inks, LegendLine } from "../api/pens";
import type { SheetJson } from "../scene/sheet";

/** The large signs under the scene. */
export type WallSigns = "none" | "read_back";

/** All the wall ever knows. */
export interface Picture {
  lang: "fr" | "en";
  sheet: SheetJson;
  /** What of it is shown: x, y, width, height in mm. */
  view: readonly [number, number, number, number];
  /** The number of the arrow now read, or null when the whole sheet is looked at. */
  step: number | null;
  /** The sentence of that arrow; "" when there is none. */
  sentence: string;
  signs: WallSigns;
  /** The pens in use and what they say, when the room asked for it. */
  legend: { lines: readonly LegendLine[]; inks: Inks } | null;
}

type ToWall = { room: 1; kind: "picture"; number: number; picture: Picture } | { room: 1; kind: "blank" | "same"; number: number };
type ToStudio = { room: 1; kind: "here"; has: number; focused: boolean };

/** What we need of a window; a test gives its own. */
export interface Post {
  postMessage(message: unknown, origin: string): void;
  readonly closed: boolean;
}
export interface Ears {
  addEventListener(type: "message", hear: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", hear: (event: MessageEvent) => void): void;
}

const EVERY = 1500;
const PATIENCE = 3;

/** A page opened from a file has no origin to name. */
export function originOf(location: { origin: string }): string {
  return location.origin === "null" || location.origin.startsWith("file:") ? "*" : location.origin;
}

/** The studio's side. */
export class Projector {
  private picture: Picture | null = null;
  private number = 0;
  private wall: Post | null = null;
  private focusedAt = Number.NEGATIVE_INFINITY;
  private readonly hear = (event: MessageEvent): void => this.heard(event);

  /** `changed`: a wall was found that this page did not open. */
  constructor(
    private readonly ears: Ears,
    private readonly origin: string,
    private readonly changed: () => void = () => undefined,
    private readonly now: () => number = Date.now,
  ) {
    ears.addEventListener("message", this.hear);
  }

  /** Take this window as the wall. */
  take(wall: Post): void {
    this.wall = wall;
    this.send();
  }

  get open(): boolean {
    return this.wall !== null && !this.wall.closed;
  }

  /** Whether the wall said a moment ago that it has the focus. */
  get focused(): boolean {
    return this.open && this.now() - this.focusedAt < 2 * EVERY;
  }

  /** Show this picture, or nothing. */
  show(picture: Picture | null): void {
    this.picture = picture;
    this.number += 1;
    this.send();
  }

  dispose(): void {
    this.ears.removeEventListener("message", this.hear);
    this.show(null);
    this.wall = null;
  }

  private send(has?: number): void {
    if (!this.open) return;
    const { number, picture } = this;
    const message: ToWall =
      has === number
        ? { room: 1, kind: "same", number }
        : picture
          ? { room: 1, kind: "picture", number, picture }
          : { room: 1, kind: "blank", number };
    this.wall?.postMessage(message, this.origin);
  }

  private heard(event: MessageEvent): void {
    const message = event.data as Partial<ToStudio> | null;
    if (message?.room !== 1 || message.kind !== "here" || !event.source) return;
    if (this.origin !== "*" && event.origin !== this.origin) return;
    // A page that was read anew finds its wall again: the wall goes on asking whoever opened it.
    const other = !this.open || (event.source as unknown) !== this.wall;
    if (other) this.wall = event.source as unknown as Post;
    this.focusedAt = message.focused ? this.now() : Number.NEGATIVE_INFINITY;
    this.send(message.has);
    if (other) this.changed();
  }
}

/** The wall's side: asks its opener, and tells what to show. */
export class Wall {
  private unanswered = 0;
  private has = -1;
  private readonly hear = (event: MessageEvent): void => this.heard(event);
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly studio: Post | null,
    private readonly ears: Ears,
    private readonly origin: string,
    private readonly focused: () => boolean,
    private readonly show: (picture: Picture | null) => void,
  ) {
    ears.addEventListener("message", this.hear);
  }

  begin(): void {
    this.ask();
    this.timer = setInterval(() => this.ask(), EVERY);
  }

  /** Ask for the picture; blank when the studio is closed or has not answered for a while. */
  ask(): void {
    if (!this.studio || this.studio.closed || this.unanswered >= PATIENCE) this.blank();
    this.unanswered += 1;
    const message: ToStudio = { room: 1, kind: "here", has: this.has, focused: this.focused() };
    if (this.studio && !this.studio.closed) this.studio.postMessage(message, this.origin);
  }

  dispose(): void {
    clearInterval(this.timer);
    this.ears.removeEventListener("message", this.hear);
  }

  private heard(event: MessageEvent): void {
    const message = event.data as Partial<ToWall> | null;
    if ((event.source as unknown) !== this.studio || message?.room !== 1) return;
    this.unanswered = 0;
    if (message.kind === "same") return;
    this.has = message.number ?? -1;
    this.show(message.kind === "picture" && message.picture ? message.picture : null);
  }

  private blank(): void {
    this.has = -1;
    this.show(null);
  }
}
