/**
 * Whose touch counts. The finger that began a gesture drives it; a pen beats every finger, so that the palm beside it
 * draws nothing.
 */
import type { PointerType } from "./intents";

/** One event of one pointer: x, y in sheet mm; px, py in window pixels; t in ms. */
export interface Touch {
  kind: "down" | "move" | "up" | "cancel";
  id: number;
  type: PointerType;
  x: number;
  y: number;
  px: number;
  py: number;
  t: number;
}

/** So long after a pen was last seen, a finger is taken for the palm that rests beside it. Milliseconds. */
export const PALM = 500;

export class Fingers {
  private penAt = Number.NEGATIVE_INFINITY;
  private readonly pens = new Set<number>();
  private readonly palms = new Set<number>();

  /** False for a touch that must not be listened to. */
  heeds(touch: Touch): boolean {
    if (touch.type === "pen") return this.pen(touch);
    if (touch.type !== "touch") return true;
    if (touch.kind === "down") {
      const palm = this.pens.size > 0 || touch.t - this.penAt < PALM;
      if (palm) this.palms.add(touch.id);
      else this.palms.delete(touch.id);
      return !palm;
    }
    const palm = this.palms.has(touch.id);
    if (touch.kind !== "move") this.palms.delete(touch.id);
    return !palm;
  }

  private pen(touch: Touch): boolean {
    this.penAt = touch.t;
    if (touch.kind === "down") this.pens.add(touch.id);
    else if (touch.kind !== "move") this.pens.delete(touch.id);
    return true;
  }
}
