/**
 * The time of a sheet: the steps in which it was drawn, the order of its story, the dates it names. Knows no framework.
 *
 * Frame k of the drawing is the document after gesture k. People see steps: what was placed as it was added, or moved into
 * a home as it was drawn, is one of them, and so is what was taken back at one go.
 */
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { earlier } from "../gestures/dates";

/** Gestures `from` (excluded) to `to` (included) of the log, counted from 1: the frame after it is `to`. */
export interface Step {
  from: number;
  to: number;
  gestures: readonly AnyGesture[];
  /** For a step of undos: whether it takes something back ("undo") or brings it back ("redo"). */
  back?: "undo" | "redo";
}

/** The steps of a log, in its order; together they hold every gesture once. */
export function stepsOf(log: readonly AnyGesture[]): Step[] {
  const starts: number[] = [];
  const stepOf = new Map<string, number>();
  const placed = new Set<string>();
  const backs = new Map<string, "undo" | "redo">();
  log.forEach((gesture, index) => {
    const open = log.slice(starts.at(-1) ?? index, index);
    if (!belongs(gesture, open, { stepOf, placed })) starts.push(index);
    stepOf.set(gesture.id, starts.length - 1);
    if (gesture.kind === "place") for (const id of Object.keys(gesture.args.at)) placed.add(id);
    if (gesture.kind === "undo") backs.set(gesture.id, backs.get(gesture.args.undoes) === "undo" ? "redo" : "undo");
  });
  return starts.map((from, rank) => {
    const to = starts[rank + 1] ?? log.length;
    const gestures = log.slice(from, to);
    const back = backs.get(leadOf(gestures)?.id ?? "");
    return { from, to, gestures, ...(back ? { back } : {}) };
  });
}

/** The gesture of a step that shows: what is said of the whole sheet does not. */
export function leadOf(step: readonly AnyGesture[]): AnyGesture | undefined {
  return step.find(({ kind }) => kind !== "describe") ?? step[0];
}

/** What is known before a gesture: the step of each earlier one, and what has stood somewhere. */
interface Before {
  stepOf: ReadonlyMap<string, number>;
  placed: ReadonlySet<string>;
}

/** Whether a gesture only settles what the open step made, moves on what it moved, or takes back the same step. */
function belongs(gesture: AnyGesture, open: readonly AnyGesture[], { stepOf, placed }: Before): boolean {
  const first = leadOf(open);
  if (first === undefined) return false;
  // What is said of the whole sheet shows nowhere on it: a step of its own would be a blank one.
  if (gesture.kind === "describe" || first.kind === "describe") return true;
  const made = new Set(open.flatMap(madeBy));
  switch (gesture.kind) {
    case "undo": {
      const former = first.kind === "undo" ? stepOf.get(first.args.undoes) : undefined;
      return former !== undefined && former === stepOf.get(gesture.args.undoes);
    }
    case "place": {
      const ids = Object.keys(gesture.args.at);
      if (first.kind === "place") return ids.sort().join() === Object.keys(first.args.at).sort().join();
      return ids.some((id) => made.has(id) && !placed.has(id));
    }
    case "move_in":
      if (leaves(open.at(-1), gesture)) return true;
      return made.has(gesture.args.person) || made.has(gesture.args.household);
    case "change":
      return made.has(gesture.args.id);
    default:
      return false;
  }
}

/** Whether somebody left a home in the same act as the one that lets them in elsewhere. */
function leaves(last: AnyGesture | undefined, enters: AnyGesture): boolean {
  return (last?.kind === "move_out" || last?.kind === "remove") && last.at === enters.at && last.by === enters.by;
}

/** The ids a gesture may put on the sheet: its element, and the organisations where somebody works or an arrow ends. */
function madeBy(gesture: AnyGesture): string[] {
  switch (gesture.kind) {
    case "add_person":
    case "add_household":
    case "add_institution":
    case "add_undecided":
      return [gesture.args.id];
    case "add_professional":
      return [gesture.args.id, gesture.args.organisation ?? gesture.args.id];
    case "draw":
      return [gesture.args.id, gesture.args.activator, gesture.args.activated];
    default:
      return [];
  }
}

/** Every date the situation names in arrows, homes and kinship, oldest first, each once. */
export function datesOf(document: SituationDocument): string[] {
  const named = [
    ...document.activations.map((arrow) => arrow.when),
    ...document.memberships.flatMap((stay) => [stay.since, stay.until]),
    ...document.kinships.flatMap((line) => [line.since, line.until]),
  ];
  const dates = [...new Set(named)].filter((date): date is string => date !== null);
  return dates.sort((a, b) => (earlier(a, b) ? -1 : 1));
}
