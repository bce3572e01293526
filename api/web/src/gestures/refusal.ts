/**
 * Whether a sheet can take new gestures: strict, before anything is shown or sent. The twin of
 * sociogram/situation/{acceptance,refusals}.py; both give the same code for the vectors of tests/vectors/refusals.
 */
import type { AnyGesture } from "../model/gestures";
import type { Part, SituationDocument } from "../model/situation";
import type { Change } from "./acts";
import { canonicalJson } from "./digest";
import { FIGURES, STANDING, type Draft } from "./draft";
import { DEFAULTS } from "./fields";
import { finished } from "./finish";
import { ADDS, apply, draftOf, type Texts } from "./fold";
import { misplacedMark } from "./referral-mark";
import { breachKey, brokenRules, type Known, type RuleCode } from "./rules";
import { LABEL_LIMIT, NOTE_LIMIT, stripped, textFault, TITLE_LIMIT, type TextFault } from "./text";
import { argsOf, textFields, withdrawn } from "./withdrawal";

/** Why a change cannot be taken; each has its sentence in the dictionaries (`studio.syncing.refused`). */
export type RefusalCode =
  | RuleCode
  | "E07"
  | TextFault
  | "text_taken"
  | "text_missing"
  | "text_shared"
  | "text_not_clean"
  | "text_unnamed"
  | "gesture_id_taken"
  | "duplicate_id"
  | "undo_of_another"
  | "unknown_element"
  | "field_of_another_kind"
  | "referral_arrow"
  /** The desk itself: the sheet is no longer there. */
  | "sheet_gone";

const LIMITS: Readonly<Record<string, number>> = { title: TITLE_LIMIT, notice: NOTE_LIMIT, source: NOTE_LIMIT };

/** Gestures after which no rule can be broken that was not broken before. */
const HARMLESS: ReadonlySet<string> = new Set(["place", "agree", "describe"]);

/**
 * The code of the first reason why a situation cannot take the change; null when it can. `document` and `draft` are the fold
 * of `log` with `texts`; who has them at hand saves folding again.
 */
export function refuse(
  document: SituationDocument,
  log: readonly AnyGesture[],
  change: Change,
  known: Known,
  texts: Texts = {},
  draft: Draft = draftOf(log),
): RefusalCode | null {
  const late = unreadable(change.texts) ?? textRefusal(log, texts, change);
  if (late) return late;
  const outcome = taken(draft.copy(), log, { ...texts, ...change.texts }, change.gestures, known);
  if (typeof outcome === "string") return outcome;
  if (change.gestures.every(({ kind }) => HARMLESS.has(kind))) return null;
  const before = new Set(brokenRules(document, known).map(breachKey));
  const after = brokenRules(finished(document.id, outcome.draft, outcome.texts), known);
  return after.find((one) => !before.has(breachKey(one)))?.code ?? null;
}

/** The texts as they come in: what no text may hold, whatever names it. */
function unreadable(texts: Texts): RefusalCode | null {
  for (const text of Object.values(texts))
    for (const half of [text.fr, text.en]) {
      const fault = half === undefined ? null : textFault(half, NOTE_LIMIT, true);
      if (fault) return fault;
    }
  return null;
}

/** Each text is named by one element, none is rewritten, all are within their limit. */
function textRefusal(log: readonly AnyGesture[], texts: Texts, change: Change): RefusalCode | null {
  if (Object.keys(change.texts).length === 0 && change.gestures.every((one) => textFields(one).length === 0)) return null;
  for (const [id, text] of Object.entries(change.texts))
    if (Object.hasOwn(texts, id) && !sameText(texts[id], text)) return "text_taken";
  const owners = new Map(log.flatMap((one) => textFields(one).map(([, id]): [string, string] => [id, owner(one)])));
  const named = new Set<string>();
  for (const gesture of change.gestures)
    for (const [field, id] of textFields(gesture)) {
      const text = Object.hasOwn(change.texts, id) ? change.texts[id] : Object.hasOwn(texts, id) ? texts[id] : undefined;
      if (text === undefined) return "text_missing";
      if ((owners.get(id) ?? owner(gesture)) !== owner(gesture)) return "text_shared";
      owners.set(id, owner(gesture));
      const limit = LIMITS[field] ?? LABEL_LIMIT;
      for (const half of [text.fr ?? "", text.en ?? ""]) {
        const fault = textFault(stripped(half), limit, limit === NOTE_LIMIT);
        if (fault) return fault;
      }
      named.add(id);
    }
  return Object.keys(change.texts).every((id) => named.has(id)) ? null : "text_unnamed";
}

function sameText(one: Texts[string] | undefined, other: Texts[string]): boolean {
  const halves = (text: Texts[string] | undefined): string => JSON.stringify([stripped(text?.fr ?? ""), stripped(text?.en ?? "")]);
  return halves(one) === halves(other);
}

/** What a text belongs to, so that taking one thing back never takes the words of another. */
function owner(gesture: AnyGesture): string {
  return gesture.kind === "describe" ? "@about" : String(argsOf(gesture)["id"] ?? "");
}

