/** Towards the studio, which is fetched when it is wanted first: a new sheet, or a situation taken up by hand. */
import { signal } from "@preact/signals";

import { Refusal } from "../../api/client";
import { go } from "../../app/route";
import { notFetched } from "../../parts/NotFetched";

/** Why the studio did not open, and how to try again. */
export const refused = signal<{ refusal: Refusal; again: () => void } | null>(null);

export async function drawNew(): Promise<void> {
  const keeping = await fetched(() => import("../studio/keeping/state"), drawNew);
  if (!keeping) return;
  go("studio");
  keeping.askNew();
}

export async function drawHere(id: string, keep: string | undefined): Promise<void> {
  const again = (): Promise<void> => drawHere(id, keep);
  const opening = await fetched(() => import("../studio/opening"), again);
  try {
    await opening?.openDesk(id, keep);
  } catch (error) {
    refuse(error, again);
  }
}

async function fetched<T>(ask: () => Promise<T>, again: () => Promise<void>): Promise<T | null> {
  refused.value = null;
  try {
    return await ask();
  } catch {
    refuse(notFetched(), again);
    return null;
  }
}

function refuse(error: unknown, again: () => Promise<void>): void {
  if (!(error instanceof Refusal)) throw error;
  refused.value = { refusal: error, again: () => void again() };
}
