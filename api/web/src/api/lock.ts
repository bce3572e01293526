/** The sign of this session, kept by the server: a page that is read anew finds itself closed (api/session_lock.py). */
import type { Keeper, Kind, Known, Lift } from "../studio/lock";
import { ask, BASE, Refusal } from "./client";

export class ServerKeeper implements Keeper {
  read(): Promise<Known> {
    return ask("/lock");
  }

  choose(sign: string | null, kind: Kind): Promise<void> {
    return sign === null ? ask("/lock", { method: "DELETE" }) : ask("/lock", { method: "PUT", body: { sign, kind } });
  }

  close(): Promise<void> {
    return ask("/lock/close", { method: "POST" });
  }

  async lift(sign: string): Promise<Lift> {
    try {
      await ask<void>("/lock/lift", { method: "POST", body: { sign } });
      return { lifted: true };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.status === 0) throw error;
      const wait = (error.problem as { wait?: number }).wait ?? 0;
      return { lifted: false, wait };
    }
  }
}

/** Close while the page is going away: the browser sends this even then. */
export function closeOnTheWayOut(): void {
  navigator.sendBeacon?.(`${BASE}/lock/close`);
}
