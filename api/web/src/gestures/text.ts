/**
 * Free text as it is kept: the twin of sociogram/texts.py. NFC, nothing invisible that misleads, bounded to what a
 * sheet can show. Limits count characters as people do (grapheme clusters).
 */
export const LABEL_LIMIT = 120;
export const TITLE_LIMIT = 200;
export const NOTE_LIMIT = 2000;
const MAX_MARKS = 3;

export type TextFault = "text_too_long" | "text_blank" | "text_marks" | "text_bidi" | "text_control";

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const STRIPPED = /[\u200b\u2060-\u2064\ufeff\u00ad\u180e]/gu;
const JOINER = /[\u200c\u200d]/u;
const MARK = /[\p{Mn}\p{Me}]/u;
// Scripts whose letters change shape when joined, and emoji: there a joiner is spelling, elsewhere it only hides.
const JOINS =
  /[\p{So}\p{Sk}\p{Mn}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}]/u;
const CONTROL = /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}\u{e0000}-\u{e0fff}]/u;

/** `raw` in NFC without zero-width characters; what the server would keep of it. */
export function stripped(raw: string): string {
  const text = raw.normalize("NFC").replace(STRIPPED, "");
  if (!JOINER.test(text)) return text;
  const letters = [...text];
  const spells = (at: number): boolean => at >= 0 && at < letters.length && JOINS.test(letters[at] ?? "");
  return letters.filter((letter, at) => !JOINER.test(letter) || (spells(at - 1) && spells(at + 1))).join("");
}

/** Texts as the server would keep them. */
export function strippedTexts(texts: Readonly<Record<string, { fr?: string; en?: string }>>): Record<string, { fr?: string; en?: string }> {
  return Object.fromEntries(
    Object.entries(texts).map(([id, halves]) => [
      id,
      Object.fromEntries(Object.entries(halves).map(([lang, half]) => [lang, stripped(half ?? "")])),
    ]),
  );
}

/** Why `raw` cannot be kept, or null. */
export function textFault(raw: string, limit = LABEL_LIMIT, multiline = false): TextFault | null {
  if ([...raw].length > 16 * limit) return "text_too_long";
  const text = stripped(raw);
  if (raw && !seen(text)) return "text_blank";
  const letters = [...text];
  for (const letter of letters) {
    if (BIDI.test(letter)) return "text_bidi";
    if (multiline && (letter === "\n" || letter === "\t")) continue;
    if (CONTROL.test(letter)) return "text_control";
  }
  const [length, marks] = measured(letters);
  if (length > limit) return "text_too_long";
  return marks > MAX_MARKS ? "text_marks" : null;
}

/** Whether anything is left once spaces are taken away at both ends (as Python's str.strip sees spaces). */
function seen(text: string): boolean {
  return /[^\s\u0085\u001c-\u001f]/u.test(text.replaceAll("\ufeff", ""));
}

function measured(letters: readonly string[]): [number, number] {
  let [length, most, marks, joined] = [0, 0, 0, false];
  for (const letter of letters) {
    if (letter > "\u02ff" && MARK.test(letter)) {
      most = Math.max(most, ++marks);
      if (length === 0) length = 1;
    } else if (JOINER.test(letter)) joined = letter === "\u200d";
    else {
      if (!joined) length++;
      [joined, marks] = [false, 0];
    }
  }
  return [length, most];
}
