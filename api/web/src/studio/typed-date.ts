/** A date as people write it, made into one the sheet keeps: "2024", "2024-06" or "2024-06-15". */
import { isDate } from "../sharing/date-text";

const BACKWARDS = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const FORWARDS = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/;

/** The day, month or year that was written; null for what is none, a 31st of February too. Days come before months. */
export function typedDate(text: string): string | null {
  const words = text.replace(/\s+/g, "");
  const backwards = BACKWARDS.exec(words);
  const forwards = FORWARDS.exec(words);
  const [year, month, day] = backwards ? backwards.slice(1) : forwards ? [forwards[3], forwards[2], forwards[1]] : [];
  if (year === undefined) return null;
  const date = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
  return isDate(date) ? date : null;
}
