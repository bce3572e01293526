/** The person is asked aloud, in one sentence; saying no costs nothing. No signature, no name, only what may be told. */
import { vocabulary } from "../../../app/vocabulary";
import { said, t } from "../../../i18n";
import { Segmented } from "../../../parts/Segmented";
import { BigSign } from "../Signs";
import { type Aim, choices, choose } from "./state";

const SCOPES = ["need", "facts", "contact"] as const;

export function ConsentAsk({ of }: { of: Aim }) {
  const words = t().follow.consent;
  const { agreed } = choices.value;
  return (
    <fieldset class="consent">
      <legend>{words.legend}</legend>
      <blockquote class="read-aloud" data-from-server>
        {said(words.sentence(of.receiverName))}
      </blockquote>
      <div class="signs small two">
        <BigSign code="agreed" label={words.yes} pressed={agreed === true} onChoose={() => choose({ agreed: true })} />
        <BigSign code="alone" label={words.no} pressed={agreed === false} onChoose={() => choose({ agreed: false })} />
      </div>
      {agreed === true && <Scope />}
      {agreed === false && <p role="status">{words.refused}</p>}
    </fieldset>
  );
}

/** What may be told, and the language it was asked in. */
function Scope() {
  const words = t().follow.consent;
  const { scope, language } = choices.value;
  return (
    <div class="consent-scope">
      <Segmented
        legend={words.scope}
        value={scope}
        onChange={(value) => choose({ scope: value })}
        choices={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
      />
      <label class="inline-field">
        <span>{words.language}</span>
        <select value={language} onChange={(event) => choose({ language: event.currentTarget.value })} data-from-server>
          {(vocabulary.value?.languages ?? []).map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{words.kept}</p>
    </div>
  );
}