/** The draft after these gestures, or why one of them cannot be taken. */
function taken(
  start: Draft,
  log: readonly AnyGesture[],
  texts: Texts,
  gestures: readonly AnyGesture[],
  known: Known,
): { draft: Draft; texts: Texts } | RefusalCode {
  let [draft, current, held] = [start, [...log], texts];
  const byId = new Map(current.map((one) => [one.id, one]));
  for (const gesture of gestures) {
    const there = byId.get(gesture.id);
    if (there) {
      if (canonicalJson(there) !== canonicalJson(gesture)) return "gesture_id_taken";
      continue;
    }
    const refusal = refuseGesture(gesture, draft, current, known);
    if (refusal) return refusal;
    if (gesture.kind === "withdraw") {
      const rest = withdrawn(current, held, gesture.args.id);
      [current, held] = [rest.log, rest.texts];
    } else {
      current.push(gesture);
      byId.set(gesture.id, gesture);
    }
    if (gesture.kind === "undo" || gesture.kind === "withdraw") draft = draftOf(current);
    else apply(draft, gesture);
  }
  return { draft, texts: held };
}

/** Why `draft`, the fold of `log`, cannot take this gesture. */
function refuseGesture(gesture: AnyGesture, draft: Draft, log: readonly AnyGesture[], known: Known): RefusalCode | null {
  const taken = ADDS.has(gesture.kind) ? takenId(gesture, draft) : null;
  return taken ?? refusalOf(gesture, draft, log, known) ?? (misplacedMark(gesture, draft, known) ? "referral_arrow" : null);
}

function takenId(gesture: AnyGesture, draft: Draft): RefusalCode | null {
  const id = String(argsOf(gesture)["id"]);
  if (!draft.declared.has(id)) return null;
  const sides = new Set<Part | undefined>([draft.partOf.get(id), ADDS.get(gesture.kind)]);
  return sides.has("persons") && sides.has("professionals") ? "E06" : "duplicate_id";
}

function refusalOf(gesture: AnyGesture, draft: Draft, log: readonly AnyGesture[], known: Known): RefusalCode | null {
  const part = (id: string): Part | undefined => draft.partOf.get(id);
  const present = (holds: boolean): RefusalCode | null => (holds ? null : "unknown_element");
  switch (gesture.kind) {
    case "undo": {
      const target = log.find((one) => one.id === gesture.args.undoes);
      return target && target.by !== gesture.by ? "undo_of_another" : present(target !== undefined);
    }
    case "change":
      return refuseChange(gesture.args, draft);
    case "change_side":
      if (!FIGURES.has(part(gesture.args.id))) return "unknown_element";
      return draft.arrowsAt(gesture.args.id).length > 0 && !gesture.args.approved ? "E07" : null;
    case "move_in":
      return present(part(gesture.args.person) === "persons" && part(gesture.args.household) === "households");
    case "move_out":
      return present(part(gesture.args.id) === "memberships");
    case "draw":
      return missingEnd([gesture.args.activator, gesture.args.activated], draft, known) ?? saidBy(gesture.args, draft);
    case "redirect": {
      if (part(gesture.args.id) !== "activations") return "unknown_element";
      const { activator, activated } = gesture.args;
      return missingEnd([activator, activated].filter((end) => end !== undefined), draft, known);
    }
    case "link":
      return refuseLink([gesture.args.a, gesture.args.b], draft, known);
    case "agree":
    case "remove":
      return present(draft.partOf.has(gesture.args.id));
    case "place":
      return present(Object.keys(gesture.args.at).every((id) => STANDING.has(part(id)) || known.has(id)));
    default:
      return null;
  }
}

function refuseChange({ id, set }: { id: string; set: object }, draft: Draft): RefusalCode | null {
  const part = draft.partOf.get(id);
  if (part === undefined) return "unknown_element";
  for (const [field, value] of Object.entries(set) as [string, unknown][]) {
    const has = Object.hasOwn(DEFAULTS[part], field) && field !== "agreed";
    const list = field === "status" && value !== null && Array.isArray(value) !== (part === "persons");
    if (!has || list) return "field_of_another_kind";
  }
  return saidBy(set, draft);
}

function saidBy(fields: { said_by?: string | null }, draft: Draft): RefusalCode | null {
  const named = fields.said_by ?? null;
  return named !== null && !STANDING.has(draft.partOf.get(named)) ? "unknown_element" : null;
}

function missingEnd(ends: readonly string[], draft: Draft, known: Known): RefusalCode | null {
  return ends.every((end) => STANDING.has(draft.partOf.get(end)) || known.has(end)) ? null : "E02";
}

function refuseLink(ends: readonly string[], draft: Draft, known: Known): RefusalCode | null {
  for (const end of ends) {
    const part = draft.partOf.get(end);
    if (!FIGURES.has(part)) return STANDING.has(part) || known.has(end) ? "E05" : "E02";
  }
  return null;
}
