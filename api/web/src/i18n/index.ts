/** The language of the page: one signal, one dictionary. Nothing is remembered from one visit to the next. */
import { batch, computed, signal } from "@preact/signals";

import type { Lang } from "../api/types";
import { bm } from "./bm";
import { fr } from "./fr";
import { completed, holdsWords } from "./pack";
import { frenchSpaces, mapTexts, pseudo } from "./typography";

type Widened<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

/** Every text of the page, with the types of the French ones: tsc refuses a missing or a spare key. */
export type Messages = Widened<typeof fr>;

/** What the page can be read in. What the core says comes in `Lang`: for a pack, in French. */
export type Tongue = Lang | "bm";

const french: Messages = mapTexts(fr, frenchSpaces);
/** English is asked for when it is wanted: most visits load one language only. */
const dictionaries: Partial<Record<Tongue, Messages>> = { fr: french, bm: completed(french, bm) };

/** The languages offered: those that are complete, and packs that hold words. */
export const tongues: readonly Tongue[] = holdsWords(bm) ? ["fr", "en", "bm"] : ["fr", "en"];

/** `?lang=pseudo` wraps every text of the dictionary; the page never offers it. */
const isPseudo = new URLSearchParams(globalThis.location?.search ?? "").get("lang") === "pseudo";

export const lang = signal<Lang>("fr");
export const tongue = signal<Tongue>("fr");

export const messages = computed<Messages>(() => {
  const own = dictionaries[tongue.value] ?? french;
  return isPseudo ? mapTexts(own, pseudo) : own;
});

/** The dictionary in force; reading it inside a component subscribes the component. */
export function t(): Messages {
  return messages.value;
}

let wanted: Tongue = "fr";

/** Change the language; <html lang> follows, so that a screen reader changes its voice. Fails when its words cannot be had. */
export async function speak(next: Tongue): Promise<void> {
  wanted = next;
  if (next === "en") dictionaries.en ??= (await import("./en")).en;
  if (wanted !== next) return;
  batch(() => {
    tongue.value = next;
    lang.value = next === "en" ? "en" : "fr";
  });
  document.documentElement.lang = next;
}

/** A text of the server as shown here: in French, its signs never start a line. */
export function said(text: string): string {
  return lang.value === "fr" ? frenchSpaces(text) : text;
}
