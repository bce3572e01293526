/** What the service itself said on the telephone, in one tap: the next answers take it into account. */
import { useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { checkService, type CheckResult } from "../../api/referrals";
import { t } from "../../i18n";
import { Refused } from "../../parts/Refused";

const RESULTS: readonly CheckResult[] = ["open", "full", "closed", "no_answer"];

export function AfterCall({ service }: { service: string }) {
  const words = t().help;
  const [kept, setKept] = useState<CheckResult | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const keep = async (status: CheckResult): Promise<void> => {
    setRefusal(null);
    try {
      await checkService(service, status);
      setKept(status);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  return (
    <details class="grounds after-call">
      <summary>{words.afterCall}</summary>
      <div class="answer-taps">
        {RESULTS.map((status) => (
          <button
            key={status}
            type="button"
            class="button"
            data-check={status}
            aria-pressed={kept === status}
            onClick={() => void keep(status)}
          >
            {words.checks[status]}
          </button>
        ))}
      </div>
      {kept && <p role="status">{words.checkKept}</p>}
      {refusal && <Refused refusal={refusal} />}
    </details>
  );
}
