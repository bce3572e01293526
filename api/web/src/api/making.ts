/** Making a situation: wished again because the answer was lost, it is still one. */
import { uuid } from "../model/uuid";
import { ask } from "./client";
import type { Created } from "./types";

/** The last wish that was not granted, as far as is known here. */
let open: { wish: string; call: string } | null = null;

/** `wish` tells this making from another one: the same words after a failure are the same making. */
export async function make(wish: string, path: string, sent: { body: unknown } | { raw: Blob }): Promise<Created> {
  if (open?.wish !== wish) open = { wish, call: uuid() };
  const made = await ask<Created>(path, { method: "POST", call: open.call, ...sent });
  open = null;
  return made;
}
