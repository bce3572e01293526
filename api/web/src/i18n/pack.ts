/** A language that is not complete yet: some of the texts, French for all others. */
import type { Messages } from "./index";
import type { Tree } from "./typography";

type Some<T> = T extends (...values: never[]) => string ? T : T extends string ? string : { readonly [K in keyof T]?: Some<T[K]> };

/** Some of the texts of the page, under their own keys. */
export type Pack = Some<Messages>;

/** The texts of `whole`, each replaced by that of the pack where it has one that is not empty. */
export function completed<T extends Tree>(whole: T, pack: object): T {
  const given = pack as Record<string, unknown>;
  const entries = Object.entries(whole).map(([key, text]) => {
    const own = Object.hasOwn(given, key) ? given[key] : undefined;
    if (typeof text === "object") return [key, completed(text, (own as object | undefined) ?? {})];
    const fits = typeof own === typeof text && own !== "";
    return [key, fits ? own : text];
  });
  return Object.fromEntries(entries) as T;
}

/** Whether a pack says anything at all. */
export function holdsWords(pack: object): boolean {
  return Object.values(pack).some((one) => (typeof one === "object" && one !== null ? holdsWords(one) : one !== "" && one !== undefined));
}
