/** Looking for another service for somebody already referred: the same need, the same sender, and a link without a name. */
import { getReferral } from "../../api/referrals";
import type { ReferralDetail } from "../../api/referral-types";
import { go } from "../../app/route";
import { inquiry } from "../help/state";
import { continued } from "./sending/state";
import { open } from "./state";

export async function lookElsewhere(id: string): Promise<void> {
  prepare(await getReferral(id, new AbortController().signal));
  open(null);
  go("help");
}

function prepare({ referral, steps }: ReferralDetail): void {
  const rerouted = steps.some((step) => step.kind === "rerouted");
  if (referral.person) {
    continued.value = { person: referral.person, reference: referral.reference, ...(rerouted ? { from: referral.id } : {}) };
  }
  inquiry.clear();
  inquiry.set({
    ...(referral.sender.id ? { origin: { value: referral.sender.id, label: referral.sender.name } } : {}),
    ...(referral.need.code ? { needs: [referral.need.code] } : {}),
    ...(referral.place ? { places: [{ value: referral.place.id, label: referral.place.label }] } : {}),
    groups: referral.groups,
  });
}
