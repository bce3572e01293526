/** The steps that are seldom taken: the same person elsewhere, a contact that failed, more time, cancelling, consent withdrawn. */
import { useState } from "preact/hooks";

import type { NextStep, ReferralDetail } from "../../api/referral-types";
import { said, t } from "../../i18n";
import { lookElsewhere } from "./elsewhere";
import { Forget } from "./Forget";
import { OwnDeadline } from "./OwnDeadline";
import { note } from "./state";

/** Kept with one tap, by the words of the server. */
const PLAIN = ["contact_failed", "cancelled", "reopened"];

interface Props {
  of: ReferralDetail["referral"];
  steps: readonly NextStep[];
}

export function MoreSteps({ of, steps }: Props) {
  const words = t().follow;
  const kinds = steps.map((step) => step.kind);
  return (
    <details class="more-criteria">
      <summary>{words.more}</summary>
      <div class="more-steps">
        {of.person && (
          <button type="button" class="button" onClick={() => void lookElsewhere(of.id)}>
            {words.again}
          </button>
        )}
        {steps
          .filter((step) => PLAIN.includes(step.kind))
          .map((step) => (
            <button
              key={step.kind}
              type="button"
              class="button"
              data-answer={step.kind}
              data-from-server
              onClick={() => void note(of.id, step.kind, {}, step.label)}
            >
              {said(step.label)}
            </button>
          ))}
        {kinds.includes("deadline_set") && <OwnDeadline of={of.id} hours={of.deadline_hours} />}
        {kinds.includes("consent_withdrawn") && of.consent && <Withdraw of={of.id} />}
        <Forget of={of.id} />
      </div>
    </details>
  );
}

/** Asked twice: afterwards only who was told is kept. */
function Withdraw({ of }: { of: string }) {
  const words = t().follow.withdrawal;
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <button type="button" class="button" onClick={() => setSure(true)}>
        {words.ask}
      </button>
    );
  }
  return (
    <div class="refused">
      <p>{words.sure}</p>
      <button type="button" class="button strong" onClick={() => void note(of, "consent_withdrawn", {}, words.title)}>
        {words.yes}
      </button>
    </div>
  );
}
