/** Width and wrapping of text from the font's own advances, as in layouts/text: screen and paper measure alike. */
import font from "../../../../layouts/fonts/advances.json";

const UNKNOWN_EM = 1.3;
const advances: Record<string, number> = font.advances;

/** Width of one line at `size`, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const char of text.normalize("NFC")) {
    const known = advances[char];
    if (known !== undefined) units += known;
    else if (!/\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) units += UNKNOWN_EM * font.units;
  }
  return (units / font.units) * size;
}

/** Lines no wider than `room` where words allow it; a longer word is broken. Never an ellipsis; "" gives no line. */
export function wrap(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = broken(word, size, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line ? [...lines, line] : lines;
}

function broken(word: string, size: number, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const char of word) {
    if (piece && textWidth(piece + char, size) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += char;
  }
  return [...pieces, piece];
}
