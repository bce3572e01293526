/** Making a situation: wished again because the answer was lost, it is still one. */
import { uuid } from "../model/uuid";

/** What one open dialog wishes to make. Closed and opened again, it wishes for something new. */
export class Wishes {
  private last = { words: "", call: "" };

  /** What names this making for the server: the same as long as the wish is told in the same words. */
  callFor(words: string): string {
    if (this.last.words !== words) this.last = { words, call: uuid() };
    return this.last.call;
  }
}
