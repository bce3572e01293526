/** The server behind a desk: acts by `POST`, news by its event stream. The page's only other way to it is api/client.ts. */
import type { Lang } from "../api/types";
import { admitted, BASE } from "../api/client";
import type { Change } from "../gestures/acts";
import { waitBefore } from "./back-off";
import type { Ack, Channel, Held, LogNews, News } from "./channel";
import { Listener } from "./listener";
import { soundLog } from "./sound-log";

export interface ServerOptions {
  /** Where the API stands; the page's own by default. */
  base?: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which an answer counts as not heard. */
  patience?: number;
  /** Milliseconds before repetition `n`. */
  wait?: (n: number) => number;
}

interface Problem {
  type?: string;
  title?: string;
  detail?: string;
  since?: unknown;
}

const PATIENCE = 15_000;
const GONE = "unknown_situation";
/** Answers that say "not now": the same ids are sent again. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504, 507]);

export class ServerChannel implements Channel {
  private readonly base: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly patience: number;
  private readonly wait: (n: number) => number;
  private readonly stop = new AbortController();
  private listener: Listener | undefined;
  private held: (() => Held) | undefined;

  constructor(
    id: string,
    private readonly lang: Lang,
    { base = BASE, headers = {}, patience = PATIENCE, wait = waitBefore }: ServerOptions = {},
  ) {
    this.base = `${base}/situations/${encodeURIComponent(id)}`;
    this.headers = headers;
    this.patience = patience;
    this.wait = wait;
  }

  async send(change: Change, base: number): Promise<Ack> {
    const body = JSON.stringify({ gestures: change.gestures, texts: change.texts });
    const answer = await this.ask("POST", `/gestures?lang=${this.lang}${this.last}`, { "If-Match": `"${base}"` }, body);
    if (answer === null) return { kind: "away" };
    if (answer.status === 401) return { kind: "away", shut: true };
    const said = await read<Problem & { version?: unknown }>(answer);
    // An answer that was cut on its way says nothing: the same ids are sent again.
    if (said === null) return { kind: "away" };
    if (answer.ok) return typeof said.version === "number" && Number.isSafeInteger(said.version) ? { kind: "taken", version: said.version } : { kind: "away" };
    const since = answer.status === 412 ? soundLog(said.since, base) : null;
    if (since) return { kind: "stale", since };
    if (answer.status === 404) return codeOf(said) === GONE ? { kind: "gone" } : { kind: "away" };
    if (LATER.has(answer.status)) return { kind: "away", ...(said.title ? { says: said.title } : {}) };
    return { kind: "refused", code: codeOf(said), says: [said.title, said.detail].filter(Boolean).join(" ") };
  }

  async read(after: number): Promise<LogNews | "gone" | null> {
    const answer = await this.ask("GET", `/gestures?after=${after}${this.last}`);
    if (answer?.status === 404) return codeOf((await read<Problem>(answer)) ?? {}) === GONE ? "gone" : null;
    if (!answer?.ok) return null;
    return soundLog(await read<unknown>(answer), after);
  }

  listen(on: (news: News) => void, held: () => Held): () => void {
    this.held = held;
    const open = (stop: AbortSignal): Promise<Response | null> =>
      this.ask("GET", `/events?after=${held().version}${this.last}`, { Accept: "text/event-stream" }, undefined, stop);
    this.listener = new Listener(open, on, this.wait);
    return () => this.listener?.close();
  }

  /** Names the last gesture held, so that no act is written on another sheet that came to bear the same name. */
  private get last(): string {
    const last = this.held?.().last;
    return last ? `&last=${last}` : "";
  }

  wake(): void {
    this.listener?.wake();
  }

  close(): void {
    this.stop.abort();
    this.listener?.close();
  }

  /** The answer, or null when there is none. A stream brings its own `stop` and may last. */
  private async ask(method: string, path: string, headers = {}, body?: string, stop?: AbortSignal): Promise<Response | null> {
    const ends = [this.stop.signal, stop ?? AbortSignal.timeout(this.patience)];
    try {
      const answer = await fetch(this.base + path, {
        method,
        credentials: "same-origin",
        cache: "no-store",
        headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...this.headers, ...headers },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any(ends),
      });
      if (answer.status === 401) admitted.value = false;
      return answer;
    } catch {
      return null;
    }
  }
}

async function read<T>(answer: Response): Promise<T | null> {
  try {
    return (await answer.json()) as T;
  } catch {
    return null;
  }
}

function codeOf(said: Problem): string {
  return said.type?.split(":").at(-1) ?? "refused";
}
