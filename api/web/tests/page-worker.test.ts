/** The service worker keeps the page's files, tells of a newer page, and never touches an answer of the API. */
import { beforeEach, describe, expect, it, vi } from "vitest";

const ORIGIN = "http://127.0.0.1:8000";
/** A script, not a module: nothing is taken from it. */
const WORKER = "../service-worker/worker";
type Heard = (event: unknown) => void;

/** A cache as the worker uses it, by path. */
class Shelf {
  readonly held = new Map<string, string>();
  private path = (asked: Request | string): string => new URL(typeof asked === "string" ? asked : asked.url, ORIGIN).pathname;
  async match(asked: Request | string): Promise<Response | undefined> {
    const found = this.held.get(this.path(asked));
    return found === undefined ? undefined : new Response(found);
  }
  async put(asked: Request | string, answer: Response): Promise<void> {
    this.held.set(this.path(asked), await answer.text());
  }
  async keys(): Promise<{ url: string }[]> {
    return [...this.held.keys()].map((path) => ({ url: ORIGIN + path }));
  }
  async delete(asked: Request | string): Promise<boolean> {
    return this.held.delete(this.path(asked));
  }
}

const heard = new Map<string, Heard>();
const told: string[] = [];
let shelf = new Shelf();
let served: Record<string, string> = {};
let asked: string[] = [];
let opened = 0;

const page = (name: string): Record<string, string> => ({
  "/": `<script src="./assets/index-${name}.js"></script><link href="./assets/styles-${name}.css">`,
  [`/assets/index-${name}.js`]: `import"./parts-${name}.js";"assets/later-${name}.js"`,
  [`/assets/parts-${name}.js`]: "parts",
  [`/assets/later-${name}.js`]: "later",
  [`/assets/styles-${name}.css`]: `src:url(./font-${name}.ttf)`,
  [`/assets/font-${name}.ttf`]: "letters",
  "/mark.svg": "mark",
});

beforeEach(async () => {
  [shelf, served, asked] = [new Shelf(), page("aaaaaaaa"), []];
  told.length = 0;
  opened = 0;
  heard.clear();
  const scope = {
    caches: {
      open: async () => {
        opened++;
        return shelf;
      },
      match: (one: Request) => shelf.match(one),
    },
    clients: { claim: async () => undefined, matchAll: async () => [{ postMessage: (words: string) => told.push(words) }] },
    location: new URL(ORIGIN),
    skipWaiting: async () => undefined,
    addEventListener: (kind: string, hear: Heard) => heard.set(kind, hear),
    fetch: async (what: Request | string) => {
      const path = new URL(typeof what === "string" ? what : what.url, ORIGIN).pathname;
      asked.push(path);
      if (!(path in served)) throw new TypeError("nobody answers");
      return new Response(served[path]);
    },
  };
  for (const [name, value] of Object.entries(scope)) vi.stubGlobal(name, value);
  vi.resetModules();
  await import(/* @vite-ignore */ WORKER);
});

async function happens(kind: "install" | "activate"): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  heard.get(kind)?.({ waitUntil: (one: Promise<unknown>) => (work = one) });
  await work;
}

/** The text the worker answers with, or undefined when it leaves the request alone. */
async function asks(path: string, method = "GET"): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  const later: Promise<unknown>[] = [];
  heard.get("fetch")?.({
    request: new Request(path.startsWith("http") ? path : ORIGIN + path, { method }),
    respondWith: (one: Promise<Response>) => (answer = one),
    waitUntil: (one: Promise<unknown>) => later.push(one),
  });
  const text = answer && (await (await answer).text());
  await Promise.all(later);
  return text;
}

describe("the worker of the page", () => {
  it("keeps the page and every file it names", async () => {
    await happens("install");
    expect([...shelf.held.keys()].sort()).toEqual(Object.keys(served).sort());
  });

  it("keeps nothing when a file is missing", async () => {
    delete served["/assets/font-aaaaaaaa.ttf"];
    await expect(happens("install")).rejects.toThrow();
    expect(shelf.held.size).toBe(0);
  });

  it("gives hashed files without asking", async () => {
    await happens("install");
    asked = [];
    expect(await asks("/assets/font-aaaaaaaa.ttf")).toBe("letters");
    expect(asked).toEqual([]);
  });

  it("gives the page as it is now, and the kept one when nobody answers", async () => {
    await happens("install");
    served = {};
    expect(await asks("/")).toContain("index-aaaaaaaa");
    expect(told).toEqual([]);
  });

  it("makes nothing again once what it kept was taken away", async () => {
    await happens("install");
    shelf.held.clear();
    opened = 0;
    expect(await asks("/")).toContain("index-aaaaaaaa");
    expect(await asks("/assets/later-aaaaaaaa.js")).toBe("later");
    expect(opened).toBe(0);
  });

  it("tells of a newer page once all of it is kept, and lets the old files go", async () => {
    await happens("install");
    served = page("bbbbbbbb");
    expect(await asks("/")).toContain("index-bbbbbbbb");
    expect(told).toEqual(["newer"]);
    expect([...shelf.held.keys()].sort()).toEqual(Object.keys(served).sort());
  });

  it.each(["/api/v1/situations", "/api/v1/situations/s/gestures", "/api/v1/session", "/docs", "/assets/plain.js", "/tablet.html"])(
    "leaves %s alone",
    async (path) => {
      await happens("install");
      expect(await asks(path)).toBeUndefined();
      expect(await asks("/", "POST")).toBeUndefined();
      expect(await asks(`http://elsewhere.example/assets/index-aaaaaaaa.js`)).toBeUndefined();
    },
  );
});
