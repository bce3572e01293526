/** What went wrong, where, and what to do: the server's problem document in plain words. */
import type { Refusal } from "../api/client";
import { t } from "../i18n";
import { FromServer } from "./FromServer";

export function Refused({ refusal, retry }: { refusal: Refusal; retry?: () => void }) {
  const { problem, fromServer } = refusal;
  const words = t().problem;
  return (
    <div class="refused" role="alert">
      <p class="refused-title">{words.title}</p>
      {fromServer ? <FromServer as="p">{problem.detail ?? problem.title}</FromServer> : <p>{problem.title}</p>}
      {problem.errors && problem.errors.length > 0 && (
        <ul class="refused-faults" data-from-server>
          {problem.errors.slice(0, 12).map((fault, index) => (
            <li key={index}>
              <p>{fault.message}</p>
              {(fault.place || fault.field) && <p class="quiet">{words.where([fault.place, fault.field].filter(Boolean).join(", "))}</p>}
              {fault.remedy && <p class="quiet">{words.todo(fault.remedy)}</p>}
            </li>
          ))}
        </ul>
      )}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t().app.retry}
        </button>
      )}
    </div>
  );
}
