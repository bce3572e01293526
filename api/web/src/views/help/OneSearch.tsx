/** What is said for one search only and kept nowhere: a day, an age, who must not know, the papers at hand. */
import { useId } from "preact/hooks";

import { providers } from "../../app/vocabulary";
import { t } from "../../i18n";
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
  const toggle = (code: string): void =>
    of.set({ papers: papers.includes(code) ? papers.filter((one) => one !== code) : [...papers, code] });
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
        options={(providers.value ?? []).map((one) => ({
          value: one.id,
          label: one.name,
          ...(one.acronym ? { hint: one.acronym } : {}),
        }))}
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
      <fieldset class="chips-field">
        <legend>{words.papers}</legend>
        <div class="chips">
          {PAPERS.map((code) => (
            <label key={code} class="chip">
              <input type="checkbox" value={code} checked={papers.includes(code)} onChange={() => toggle(code)} />
              <span>{words.paperNames[code]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
