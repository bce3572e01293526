/** Partial dates ("2020", "2020-10", "2020-10-31") as a sheet says them; their order is in `gestures/dates.ts`. */
import type { Lang } from "../api/types";

const MONTHS: Record<Lang, readonly string[]> = {
  fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
  en: [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ],
};

/** "2020-01 → 2022-09", "→ 2022-09", "2020-01 →", or nothing. */
export function span(since: string | null, until: string | null): string {
  if (since === null && until === null) return "";
  return [since, "→", until].filter((part) => part !== null).join(" ");
}

/** "1er mars 2021", "mars 2021", "2021". */
function dateWords(date: string, lang: Lang): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return String(Number(year));
  const words = `${MONTHS[lang][Number(month) - 1]} ${Number(year)}`;
  if (day === undefined) return words;
  return `${lang === "fr" && Number(day) === 1 ? "1er" : Number(day)} ${words}`;
}

/** The line that dates a sheet: "Feuille du 15 mars 2021", or undated (layouts/frame/words.py). */
export function datedSheet(date: string | null, lang: Lang): string {
  if (date === null) return lang === "fr" ? "Feuille sans date" : "Undated sheet";
  const words = dateWords(date, lang);
  if (lang === "en") return `Sheet of ${words}`;
  if (date.split("-").length === 3) return `Feuille du ${words}`;
  return /^[ao]/.test(words) ? `Feuille d’${words}` : `Feuille de ${words}`;
}
