/** Nothing behind the desk: one page, one file. Every change is taken at once. */
import type { Change } from "../gestures/acts";
import type { Ack, Channel } from "./channel";

export class SoloChannel implements Channel {
  send(change: Change, base: number): Promise<Ack> {
    return Promise.resolve({ kind: "taken", version: base + change.gestures.length });
  }

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  listen(): () => void {
    return () => undefined;
  }

  close(): void {
    // Nothing is held.
  }
}
