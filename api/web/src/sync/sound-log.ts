/** Whether a message is a log: what the network brings is a stranger's until it was looked at. */
import type { LogNews } from "./channel";

const KINDS: ReadonlySet<unknown> = new Set([
  "describe", "add_person", "add_household", "add_professional", "add_institution", "add_undecided", "change", "change_side",
  "move_in", "move_out", "draw", "redirect", "link", "agree", "remove", "place", "undo",
]);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The log, or null for anything else. A gesture of a kind this page does not know makes the whole log unreadable. */
export function soundLog(raw: unknown, after?: number): LogNews | null {
  if (!isTable(raw)) return null;
  const log = after === undefined ? raw : { ...raw, after };
  const { version, complete, gestures, texts, viewer } = log;
  const counted = [version, log["after"]].every((one) => Number.isSafeInteger(one) && (one as number) >= 0);
  if (!counted || typeof complete !== "boolean" || !Array.isArray(gestures) || !isTable(texts)) return null;
  if (viewer !== undefined && typeof viewer !== "string") return null;
  return gestures.every(isGesture) && Object.values(texts).every(isText) ? (log as unknown as LogNews) : null;
}

function isGesture(raw: unknown): boolean {
  if (!isTable(raw)) return false;
  const { id, kind, at, by, args } = raw;
  if (typeof id !== "string" || !UUID.test(id) || typeof at !== "string" || typeof by !== "string") return false;
  if (!KINDS.has(kind) || !isTable(args)) return false;
  if (kind === "change") return typeof args["id"] === "string" && isTable(args["set"]);
  if (kind === "place") return isTable(args["at"]) && Object.values(args["at"]).every(isPosition);
  if (kind === "undo") return typeof args["undoes"] === "string";
  return kind === "describe" || typeof args["id"] === "string";
}

function isPosition(raw: unknown): boolean {
  return Array.isArray(raw) && raw.length === 2 && raw.every((one) => Number.isSafeInteger(one));
}

function isText(raw: unknown): boolean {
  return isTable(raw) && [raw["fr"], raw["en"]].every((half) => half === undefined || typeof half === "string");
}

function isTable(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
