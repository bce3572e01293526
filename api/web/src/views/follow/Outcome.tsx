/** What became of the person's request, as four signs. */
import type { Referral } from "../../api/referral-types";
import { t } from "../../i18n";
import { BigSign } from "./Signs";
import { note } from "./state";

const OUTCOMES = ["helped", "partly", "not_helped", "unknown"] as const;

export function Outcome({ of, onEnd }: { of: Referral; onEnd: () => void }) {
  const words = t().follow;
  return (
    <section class="asking" aria-label={words.outcome}>
      <h4>{words.outcome}</h4>
      <div class="signs small two">
        {OUTCOMES.map((outcome) => (
          <BigSign
            key={outcome}
            code={outcome}
            label={words.outcomes[outcome]}
            onChoose={() => {
              onEnd();
              void note(of.id, "completed", { outcome }, `${words.steps.completed}, ${words.outcomes[outcome]}`);
            }}
          />
        ))}
      </div>
    </section>
  );
}
