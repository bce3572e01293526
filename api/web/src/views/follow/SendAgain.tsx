/** A draft, most often one that was reopened, goes: by the ways that its agreement allows, in the words of the server. */
import type { NextStep } from "../../api/referral-types";
import { said, t } from "../../i18n";
import { note } from "./state";

export function SendAgain({ of, steps }: { of: string; steps: readonly NextStep[] }) {
  const words = t().follow;
  const ways = steps.find((step) => step.kind === "referral_sent")?.fields.find((field) => field.name === "way")?.choices ?? [];
  if (ways.length === 0) return null;
  return (
    <section class="send-again">
      <h3>{words.sendIt}</h3>
      <div class="more-steps" data-from-server>
        {ways.map(({ code, label }) => (
          <button key={code} type="button" class="button" data-way={code} onClick={() => void note(of, "referral_sent", { way: code }, label)}>
            {said(label)}
          </button>
        ))}
      </div>
    </section>
  );
}
