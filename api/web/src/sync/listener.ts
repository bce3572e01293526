/** One event stream, opened again whenever it ends: `text/event-stream` read by `fetch`, so that a session may be shown. */
import { waitBefore } from "./back-off";
import type { News } from "./channel";
import { soundLog } from "./sound-log";

/** Beats come every ten seconds; after three that did not come the stream is dead. */
const SILENCE = 35_000;
/** A stream that comes back at once is no absence. */
const PATIENT = 2;

export class Listener {
  private stop = new AbortController();
  private closed = false;
  private failures = 0;
  private away = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hurry: () => void = () => undefined;

  constructor(
    private readonly open: (stop: AbortSignal) => Promise<Response | null>,
    private readonly on: (news: News) => void,
    private readonly wait: (n: number) => number = waitBefore,
  ) {
    void this.follow();
  }

  /** Open it again now, when it waits to. */
  wake(): void {
    clearTimeout(this.timer);
    this.hurry();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.stop.abort();
  }

  private async follow(): Promise<void> {
    while (!this.closed) {
      this.stop = new AbortController();
      const answer = await this.open(this.stop.signal);
      if (this.closed) return;
      if (answer?.status === 404 && (await isGone(answer))) return this.on({ kind: "gone", why: "deleted" });
      if (answer?.ok && answer.body) await this.hearAll(answer.body);
      this.stop.abort();
      if (this.closed) return;
      const shut = answer?.status === 401;
      if ((++this.failures >= PATIENT && !this.away) || shut) {
        this.away = true;
        this.on({ kind: "away", ...(shut ? { shut } : {}) });
      }
      await new Promise<void>((wake) => {
        this.hurry = wake;
        this.timer = setTimeout(wake, this.wait(this.failures - 1));
      });
    }
  }

  private async hearAll(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
    let [rest, patience] = ["", this.patience()];
    try {
      for (;;) {
        const { done, value } = await reader.read();
        clearTimeout(patience);
        if (done || this.closed) return;
        patience = this.patience();
        const blocks = (rest + value.replaceAll("\r", "")).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) this.hear(block);
      }
    } catch {
      // Cut on its way: what came whole was heard, the rest comes again.
    } finally {
      clearTimeout(patience);
    }
  }

  private hear(block: string): void {
    this.failures = 0;
    if (this.away) {
      this.away = false;
      this.on({ kind: "back" });
    }
    const lines = block.split("\n").filter((line) => !line.startsWith(":"));
    const field = (name: string): string => lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join("\n");
    const data = field("data");
    if (!data || this.closed) return;
    const news = newsOf(field("event"), data);
    if (news) this.on(news);
  }

  private patience(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.stop.abort(), SILENCE);
  }
}

/** What an event says; null when it says nothing this page understands. */
function newsOf(name: string, data: string): News | null {
  let said: unknown;
  try {
    said = JSON.parse(data);
  } catch {
    return null;
  }
  const { why, keep } = (said ?? {}) as { why?: unknown; keep?: unknown };
  const log = name === "log" ? soundLog(said) : null;
  if (log) return { kind: "log", log };
  if (name === "keep" && typeof keep === "string") return { kind: "keep", keep };
  if (name === "gone" && (why === "deleted" || why === "expired")) return { kind: "gone", why };
  return null;
}

/** Whether it is the sheet that is not there, and not some other address. */
async function isGone(answer: Response): Promise<boolean> {
  return (await answer.text().catch(() => "")).includes(":unknown_situation");
}
