/** What the service itself said on the telephone, in one tap: the next answers take it into account. */
import { useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { t } from "../../i18n";
import { Refused } from "../../parts/Refused";
import { event, say } from "../follow/outbox";

const RESULTS = ["open", "full", "closed", "no_answer"] as const;
type CheckResult = (typeof RESULTS)[number];

export function AfterCall({ service }: { service: string }) {
  const words = t().help;
  const [kept, setKept] = useState<CheckResult | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const keep = async (status: CheckResult): Promise<void> => {
    setRefusal(null);
    try {
      // Not by an address of the service: its id may name a need.
      await say(event("service_checked", service, { status }));
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
