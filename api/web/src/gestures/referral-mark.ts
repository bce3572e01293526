/**
 * The mark that makes an arrow a referral: the twin of sociogram/situation/referral_mark.py. Such an arrow runs between two who
 * work, has a month at least, and is not merely wished.
 */
import type { AnyGesture } from "../model/gestures";
import type { Activation, Part } from "../model/situation";
import type { Draft } from "./draft";
import { converted } from "./fields";
import type { Known } from "./rules";

type Arrow = Pick<Activation<unknown>, "activator" | "activated" | "when" | "status">;
const GROUND = ["referral", "when", "status"] as const;
const MONTH = /^\d{4}-\d{2}/;

/** Whether an arrow can be a referral that happened. */
export function mayBeReferral(arrow: Arrow, partOf: (id: string) => Part | undefined, known: Known): boolean {
  const works = (id: string): boolean => {
    const part = partOf(id);
    return part ? part === "professionals" || part === "institutions" : known.has(id);
  };
  return arrow.when !== null && MONTH.test(arrow.when) && arrow.status !== "wished" && works(arrow.activator) && works(arrow.activated);
}

/** Whether the gesture would leave the id of a referral on an arrow that can be none. */
export function misplacedMark(gesture: AnyGesture, draft: Draft, known: Known): boolean {
  const arrow = arrowAfter(gesture, draft);
  if (typeof arrow?.referral !== "string") return false;
  return !mayBeReferral(arrow, (id) => draft.partOf.get(id), known);
}

/** The arrow as the gesture leaves it, if it touches what a referral stands on. */
function arrowAfter(gesture: AnyGesture, draft: Draft): Arrow & { referral: boolean | string } | null {
  if (gesture.kind === "draw") {
    const { activator, activated } = gesture.args;
    return { when: null, status: "active", referral: false, ...converted("activations", { ...gesture.args }), activator, activated };
  }
  if (gesture.kind !== "change" && gesture.kind !== "redirect") return null;
  const arrow = draft.parts.activations.get(gesture.args.id);
  if (!arrow) return null;
  if (gesture.kind === "redirect") {
    const { activator = arrow.activator, activated = arrow.activated } = gesture.args;
    return { ...arrow, activator, activated };
  }
  const { set } = gesture.args;
  return GROUND.some((field) => Object.hasOwn(set, field)) ? { ...arrow, ...converted("activations", { ...set }) } : null;
}
