/** What is said for one search only and kept nowhere: a day, an age, who must not know, the papers at hand. */
import { useId } from "preact/hooks";

import { providerOptions } from "../../app/vocabulary";
import { t } from "../../i18n";
import { Chips } from "../../parts/Chips";
import type { Inquiry } from "./inquiry";
import { Several } from "./Several";

const PAPERS = [
  "carte_identite",
  "passeport",
  "carte_consulaire",
  "laissez_passer",
  "acte_naissance",
  "carte_refugie",
  "attestation_refugie",
  "carnet_sante",
  "photos",
  "diplomes",
] as const;

export function OneSearch({ of }: { of: Inquiry }) {
  const words = t().help;
  const id = useId();
  const { on, age, mustNotKnow, papers } = of.question.value;
  return (
    <details class="more-criteria">
      <summary>
        {words.oneSearch} <span class="quiet">{words.chosen(mustNotKnow.length + papers.length + (age.trim() ? 1 : 0) + (on ? 1 : 0))}</span>
      </summary>
      <p class="quiet">{words.oneSearchHint}</p>
      <Several
        label={words.mustNotKnow}
        hint={words.originHint}
        none={words.originNone}
        options={providerOptions()}
        chosen={mustNotKnow}
        onChange={(chosen) => of.set({ mustNotKnow: chosen })}
      />
      <div class="figure-field">
        <label for={`${id}-on`}>{words.on}</label>
        <input id={`${id}-on`} type="date" value={on} onChange={(event) => of.set({ on: event.currentTarget.value })} />
      </div>
      <div class="figure-field">
        <label for={id}>{words.age}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          maxLength={3}
          autocomplete="off"
          value={age}
          onInput={(event) => of.set({ age: event.currentTarget.value })}
        />
      </div>
      <Chips
        legend={words.papers}
        own
        codes={PAPERS.map((code) => ({ code, label: words.paperNames[code] }))}
        chosen={papers}
        onChange={(chosen) => of.set({ papers: chosen })}
      />
    </details>
  );
}
