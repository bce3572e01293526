/** The launch token stands in the fragment of the printed address; it becomes a cookie and leaves the address. */
import { admitted, ask, Refusal } from "./client";
import type { Health } from "./types";

/** Trade the key for the cookie; false when the server refuses it. */
export async function enter(key: string): Promise<boolean> {
  try {
    await ask<void>("/session", { method: "POST", body: { token: key.trim() } });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  admitted.value = true;
  return true;
}

/** Called once, before the first question: uses the token of the address, if there is one, and wipes it. */
export async function enterFromAddress(): Promise<void> {
  const token = new URLSearchParams(location.hash.replace(/^#\/?/, "")).get("token");
  if (!token) return;
  history.replaceState(null, "", `${location.pathname}${location.search}#/situations`);
  await enter(token);
}

/** Whether this browser was let in by another of its windows meanwhile; then this page goes on. */
export async function enteredElsewhere(): Promise<void> {
  try {
    const { store } = await ask<Health>("/health");
    if (store !== undefined) admitted.value = true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
