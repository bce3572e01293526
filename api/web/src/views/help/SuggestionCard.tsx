/** One service that may help: who, how to get there, why, and what to say first. Evidence and dates, never a number. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import type { Suggestion } from "../../api/types";
import { lang, said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { dateInWords } from "../../parts/words";
import { Facts } from "../directory/Facts";
import { open } from "../directory/state";
import { PathDrawing } from "./PathDrawing";

interface Props {
  suggestion: Suggestion;
  /** Buttons instead of the one that opens the directory. */
  children?: ComponentChildren;
}

export function SuggestionCard({ suggestion, children }: Props) {
  const words = t().help;
  const way = suggestion.hops === 0 ? words.own : suggestion.hops === 1 ? words.direct : words.contacts(suggestion.hops);
  const status = words.statuses[suggestion.status as keyof typeof words.statuses];
  return (
    <li class="card suggestion" data-service={suggestion.service}>
      <header>
        <h4 data-from-server>{suggestion.provider_name}</h4>
        {suggestion.description && <FromServer as="p">{suggestion.description}</FromServer>}
        <p class="marks">
          {status ? (
            <span class="mark warn">{status}</span>
          ) : (
            <FromServer class="mark warn">{suggestion.status_text ?? suggestion.status}</FromServer>
          )}
          <span class="mark">{way}</span>
          {suggestion.wider_area && <span class="mark">{words.wider}</span>}
        </p>
      </header>
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
      <Practical suggestion={suggestion} />
      <FirstCall text={suggestion.first_call} />
      {children ?? (
        <button type="button" class="button plain" onClick={() => open(suggestion.provider)}>
          {words.details}
        </button>
      )}
    </li>
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

function FirstCall({ text }: { text: string }) {
  const words = t().help;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    setCopied(true);
  };
  return (
    <div class="first-call">
      <h5>{words.firstCall}</h5>
      <blockquote data-from-server>{said(text)}</blockquote>
      <button type="button" class="button plain" onClick={copy}>
        <Icon name={copied ? "check" : "copy"} /> <span role="status">{copied ? words.copied : words.copy}</span>
      </button>
    </div>
  );
}
