/**
 * The quick lock: keys, dots and tries, without a page. What closes shows nothing; what reopens it is a sign chosen at the
 * start, a passphrase or dots joined on a grid of nine, kept in memory only.
 */

/** What became of a try. `wait`: seconds before the next one is heard. */
export type Lift = { lifted: true } | { lifted: false; wait: number };

/** How a sign is given: dots joined, or words. */
export type Kind = "dots" | "words";

export interface Known {
  chosen: boolean;
  closed: boolean;
  /** "" without a sign. */
  kind: Kind | "";
}

/** Who keeps the sign: the server's session, or this page where there is no server. */
export interface Keeper {
  /** Whether a sign was chosen, and whether the session is closed. */
  read(): Promise<Known>;
  /** Take this sign; null for none. */
  choose(sign: string | null, kind: Kind): Promise<void>;
  close(): Promise<void>;
  lift(sign: string): Promise<Lift>;
}

const SHORTEST = 4;
const FREE_TRIES = 2;
const MOST_SECONDS = 60;

/** Keeps the sign in this page; gone with it, as the sheet is. `now` in milliseconds. */
export class PageKeeper implements Keeper {
  private sign: string | null = null;
  private kind: Kind = "words";
  private closed = false;
  private wrong = 0;
  private notBefore = 0;

  constructor(private readonly now: () => number = Date.now) {}

  read(): Promise<Known> {
    return Promise.resolve({ chosen: this.sign !== null, closed: this.closed, kind: this.sign === null ? "" : this.kind });
  }

  choose(sign: string | null, kind: Kind): Promise<void> {
    if (!this.closed) [this.sign, this.kind] = [sign, kind];
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed = this.sign !== null;
    return Promise.resolve();
  }

  lift(sign: string): Promise<Lift> {
    return Promise.resolve(this.tried(sign));
  }

  private tried(sign: string): Lift {
    const wait = Math.ceil((this.notBefore - this.now()) / 1000);
    if (this.closed && wait > 0) return { lifted: false, wait };
    if (this.closed && sign !== this.sign) {
      this.wrong += 1;
      const pause = this.wrong > FREE_TRIES ? Math.min(2 ** (this.wrong - FREE_TRIES), MOST_SECONDS) : 0;
      this.notBefore = this.now() + pause * 1000;
      return { lifted: false, wait: pause };
    }
    this.closed = false;
    this.wrong = 0;
    this.notBefore = 0;
    return { lifted: true };
  }
}

/** F9 alone, or Ctrl+Shift+L: browsers leave both to the page. */
export function isLockKey(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">): boolean {
  if (event.altKey || event.metaKey) return false;
  if (event.key === "F9") return !event.ctrlKey && !event.shiftKey;
  return event.ctrlKey && event.shiftKey && event.key.toLowerCase() === "l";
}

/** The dots 0 to 8 of a grid, left to right and down. */
export const DOTS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The dots joined so far with one more; a dot counts once, and one passed over on the way is joined too. */
export function joined(path: readonly number[], dot: number): readonly number[] {
  if (path.includes(dot)) return path;
  const last = path.at(-1);
  const between = last === undefined ? undefined : middle(last, dot);
  const passed = between !== undefined && !path.includes(between) ? [between] : [];
  return [...path, ...passed, dot];
}

function middle(a: number, b: number): number | undefined {
  const row = Math.floor(a / 3) + Math.floor(b / 3);
  const column = (a % 3) + (b % 3);
  return row % 2 === 0 && column % 2 === 0 ? (row / 2) * 3 + column / 2 : undefined;
}

/** Dots as a sign; a passphrase is a sign as it stands. */
export function signOfDots(path: readonly number[]): string {
  return path.join("-");
}

/** Whether a sign is long enough: four dots, or four characters. */
export function longEnough(sign: string | readonly number[]): boolean {
  return (typeof sign === "string" ? [...sign.trim()].length : sign.length) >= SHORTEST;
}

interface Scene {
  hidden(): boolean;
  focused(): boolean;
  later(work: () => void, milliseconds: number): void;
}

/** Hears that the window is left: hidden, or without focus for a moment while no window of ours has it. */
export class Leaving {
  constructor(
    private readonly scene: Scene,
    private readonly left: () => void,
    private readonly ours: () => boolean,
  ) {}

  /** The page was hidden or shown. */
  visibility(): void {
    if (this.scene.hidden()) this.left();
  }

  /** The window lost its focus: a file chooser or our own second window takes it too, so wait and look again. */
  blurred(): void {
    this.scene.later(() => {
      if (!this.scene.focused() && !this.ours()) this.left();
    }, 600);
  }
}
