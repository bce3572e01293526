/** The answers kept with one tap, by where a referral stands: the likely ones first. The rest stands in the whole referral. */
import type { State } from "../../api/referral-types";

export type Quick = "acknowledged" | "accepted" | "declined" | "no_answer" | "in_service" | "completed";

const QUICK: Partial<Record<State, readonly Quick[]>> = {
  sent: ["accepted", "declined", "acknowledged", "no_answer"],
  acknowledged: ["accepted", "declined", "no_answer"],
  no_answer: ["accepted", "declined"],
  contact_failed: ["accepted", "declined"],
  accepted: ["in_service", "completed", "declined"],
  in_service: ["completed"],
};

export function quickAnswers(state: State): readonly Quick[] {
  return QUICK[state] ?? [];
}
