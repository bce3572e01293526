/** Why a service said no, in the order of the paper slips: the codes of sociogram/loop/kinds.py, held equal by a test. */
export const REASONS = [
  "no_capacity",
  "not_eligible",
  "out_of_area",
  "missing_document",
  "could_not_contact",
  "person_declined",
  "service_closed",
  "wrong_service",
  "safety",
  "other",
] as const;
