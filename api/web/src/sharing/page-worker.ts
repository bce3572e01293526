/** The service worker of the page: there only while a spare copy is. */
import { signal } from "@preact/signals";

/** A newer page is ready. */
export const newer = signal(false);

export async function keepWorker(): Promise<void> {
  await navigator.serviceWorker.register("./worker.js");
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "newer") newer.value = true;
  });
}

/** The worker goes, and the files it kept. */
export async function dropWorker(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
