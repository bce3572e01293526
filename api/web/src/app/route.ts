/** Which part of the page is open. The address names the part and nothing else: no need, no person, no situation. */
import { signal } from "@preact/signals";

export const PARTS = ["situations", "studio", "help", "follow", "counts", "gaps", "directory", "network", "pens"] as const;
export type Part = (typeof PARTS)[number];

export const part = signal<Part>("situations");

function read(): void {
  const name = location.hash.replace(/^#\/?/, "");
  part.value = PARTS.find((one) => one === name) ?? "situations";
}

export function followAddress(): void {
  read();
  addEventListener("hashchange", read);
}

export function go(next: Part): void {
  location.hash = `#/${next}`;
}
