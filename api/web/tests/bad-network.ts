/**
 * A bad network between desks and a real server: an HTTP proxy that cuts, delays, doubles and reorders. What it does is
 * drawn from a seeded generator; `calm` makes it a good network.
 */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Chance = () => number;

/** A small seeded generator (mulberry32): 0 <= x < 1. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** What happened on the way, counted, so that a test can see that it was a bad network. */
export interface Mishaps {
  cutBefore: number;
  cutAfter: number;
  cutWithin: number;
  doubled: number;
  late: number;
  delayed: number;
}

export class BadNetwork {
  readonly mishaps: Mishaps = { cutBefore: 0, cutAfter: 0, cutWithin: 0, doubled: 0, late: 0, delayed: 0 };
  calm = false;
  private readonly server: Server;
  private readonly under = new Set<Promise<unknown>>();

  constructor(
    private readonly to: { host: string; port: number },
    private readonly chance: Chance,
  ) {
    this.server = createServer((asked, answer) => void this.carry(asked, answer));
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on nothing is lost, and what was late has arrived. */
  async settle(): Promise<void> {
    this.calm = true;
    await Promise.allSettled([...this.under]);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bodyOf(asked).catch(() => null);
    if (body === null) return;
    const stream = asked.url?.includes("/events") ?? false;
    if (this.happens(0.25, "delayed")) await pause(this.chance() * 25);
    if (this.happens(0.12, "cutBefore")) return void asked.socket.destroy();
    if (!stream && this.happens(0.12, "doubled")) await this.again(asked, body);
    // A copy that arrives when much else has happened.
    if (!stream && this.happens(0.1, "late")) this.remember(pause(20 + this.chance() * 60).then(() => this.again(asked, body)));
    if (!stream && this.happens(0.12, "cutAfter")) {
      await this.again(asked, body);
      return void asked.socket.destroy();
    }
    await this.pass(asked, answer, body, stream);
  }

  private pass(asked: IncomingMessage, answer: ServerResponse, body: Buffer, stream: boolean): Promise<void> {
    const lasts = stream && !this.calm ? 1 + Math.floor(this.chance() * 6) : Infinity;
    const short = !stream && this.happens(0.06, "cutWithin");
    return new Promise((done) => {
      const onward = this.onward(asked);
      onward.on("response", (found) => {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        let pieces = 0;
        let sent = Promise.resolve();
        found.on("data", (piece: Buffer) => {
          const cut = short || ++pieces > lasts;
          const slow = this.happens(0.2, "delayed") ? this.chance() * 15 : 0;
          sent = sent.then(async () => {
            if (slow) await pause(slow);
            answer.write(cut ? piece.subarray(0, Math.floor(piece.length * this.chance())) : piece);
            if (cut) this.drop(asked, onward, stream);
          });
        });
        found.on("end", () => void sent.then(() => answer.end()).finally(done));
        found.on("error", () => done(void asked.socket.destroy()));
      });
      onward.on("error", () => done(void asked.socket.destroy()));
      asked.socket.once("close", () => done(void onward.destroy()));
      onward.end(body);
    });
  }

  private drop(asked: IncomingMessage, onward: ReturnType<typeof request>, stream: boolean): void {
    if (stream) this.mishaps.cutWithin++;
    setImmediate(() => {
      asked.socket.destroy();
      onward.destroy();
    });
  }

  /** Send a copy, and listen to nothing. */
  private again(asked: IncomingMessage, body: Buffer): Promise<void> {
    return new Promise((done) => {
      const onward = this.onward(asked);
      onward.on("response", (found) => found.resume().on("end", done).on("error", () => done()));
      onward.on("error", () => done());
      onward.end(body);
    });
  }

  private onward(asked: IncomingMessage): ReturnType<typeof request> {
    const headers = { ...asked.headers, host: `${this.to.host}:${this.to.port}` };
    return request({ ...this.to, method: asked.method, path: asked.url, headers, agent: false });
  }

  private happens(share: number, what: keyof Mishaps): boolean {
    const it = !this.calm && this.chance() < share;
    if (it) this.mishaps[what]++;
    return it;
  }

  private remember(work: Promise<unknown>): void {
    this.under.add(work);
    void work.finally(() => this.under.delete(work)).catch(() => undefined);
  }
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
