/**
 * A sheet as a file: the same lossless copy as the server's (sociogram/situation/own.py), which `sociogram import` reads
 * back. What is opened is a stranger's until all of it has been judged; nothing is ever half opened.
 */
import { $defs } from "../../../../sociogram/situation/gestures.schema.json";
import { canonicalJson } from "../gestures/digest";
import { fold, type Texts } from "../gestures/fold";
import { refuse } from "../gestures/refusal";
import { NOTE_LIMIT, stripped, textFault } from "../gestures/text";
import type { AnyGesture } from "../model/gestures";
import { isDate } from "./date-text";
import { judge, type Schema } from "./schema";
import { sha256 } from "./sha256";

const FORMAT = 1;
/** As MAX_OWN_BYTES and MAX_DEPTH in Python. */
const MOST_BYTES = 20_000_000;
const DEEPEST = 64;
const KEYS = ["digest", "gestures", "id", "sociogram", "texts"].join();
const ID = /^[\p{L}\p{M}\p{N}_.:-]{1,80}$/u;

export interface OwnSheet {
  id: string;
  gestures: AnyGesture[];
  texts: Texts;
}

/** Why a file is not opened; each has its sentence in `studio.sharing.file.refused`. */
export type FileRefusal = "too_large" | "not_text" | "not_a_sheet" | "plain" | "newer" | "damaged" | "breaks_rules";

/** The bytes of a sheet's own copy: canonical JSON in UTF-8. */
export function ownBytes({ id, gestures, texts }: { id: string; gestures: readonly AnyGesture[]; texts: Texts }): Uint8Array<ArrayBuffer> {
  const kept = cleaned(texts);
  const digest = digestOf(id, gestures, kept);
  const copy = { sociogram: FORMAT, id, gestures, texts: kept, digest };
  return new TextEncoder().encode(canonicalJson(copy)) as Uint8Array<ArrayBuffer>;
}

/** The sheet of a file, whole and judged, or why it is refused. */
export function readOwn(bytes: Uint8Array): OwnSheet | FileRefusal {
  if (bytes.length > MOST_BYTES) return "too_large";
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "not_text";
  }
  if (depth(text) > DEEPEST) return "not_a_sheet";
  try {
    return sheetOf(JSON.parse(text));
  } catch {
    return "not_a_sheet";
  }
}

function sheetOf(raw: unknown): OwnSheet | FileRefusal {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return "not_a_sheet";
  const file = raw as Record<string, unknown>;
  if (!("sociogram" in file)) return "persons" in file || "situation" in file ? "plain" : "not_a_sheet";
  if (file["sociogram"] !== FORMAT) return typeof file["sociogram"] === "number" ? "newer" : "not_a_sheet";
  if (Object.keys(file).sort().join() !== KEYS) return "damaged";
  const { id, gestures, texts, digest } = file;
  if (typeof id !== "string" || !ID.test(id) || !areGestures(gestures) || !areTexts(texts)) return "damaged";
  const kept = cleaned(texts);
  if (digestOf(id, gestures, kept) !== digest) return "damaged";
  // Which organisations there are is the directory's affair; a copy names those it was drawn with.
  const named = new Set(gestures.flatMap(organisationsOf));
  const refusal = refuse(fold(id, [], {}), [], { gestures, texts: kept }, { has: (one) => named.has(one) });
  return refusal === null ? { id, gestures, texts: kept } : "breaks_rules";
}

function digestOf(id: string, gestures: readonly AnyGesture[], texts: Texts): string {
  return sha256(new TextEncoder().encode(canonicalJson(fold(id, gestures, texts))));
}

/** Texts as the server keeps them; a half without words is left out. */
function cleaned(texts: Texts): Texts {
  const halves = (text: Texts[string]): [string, string][] =>
    (["fr", "en"] as const).map((lang): [string, string] => [lang, stripped(text[lang] ?? "")]).filter(([, half]) => half !== "");
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, Object.fromEntries(halves(text))]));
}

// ---------------------------------------------------------------- judging

const whole = { $defs: $defs as unknown as Record<string, Schema> };
const kinds = new Map(
  Object.entries(whole.$defs)
    .map(([name, one]): [unknown, string] => [one.properties?.["kind"]?.const, name])
    .filter(([kind]) => kind !== undefined),
);
const judges = new Map([...kinds].map(([kind, name]) => [kind, judge({ $defs: whole.$defs, $ref: `#/$defs/${name}` })]));
const DATES = ["birth", "death", "since", "until", "when"];

function areGestures(raw: unknown): raw is AnyGesture[] {
  return Array.isArray(raw) && raw.every(isGesture);
}

function isGesture(raw: unknown): boolean {
  if (typeof raw !== "object" || raw === null) return false;
  const { kind, args, at } = raw as { kind?: unknown; args?: Record<string, unknown>; at?: unknown };
  if (judges.get(kind)?.(raw) !== true || args === undefined) return false;
  if (kind === "withdraw" || Number.isNaN(Date.parse(String(at)))) return false;
  const fields = [args, (args["set"] ?? {}) as Record<string, unknown>];
  return fields.every((one) => DATES.every((name) => typeof one[name] !== "string" || isDate(one[name])) && isComposed(one));
}

/** Ids and codes are compared letter by letter: only their composed form (NFC) is taken. */
function isComposed(fields: Record<string, unknown>): boolean {
  const texts = Object.values(fields).flatMap((one) =>
    typeof one === "string" ? [one] : Array.isArray(one) ? one : typeof one === "object" && one !== null ? Object.keys(one) : [],
  );
  return texts.every((one) => typeof one !== "string" || (one === one.normalize("NFC") && one !== "__proto__"));
}

function areTexts(raw: unknown): raw is Texts {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return false;
  return Object.entries(raw).every(([id, text]) => ID.test(id) && id !== "__proto__" && isText(text));
}

function isText(raw: unknown): boolean {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return false;
  const halves = Object.entries(raw);
  const sound = halves.every(
    ([lang, half]) => (lang === "fr" || lang === "en") && typeof half === "string" && textFault(half, NOTE_LIMIT, true) === null,
  );
  return sound && halves.some(([, half]) => half !== "");
}

function organisationsOf(gesture: AnyGesture): string[] {
  const args = gesture.args as Record<string, unknown>;
  const ends = ["activator", "activated"].map((end) => args[end]).filter((end) => typeof end === "string");
  return gesture.kind === "place" ? Object.keys(gesture.args.at) : ends;
}

/** How deep brackets stand in each other, outside strings. */
function depth(text: string): number {
  let [now, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === "\\") at++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === "{" || letter === "[") most = Math.max(most, ++now);
    else if (letter === "}" || letter === "]") now--;
  }
  return most;
}
