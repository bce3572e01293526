/**
 * Take something back for ever: the one act that rewrites history. The twin of sociogram/situation/withdrawal.py; no
 * placeholder and no gap is left.
 */
import type { AnyGesture } from "../model/gestures";
import { REFERENCE_FIELDS, TEXT_FIELDS } from "./fields";
import type { Texts } from "./fold";

const ABOUT_TEXTS: ReadonlySet<string> = new Set(["title", "notice", "place"]);
const REFERENCES: ReadonlySet<string> = new Set(Object.values(REFERENCE_FIELDS).flat());
const TEXTS: ReadonlySet<string> = new Set(Object.values(TEXT_FIELDS).flat());
const ENDS = ["activator", "activated", "a", "b", "person", "household"] as const;
const JOINING: ReadonlySet<string> = new Set(["draw", "redirect", "link", "move_in"]);

type Loose = Readonly<Record<string, unknown>>;

/** A log and its texts without what was taken back; `forgotten` are the ids of the gestures that left. */
export interface Withdrawn {
  log: AnyGesture[];
  texts: Texts;
  forgotten: ReadonlySet<string>;
}

/** The log as if the element had never been. The id of a text takes back these words alone. */
export function withdrawn(log: readonly AnyGesture[], texts: Texts, element: string): Withdrawn {
  if (Object.hasOwn(texts, element) && log.every((one) => argsOf(one)["id"] !== element)) return withoutText(log, texts, element);
  const gone = new Set([element, ...joinedTo(element, log)]);
  const forgotten = new Set<string>();
  const kept: AnyGesture[] = [];
  for (const gesture of log) {
    const rest = without(gesture, gone, forgotten);
    if (rest) kept.push(rest);
    else forgotten.add(gesture.id);
  }
  const lost = new Set(log.filter((one) => forgotten.has(one.id)).flatMap(namedTexts));
  return { log: kept, texts: left(texts, (id) => !lost.has(id)), forgotten };
}

/** What is left of a gesture when these elements and gestures are gone, or null when nothing is. */
export function without(gesture: AnyGesture, gone: ReadonlySet<string>, removed: ReadonlySet<string>): AnyGesture | null {
  if (gesture.kind === "undo") return removed.has(gesture.args.undoes) ? null : gesture;
  if (gesture.kind === "place") {
    const at = pick(gesture.args.at as unknown as Loose, (id) => !gone.has(id));
    return Object.keys(at).length > 0 ? withArgs(gesture, { at }) : null;
  }
  const args = argsOf(gesture);
  if (gone.has(args["id"] as string)) return null;
  if (gesture.kind !== "change") return withArgs(gesture, unnamed(args, gone));
  const set = unnamed(args["set"] as Loose, gone);
  return Object.keys(set).length > 0 ? withArgs(gesture, { ...args, set }) : null;
}

/** Each text a gesture names, with its field. */
export function textFields(gesture: AnyGesture): [field: string, text: string][] {
  const fields = (argsOf(gesture)["set"] ?? gesture.args) as Loose;
  const names = gesture.kind === "describe" ? ABOUT_TEXTS : TEXTS;
  return Object.entries(fields).filter(([field, value]) => names.has(field) && typeof value === "string") as [string, string][];
}

export function namedTexts(gesture: AnyGesture): string[] {
  return textFields(gesture).map(([, id]) => id);
}

export function argsOf(gesture: AnyGesture): Loose {
  return gesture.args as unknown as Loose;
}

function withoutText(log: readonly AnyGesture[], texts: Texts, text: string): Withdrawn {
  const forgotten = new Set<string>();
  const kept: AnyGesture[] = [];
  for (const gesture of log) {
    const fields = new Set(textFields(gesture).flatMap(([field, id]) => (id === text ? [field] : [])));
    const rest = fields.size > 0 ? withoutFields(gesture, fields) : gesture;
    if (rest === null || (gesture.kind === "undo" && forgotten.has(gesture.args.undoes))) forgotten.add(gesture.id);
    else kept.push(rest);
  }
  return { log: kept, texts: left(texts, (id) => id !== text), forgotten };
}

/** The gesture without these fields, or null when it said nothing else. */
function withoutFields(gesture: AnyGesture, fields: ReadonlySet<string>): AnyGesture | null {
  const args = argsOf(gesture);
  const held = pick((args["set"] ?? args) as Loose, (field) => !fields.has(field));
  if (Object.keys(held).length === 0) return null;
  return { ...gesture, args: gesture.kind === "change" ? { ...args, set: held } : held } as unknown as AnyGesture;
}

function joinedTo(element: string, log: readonly AnyGesture[]): string[] {
  return log
    .filter((one) => JOINING.has(one.kind) && ENDS.some((end) => argsOf(one)[end] === element))
    .map((one) => String(argsOf(one)["id"]));
}

/** Drop the fields that name something gone, such as who said it or where one works. */
function unnamed(fields: Loose, gone: ReadonlySet<string>): Loose {
  return pick(fields, (field, value) => !REFERENCES.has(field) || !gone.has(value as string));
}

function withArgs(gesture: AnyGesture, args: Loose): AnyGesture {
  return { ...gesture, args } as unknown as AnyGesture;
}

function left(texts: Texts, stays: (id: string) => boolean): Texts {
  return pick(texts, stays) as Texts;
}

function pick(fields: Loose, stays: (field: string, value: unknown) => boolean): Loose {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => stays(field, value)));
}
