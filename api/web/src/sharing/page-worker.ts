/** The service worker of the page: there only while a spare copy is. */
import { signal } from "@preact/signals";

/** A newer page is ready. */
export const newer = signal(false);

/** Returns once the worker has all files of the page; refuses when it could not get them. */
export async function keepWorker(): Promise<void> {
  const { installing, waiting } = await navigator.serviceWorker.register("./worker.js");
  const coming = installing ?? waiting;
  if (coming) await settled(coming);
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "newer") newer.value = true;
  });
}

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((done, refuse) => {
    const look = (): void => {
      if (worker.state === "activated") done();
      else if (worker.state === "redundant") refuse(new Error("the page's files could not be kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** The worker goes, and the files it kept. */
export async function dropWorker(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
