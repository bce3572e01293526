/** Why this service, the way to it, and what is not known: open on a desk, folded on a phone, where the call comes first. */
import { useState } from "preact/hooks";

import type { Suggestion } from "../../api/types";
import { lang, said, t } from "../../i18n";
import { isNarrow } from "../../parts/narrow";
import { dateInWords } from "../../parts/words";
import { Facts } from "../directory/Facts";
import { Ask } from "./FirstCall";
import { PathDrawing } from "./PathDrawing";

export function Grounds({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  const [open] = useState(() => !isNarrow());
  return (
    <details class="grounds" open={open}>
      <summary>{words.grounds}</summary>
      <div class="suggestion-columns">
        <Way suggestion={suggestion} />
        <div>
          <h5>{words.reasons}</h5>
          <ul class="reasons" data-from-server>
            {suggestion.reasons.map((reason) => (
              <li key={reason.code}>{said(reason.text)}</li>
            ))}
          </ul>
        </div>
      </div>
      <div>
        <h5>{words.stepByStep}</h5>
        <p data-from-server>{said(suggestion.first_call)}</p>
      </div>
      <Otherwise ways={suggestion.alternatives ?? []} />
      <Practical suggestion={suggestion} />
    </details>
  );
}

function Way({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  if (suggestion.path.length < 2) return null;
  return (
    <div>
      <h5>{words.way}</h5>
      <PathDrawing path={suggestion.path} />
      <p class="quiet">{words.wayNote}</p>
    </div>
  );
}

/** The same service, asked about through somebody else. */
function Otherwise({ ways }: { ways: NonNullable<Suggestion["alternatives"]> }) {
  const words = t().help;
  if (ways.length === 0) return null;
  return (
    <div>
      <h5>{words.otherWays}</h5>
      <ul class="reasons">
        {ways.map((way) => (
          <li key={way.path.map((step) => step.actor).join()}>
            {way.path.length === 2
              ? words.direct
              : way.path.slice(1, -1).map((step, index) => <Ask key={step.actor} of={step} then={index > 0} />)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Practical({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  const { contact, last_check: checked } = suggestion;
  const unknown = suggestion.unknown.flatMap((code) => words.unknowns[code as keyof typeof words.unknowns] ?? []);
  const reach = [contact.function, contact.phone, contact.email, contact.text].filter(
    (one, index, all) => one && all.indexOf(one) === index,
  );
  return (
    <>
      <Facts
        rows={[
          [words.contact, reach.join(" · ")],
          [words.conditions, suggestion.conditions],
          [words.bring, suggestion.what_to_bring],
          [words.unknown, unknown.join(", ")],
        ]}
      />
      <p class="quiet">
        {words.lastCheck(checked ? dateInWords(checked, lang.value) : words.never)} {words.learn(suggestion.people_who_learn)}
      </p>
    </>
  );
}
