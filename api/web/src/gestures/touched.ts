/** Which elements a gesture writes: the twin of `touched` in sociogram/situation/gestures.py. */
import type { AnyGesture } from "../model/gestures";
import { argsOf } from "./withdrawal";

const ENDS = ["activator", "activated", "a", "b", "person", "household"] as const;
const JOINING: ReadonlySet<string> = new Set(["draw", "redirect", "link", "move_in"]);
/** What `describe` writes. */
const ABOUT = "@about";

/** An undo writes what its target writes; a change of side, a removal and a withdrawal also write what was drawn there. */
export function touched(gesture: AnyGesture, log: readonly AnyGesture[]): string[] {
  let target: AnyGesture | undefined = gesture;
  const seen = new Set<string>();
  while (target?.kind === "undo" && !seen.has(target.id)) {
    seen.add(target.id);
    const wanted: string = target.args.undoes;
    target = log.find((one) => one.id === wanted);
  }
  if (target === undefined || target.kind === "undo") return [];
  if (target.kind === "describe") return [ABOUT];
  if (target.kind === "place") return Object.keys(target.args.at);
  const element = target.args.id;
  const whole = target.kind === "change_side" || target.kind === "remove" || target.kind === "withdraw";
  return whole ? [element, ...attached(element, log)] : [element];
}

function attached(element: string, log: readonly AnyGesture[]): string[] {
  return log
    .filter((one) => JOINING.has(one.kind) && ENDS.some((end) => argsOf(one)[end] === element))
    .map((one) => String(argsOf(one)["id"]));
}
