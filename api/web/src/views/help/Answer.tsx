/** The answer: services by need, then what was left out and why; or, in words, why there is none. */
import type { ComponentChildren } from "preact";

import type { SuggestAnswer, Suggestion } from "../../api/types";
import { vocabulary } from "../../app/vocabulary";
import { said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Functions } from "../follow/tonight/Functions";
import { SuggestionCard } from "./SuggestionCard";

interface Props {
  found: SuggestAnswer;
  /** What one can do with a suggestion; by default, open its sheet in the directory. */
  actions?: (suggestion: Suggestion) => ComponentChildren;
}

export function Answer({ found, actions }: Props) {
  const words = t().help;
  const needs = [...new Set(found.suggestions.map((one) => one.need))];
  return (
    <div class="answer-body">
      {needs.length === 0 && <h3>{words.empty}</h3>}
      {found.tonight && <TonightHere of={found.tonight} />}
      <div class="explanation" role="status" data-from-server>
        {withoutTonight(found)
          .split("\n")
          .filter(Boolean)
          .map((line, index) => (
            <p key={index}>{said(line)}</p>
          ))}
      </div>
      {needs.map((need) => (
        <Need
          key={need}
          need={need}
          suggestions={found.suggestions.filter((one) => one.need === need)}
          actions={actions}
        />
      ))}
      {found.excluded.length > 0 && (
        <details class="excluded" open={needs.length === 0}>
          <summary>{words.excluded}</summary>
          <ul data-from-server>
            {found.excluded.map((one) => (
              <li key={one.reason}>{said(one.text)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What the list of the night says stands above, once. */
function withoutTonight({ explanation, tonight }: SuggestAnswer): string {
  return tonight ? explanation.replace(tonight.text, "").trim() : explanation;
}

/** First of all, who answers at this hour. */
function TonightHere({ of }: { of: NonNullable<SuggestAnswer["tonight"]> }) {
  const words = t().follow.tonight;
  return (
    <section class="tonight-here">
      <h3>{words.title}</h3>
      {of.functions.length === 0 ? <FromServer as="p" class="mark warn">{of.text}</FromServer> : <Functions of={of.functions} />}
    </section>
  );
}

interface NeedProps {
  need: string;
  suggestions: Suggestion[];
  actions: Props["actions"];
}

function Need({ need, suggestions, actions }: NeedProps) {
  const label = vocabulary.value?.needs.find((one) => one.code === need)?.label ?? need;
  const headings = [...new Set(suggestions.map((one) => one.heading ?? ""))];
  return (
    <section class="need">
      <FromServer as="h3">{label}</FromServer>
      {headings.map((heading) => (
        <div key={heading}>
          {heading && (
            <FromServer as="p" class="mark warn">
              {heading}
            </FromServer>
          )}
          <ol class="suggestions">
            {suggestions
              .filter((one) => (one.heading ?? "") === heading)
              .map((one) => (
                <SuggestionCard key={`${one.service}-${one.need}`} suggestion={one}>
                  {actions?.(one)}
                </SuggestionCard>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
