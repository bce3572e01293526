/** The facilitator's drawer: what the rules ask about this sheet, as questions. Never part of a projected view. */
import { useEffect } from "preact/hooks";

import { lang, said, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { findings, loadFindings } from "./state";

export function Questions({ id }: { id: string }) {
  const words = t().questions;
  useEffect(loadFindings, [id, lang.value]);
  return (
    <section class="questions">
      <h2>{words.title}</h2>
      <p class="quiet">{words.note}</p>
      <Awaited of={findings} retry={loadFindings}>
        {({ findings: found }) =>
          found.length === 0 ? (
            <p class="empty">{words.none}</p>
          ) : (
            <ul class="question-list" data-from-server>
              {found.map((finding, index) => (
                <li key={index}>
                  {said(finding.says)}
                  {finding.names && finding.names.length > 0 && <p class="quiet">{words.about(finding.names.join(", "))}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </section>
  );
}
