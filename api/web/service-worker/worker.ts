/**
 * Keeps the page's own files at hand, so that it still opens when the computer's server does not answer. Only files of
 * the page are ever kept, never an answer of the API. It is installed when a spare copy is asked for, and goes with it.
 */
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly { postMessage(told: string): void }[]> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: Lasting) => void): void;
  addEventListener(type: "fetch", hear: (event: Asked) => void): void;
}

const scope = globalThis as unknown as Scope;
const KEPT = "sociogram-page";
/** Names that hold a digest: such a file never changes. */
const HASHED = /^\/assets\/[\w.-]+-[\w-]{8}\.\w+$/;
const NAMED = /assets\/[\w.-]+-[\w-]{8}\.\w+/g;

scope.addEventListener("install", (event) => event.waitUntil(fetchAnew().then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.location.origin) return;
  if (HASHED.test(pathname)) event.respondWith(keptFirst(event.request));
  else if (pathname === "/" || pathname === "/index.html" || pathname === "/mark.svg") event.respondWith(freshFirst(event));
});

// Looking never makes a cache: once the copy is gone, an old worker must leave nothing behind.
async function keptFirst(request: Request): Promise<Response> {
  return (await scope.caches.match(request)) ?? fetch(request);
}

/** The page as it is now; the kept one when nobody answers. Another page than the kept one is said, then kept. */
async function freshFirst(event: Asked): Promise<Response> {
  const before = await scope.caches.match(event.request, { ignoreSearch: true });
  try {
    const now = await fetch(event.request);
    if (now.ok && before && (await before.clone().text()) !== (await now.clone().text())) {
      event.waitUntil(fetchAnew().then(tell));
    }
    return now.ok || !before ? now : before;
  } catch (error) {
    if (before) return before;
    throw error;
  }
}

/** The page and every file it names, all or nothing; what the new page does not name goes. */
async function fetchAnew(): Promise<void> {
  const page = await answered("/");
  const files = new Set(["/mark.svg"]);
  const held = new Map<string, Response>([["/", page]]);
  collect(await page.clone().text(), files);
  for (const file of files) {
    const answer = await answered(file);
    held.set(file, answer);
    if (/\.(css|js)$/.test(file)) collect(await answer.clone().text(), files);
  }
  const cache = await scope.caches.open(KEPT);
  for (const [name, answer] of held) await cache.put(name, answer);
  for (const old of await cache.keys()) if (!held.has(new URL(old.url).pathname)) await cache.delete(old);
}

function collect(text: string, into: Set<string>): void {
  for (const [name] of text.matchAll(NAMED)) into.add(`/${name}`);
  // Files beside one another name each other without their folder.
  for (const [, name] of text.matchAll(/["'`(]\.?\/?([\w.-]+-[\w-]{8}\.(?:js|css|ttf))["'`)]/g)) into.add(`/assets/${name}`);
}

async function answered(name: string): Promise<Response> {
  const answer = await fetch(name, { cache: "reload" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function tell(): Promise<void> {
  for (const client of await scope.clients.matchAll()) client.postMessage("newer");
}
