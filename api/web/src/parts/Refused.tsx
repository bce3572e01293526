/** What went wrong, where, and what to do: the server's problem document in plain words. */
import type { Refusal } from "../api/client";
import type { Problem } from "../api/types";
import { said, t } from "../i18n";
import { FromServer } from "./FromServer";

const SHOWN = 12;

export function Refused({ refusal, retry }: { refusal: Refusal; retry?: () => void }) {
  const { problem, fromServer } = refusal;
  return (
    <div class="refused" role="alert">
      <p class="refused-title">{t().problem.title}</p>
      {fromServer ? <Faults problem={problem} /> : <p>{problem.title}</p>}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t().app.retry}
        </button>
      )}
    </div>
  );
}

function Faults({ problem }: { problem: Problem }) {
  const words = t().problem;
  const faults = problem.errors ?? [];
  if (faults.length === 0) {
    return (
      <>
        <FromServer as="p">{problem.title}</FromServer>
        {problem.detail && <FromServer as="p">{problem.detail}</FromServer>}
      </>
    );
  }
  return (
    <ul class="refused-faults" data-from-server>
      {faults.slice(0, SHOWN).map((fault, index) => {
        const place = [fault.place, fault.field].filter(Boolean).join(", ");
        return (
          <li key={index}>
            <p>{said(fault.message)}</p>
            {place && <p class="quiet">{words.where(place)}</p>}
            {fault.remedy && <p class="quiet">{words.todo(said(fault.remedy))}</p>}
          </li>
        );
      })}
    </ul>
  );
}
