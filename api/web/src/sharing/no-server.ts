/** Stands in the single file for api/client.ts and api/lock.ts: there is nobody to ask, and nothing is tried. */
import { signal } from "@preact/signals";

import { t } from "../i18n";
import type { Problem } from "../api/types";
import { PageKeeper } from "../studio/lock";

export const BASE = "";
export const admitted = signal(true);
export { PageKeeper as ServerKeeper };

export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    readonly fromServer: boolean,
  ) {
    super(problem.title);
  }
}

export function ask(): Promise<never> {
  return Promise.reject(new Refusal({ type: "about:blank", status: 0, title: t().problem.network }, false));
}

export function address(path: string): string {
  return path;
}

export function closeOnTheWayOut(): void {
  // Nobody to tell.
}
