/** The picture in one line for who cannot see it: how many people, places and arrows. */
import type { Lang } from "../api/types";
import type { Staging } from "./staging";

const WORDS: Record<Lang, readonly (readonly [one: string, many: string])[]> = {
  fr: [
    ["figure", "figures"],
    ["lieu", "lieux"],
    ["flèche", "flèches"],
  ],
  en: [
    ["figure", "figures"],
    ["place", "places"],
    ["arrow", "arrows"],
  ],
};

export function described({ figures, containers, arrows }: Staging, lang: Lang): string {
  const said = [figures, containers, arrows].map(({ length }, index) => {
    const [one, many] = WORDS[lang][index]!;
    // French counts nought as one.
    return `${length} ${(lang === "fr" ? length > 1 : length !== 1) ? many : one}`;
  });
  return `${said.join(", ")}.`;
}
