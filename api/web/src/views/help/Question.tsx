/** From where, for which need, for whom, where, in which language, how soon, how far. Nothing of the person is asked for. */
import { useId, useState } from "preact/hooks";

import { providers, vocabulary } from "../../app/vocabulary";
import { t } from "../../i18n";
import { Chips } from "../../parts/Chips";
import { Combobox, type Option } from "../../parts/Combobox";
import { Icon } from "../../parts/Icon";
import { Segmented } from "../../parts/Segmented";
import { answer, question, send, set } from "./state";

const HOPS = ["1", "2", "3", "4"] as const;
const URGENCIES = ["normal", "urgent", "tonight"] as const;

export function Question({ onSent }: { onSent: () => void }) {
  const words = t().help;
  const [tried, setTried] = useState(false);
  const { hops, urgency } = question.value;
  const waiting = answer.known.value.state === "loading";
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (send()) onSent();
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <Origin tried={tried} />
      <Needs tried={tried} />
      <Groups />
      <Places />
      <Languages />
      <Segmented
        legend={words.urgency}
        value={urgency}
        onChange={(value) => set({ urgency: value })}
        choices={URGENCIES.map((value) => ({ value, label: words.urgencies[value] }))}
      />
      <Segmented
        legend={words.hops}
        value={String(hops) as (typeof HOPS)[number]}
        onChange={(value) => set({ hops: Number(value) })}
        choices={HOPS.map((value) => ({ value, label: value }))}
      />
      <p class="quiet">{words.hopsHint}</p>
      <button class="button strong wide">
        <Icon name="search" /> {waiting ? words.searching : words.search}
      </button>
    </form>
  );
}

function Origin({ tried }: { tried: boolean }) {
  const words = t().help;
  const id = useId();
  const { origin } = question.value;
  const missing = tried && !origin;
  const options = (providers.value ?? []).map(({ id: value, name, acronym }) => ({
    value,
    label: name,
    ...(acronym && acronym !== name ? { hint: acronym } : {}),
  }));
  return (
    <div>
      <Combobox
        label={words.origin}
        hint={words.originHint}
        none={words.originNone}
        options={options}
        chosen={origin}
        onChoose={(one) => set({ origin: one })}
        fault={missing ? id : undefined}
      />
      {missing && <Fault id={id} text={words.originMissing} />}
    </div>
  );
}

function Needs({ tried }: { tried: boolean }) {
  const words = t().help;
  const id = useId();
  const { needs } = question.value;
  const missing = tried && needs.length === 0;
  return (
    <div>
      <Chips
        legend={words.needs}
        codes={vocabulary.value?.needs ?? []}
        chosen={needs}
        onChange={(chosen) => set({ needs: chosen })}
        fault={missing ? id : undefined}
      />
      {missing && <Fault id={id} text={words.needsMissing} />}
    </div>
  );
}

function Groups() {
  const words = t().help;
  const { groups } = question.value;
  return (
    <details class="more-criteria">
      <summary>
        {words.groups} <span class="quiet">{words.chosen(groups.length)}</span>
      </summary>
      <Chips
        legend={words.groups}
        hideLegend
        codes={vocabulary.value?.groups ?? []}
        chosen={groups}
        onChange={(chosen) => set({ groups: chosen })}
      />
    </details>
  );
}

function Languages() {
  const words = t().help;
  const { languages } = question.value;
  return (
    <details class="more-criteria">
      <summary>
        {words.languages} <span class="quiet">{words.chosen(languages.length)}</span>
      </summary>
      <p class="quiet">{words.languagesHint}</p>
      <Chips
        legend={words.languages}
        hideLegend
        codes={vocabulary.value?.languages ?? []}
        chosen={languages}
        onChange={(chosen) => set({ languages: chosen })}
      />
    </details>
  );
}

function Fault({ id, text }: { id: string; text: string }) {
  return (
    <p class="fault" id={id} role="alert">
      {text}
    </p>
  );
}

function Places() {
  const words = t().help;
  const { places } = question.value;
  const options: Option[] = (vocabulary.value?.places ?? [])
    .filter(({ code }) => !places.some((place) => place.value === code))
    .map(({ code, label }) => ({ value: code, label }));
  return (
    <div class="places">
      <Combobox
        label={words.places}
        hint={words.placeAdd}
        none={words.originNone}
        options={options}
        chosen={null}
        clears
        onChoose={(one) => one && set({ places: [...places, one] })}
      />
      {places.length > 0 && (
        <ul class="chosen">
          {places.map((place) => (
            <li key={place.value}>
              <button
                type="button"
                class="chip-button"
                aria-label={words.placeRemove(place.label)}
                data-from-server
                onClick={() => set({ places: places.filter((one) => one.value !== place.value) })}
              >
                {place.label} <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
