/** Which period, whose, counted by what, and as it was known on which day. */
import { useId } from "preact/hooks";

import type { By } from "../../api/count-types";
import { OrganisationChoice } from "../../app/OrganisationChoice";
import { t } from "../../i18n";
import { Chips } from "../../parts/Chips";
import { Segmented } from "../../parts/Segmented";
import { today } from "../../parts/today";
import { lastPeriods } from "./periods";
import { asked, set, setKind } from "./state";

const BY: readonly By[] = ["need", "place", "pair", "family", "region"];

export function CountQuestion() {
  const words = t().counts;
  const id = useId();
  const { kind, period, asOf, organisation, by } = asked.value;
  return (
    <div class="count-question">
      <Segmented
        legend={words.period}
        value={kind}
        onChange={setKind}
        choices={[
          { value: "T", label: words.kinds.T },
          { value: "S", label: words.kinds.S },
        ]}
      />
      <div class="field">
        <label for={`${id}-period`}>{words.which}</label>
        <select id={`${id}-period`} value={period} onChange={(event) => set({ period: event.currentTarget.value })}>
          {lastPeriods(kind, today()).map((one) => (
            <option key={one} value={one}>
              {words.periods[kind](one.slice(-1), one.slice(0, 4))}
            </option>
          ))}
        </select>
      </div>
      <Chips
        legend={words.by}
        own
        codes={BY.map((code) => ({ code, label: words.bys[code] }))}
        chosen={by}
        onChange={(chosen) => set({ by: chosen as By[] })}
      />
      <details class="more-criteria">
        <summary>{words.more}</summary>
        <OrganisationChoice
          label={words.organisation}
          hint={words.organisationHint}
          chosen={organisation}
          onChoose={(one) => set({ organisation: one })}
        />
        <div class="field">
          <label for={`${id}-as-of`}>{words.asOf}</label>
          <input
            id={`${id}-as-of`}
            type="date"
            max={today()}
            value={asOf}
            onChange={(event) => set({ asOf: event.currentTarget.value })}
          />
        </div>
      </details>
    </div>
  );
}
