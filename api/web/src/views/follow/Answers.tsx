/** What the service answered on the telephone: one tap. A refusal and an end ask for their sign. */
import { useState } from "preact/hooks";

import type { Referral } from "../../api/referral-types";
import { t } from "../../i18n";
import { Icon, type IconName } from "../../parts/Icon";
import { Declined } from "./Declined";
import { Outcome } from "./Outcome";
import { type Quick, quickAnswers } from "./quick";
import { note } from "./state";

const ICONS: Record<Quick, IconName> = {
  acknowledged: "mark",
  accepted: "check",
  declined: "close",
  no_answer: "more",
  in_service: "play",
  completed: "check",
};

export function Answers({ of }: { of: Referral }) {
  const words = t().follow;
  const [asking, setAsking] = useState<Quick | null>(null);
  const kinds = quickAnswers(of.state.code);
  if (kinds.length === 0) return null;
  const choose = (kind: Quick): void => {
    if (kind === "declined" || kind === "completed") return setAsking(asking === kind ? null : kind);
    setAsking(null);
    void note(of.id, kind, {}, words.steps[kind]);
  };
  const done = (): void => setAsking(null);
  return (
    <div class="answers">
      <div class="answer-taps" role="group" aria-label={words.answers}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            data-answer={kind}
            {...(kind === "declined" || kind === "completed" ? { "aria-expanded": asking === kind } : {})}
            onClick={() => choose(kind)}
          >
            <Icon name={ICONS[kind]} /> <span>{words.steps[kind]}</span>
          </button>
        ))}
      </div>
      {asking === "declined" && <Declined of={of} onEnd={done} />}
      {asking === "completed" && <Outcome of={of} onEnd={done} />}
    </div>
  );
}
