/** From where, for which need, for whom, where, in which language, how soon, how far. Nothing of the person is asked for. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

import { OrganisationChoice } from "../../app/OrganisationChoice";
import { loadVocabulary, providers, vocabulary } from "../../app/vocabulary";
import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Chips } from "../../parts/Chips";
import { Icon } from "../../parts/Icon";
import { Segmented } from "../../parts/Segmented";
import type { Inquiry } from "./inquiry";
import { OneSearch } from "./OneSearch";
import { Several } from "./Several";

const HOPS = ["1", "2", "3", "4"] as const;
const URGENCIES = ["normal", "urgent", "tonight"] as const;

interface Props {
  of: Inquiry;
  onSent: () => void;
  /** Another way to say who asks; by default one's own organisation, from the directory. */
  origin?: (tried: boolean) => ComponentChildren;
}

type Part = Pick<Props, "of">;

/** The question, once there is something to choose from: a name typed before that would choose nothing. */
export function Question(props: Props) {
  return (
    <Awaited of={vocabulary} retry={loadVocabulary}>
      {() => (
        <Awaited of={providers} retry={loadVocabulary}>
          {() => <Form {...props} />}
        </Awaited>
      )}
    </Awaited>
  );
}

function Form({ of, onSent, origin }: Props) {
  const words = t().help;
  const [tried, setTried] = useState(false);
  const { hops, urgency } = of.question.value;
  const waiting = of.answer.known.value.state === "loading";
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (of.send()) onSent();
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      {origin ? origin(tried) : <Origin of={of} tried={tried} />}
      <Needs of={of} tried={tried} />
      <Groups of={of} />
      <Places of={of} />
      <Languages of={of} />
      <OneSearch of={of} />
      <Segmented
        legend={words.urgency}
        value={urgency}
        onChange={(value) => of.set({ urgency: value })}
        choices={URGENCIES.map((value) => ({ value, label: words.urgencies[value] }))}
      />
      <Segmented
        legend={words.hops}
        value={String(hops) as (typeof HOPS)[number]}
        onChange={(value) => of.set({ hops: Number(value) })}
        choices={HOPS.map((value) => ({ value, label: value }))}
      />
      <p class="quiet">{words.hopsHint}</p>
      <button class="button strong wide">
        <Icon name="search" /> {waiting ? words.searching : words.search}
      </button>
    </form>
  );
}

export function Origin({ of, tried }: Part & { tried: boolean }) {
  const words = t().help;
  const id = useId();
  const { origin } = of.question.value;
  const missing = tried && !origin;
  return (
    <div>
      <OrganisationChoice
        label={words.origin}
        hint={words.originHint}
        chosen={origin}
        onChoose={(one) => of.set({ origin: one })}
        fault={missing ? id : undefined}
      />
      {missing && <Fault id={id} text={words.originMissing} />}
    </div>
  );
}

function Needs({ of, tried }: Part & { tried: boolean }) {
  const words = t().help;
  const id = useId();
  const { needs } = of.question.value;
  const missing = tried && needs.length === 0;
  return (
    <div>
      <Chips
        legend={words.needs}
        codes={vocabulary.value?.needs ?? []}
        chosen={needs}
        onChange={(chosen) => of.set({ needs: chosen })}
        fault={missing ? id : undefined}
      />
      {missing && <Fault id={id} text={words.needsMissing} />}
    </div>
  );
}

function Groups({ of }: Part) {
  const words = t().help;
  const { groups } = of.question.value;
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
        onChange={(chosen) => of.set({ groups: chosen })}
      />
    </details>
  );
}

function Languages({ of }: Part) {
  const words = t().help;
  const { languages } = of.question.value;
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
        onChange={(chosen) => of.set({ languages: chosen })}
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

function Places({ of }: Part) {
  const words = t().help;
  const { places } = of.question.value;
  return (
    <Several
      label={words.places}
      hint={words.placeAdd}
      none={words.originNone}
      options={(vocabulary.value?.places ?? []).map(({ code, label }) => ({ value: code, label }))}
      chosen={places}
      onChange={(chosen) => of.set({ places: chosen })}
    />
  );
}
