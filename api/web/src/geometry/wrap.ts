/** Width and wrapping of text from the font's own advances, as in layouts/text: screen and paper measure alike. */
import font from "../../../../layouts/fonts/advances.json";

const UNKNOWN_EM = 1.3;
const advances: Record<string, number> = font.advances;
const MARK = /\p{Mn}|\p{Me}|\p{Cf}/u;
const SPACES = /[ \t\n\r\u2003\u2002\u3000]+/;
/** A long word breaks after one of these where that leaves enough of it. */
const BREAK_AFTER = "-/’'–—_.@·";

/** Advances of the first letters of Unicode, by their number; below nought for what the font does not have. */
const plain = Float64Array.from({ length: 0x250 }, (_, code) => advances[String.fromCharCode(code)] ?? -1);

/** Width of one line at `size`, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (let k = 0; k < text.length; k++) {
    const known = plain[text.charCodeAt(k)] ?? -1;
    if (known < 0) return composedWidth(text, size);
    units += known;
  }
  return (units / font.units) * size;
}

/** The same for letters that stand far out in Unicode, or are not in the font. */
function composedWidth(text: string, size: number): number {
  let units = 0;
  for (const char of text.normalize("NFC")) {
    const known = advances[char];
    if (known !== undefined) units += known;
    else if (!MARK.test(char)) units += UNKNOWN_EM * font.units;
  }
  return (units / font.units) * size;
}

/**
 * Lines no wider than `room` where letters allow it, as even as may be; a word wider than the line breaks after a
 * hyphen or apostrophe, else between letters. Never an ellipsis; "" gives no line.
 */
export function wrap(text: string, size: number, room: number): string[] {
  const words = tied(text)
    .split(SPACES)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const lines = linesOf(words, size, room);
  const whole = words.every((word) => pieces(word, size, room).length === 1);
  // One line, a line for each word, or a word too long as it is: a narrower room gives nothing else.
  const settled = lines.length === 1 || !whole || lines.length === words.length;
  return settled ? lines : balanced(words, size, room, lines.length);
}

/** The text with no-break spaces where French typography wants no break. */
function tied(text: string): string {
  return text
    .normalize("NFC")
    .replace(/ (?=[:;?!»%/–—])/g, "\u00a0")
    .replace(/(?<=[«/]) /g, "\u00a0");
}

function linesOf(words: readonly string[], size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    for (const [piece, glued] of pieces(word, size, room)) {
      const longer = `${lines.at(-1) ?? ""}${glued ? "" : " "}${piece}`;
      if (lines.length > 0 && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
      else lines.push(piece);
    }
  }
  return lines;
}

/** As many lines, as even as may be: a last word alone on its line reads badly. */
function balanced(words: readonly string[], size: number, room: number, count: number): string[] {
  let [low, high] = [room * 0.4, room];
  for (let turn = 0; turn < 8; turn++) {
    const middle = (low + high) / 2;
    const whole = words.every((word) => pieces(word, size, middle).length === 1);
    if (linesOf(words, size, middle).length <= count && whole) high = middle;
    else low = middle;
  }
  return linesOf(words, size, high);
}

/** The word, or its parts when it is wider than a line: (part, glued to the part before). */
function pieces(word: string, size: number, room: number): [string, boolean][] {
  if (textWidth(word, size) <= room) return [[word, false]];
  const parts = [""];
  for (const cluster of clusters(word)) {
    const last = parts[parts.length - 1]!;
    if (last && textWidth(last + cluster, size) > room) {
      const tail = tailOf(last);
      parts[parts.length - 1] = last.slice(0, last.length - tail.length);
      parts.push(tail + cluster);
    } else parts[parts.length - 1] = last + cluster;
  }
  return parts.map((part, index) => [part, index > 0]);
}

/** What moves on to the next line: all after the last good place to break, if that leaves enough. */
function tailOf(part: string): string {
  const letters = [...part];
  const place = letters.findLastIndex((char) => BREAK_AFTER.includes(char)) + 1;
  return letters.length / 3 <= place && place < letters.length ? letters.slice(place).join("") : "";
}

function clusters(word: string): string[] {
  const found: string[] = [];
  for (const char of word) {
    if (found.length > 0 && MARK.test(char)) found[found.length - 1] += char;
    else found.push(char);
  }
  return found;
}
