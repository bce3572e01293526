/** One service that may help: who, what to say first, what one can do next, and why. Evidence and dates, never a number. */
import type { ComponentChildren } from "preact";

import type { Suggestion } from "../../api/types";
import { t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { open } from "../directory/state";
import { FirstCall } from "./FirstCall";
import { Grounds } from "./Grounds";

interface Props {
  suggestion: Suggestion;
  /** Buttons instead of the one that opens the directory. */
  children?: ComponentChildren;
}

export function SuggestionCard({ suggestion, children }: Props) {
  return (
    <li class="card suggestion" data-service={suggestion.service}>
      <header>
        <h4 data-from-server>{suggestion.provider_name}</h4>
        {suggestion.description && <FromServer as="p">{suggestion.description}</FromServer>}
        <Marks suggestion={suggestion} />
      </header>
      <FirstCall suggestion={suggestion} />
      {children ?? (
        <button type="button" class="button plain" onClick={() => open(suggestion.provider)}>
          {t().help.details}
        </button>
      )}
      <Grounds suggestion={suggestion} />
    </li>
  );
}

function Marks({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  const way = suggestion.hops === 0 ? words.own : suggestion.hops === 1 ? words.direct : words.contacts(suggestion.hops);
  const status = words.statuses[suggestion.status as keyof typeof words.statuses];
  return (
    <p class="marks">
      {status ? (
        <span class="mark warn">{status}</span>
      ) : (
        <FromServer class="mark warn">{suggestion.status_text ?? suggestion.status}</FromServer>
      )}
      <span class="mark">{way}</span>
      {suggestion.wider_area && <span class="mark">{words.wider}</span>}
    </p>
  );
}
