/** Filters of the network: a place, a sector, a period. */
import { useState } from "preact/hooks";

import type { MegaOptions } from "../../api/types";
import { vocabulary } from "../../app/vocabulary";
import { t } from "../../i18n";

type Filters = Pick<MegaOptions, "place" | "sector" | "period">;

interface Props {
  value: Filters;
  onChange: (change: Partial<Filters>) => void;
}

export function NetworkFilters({ value, onChange }: Props) {
  const words = t().network;
  const known = vocabulary.value;
  const sectors = [...(known?.typologies ?? []), ...(known?.needs ?? [])];
  return (
    <div class="settings" role="group" aria-label={words.filters}>
      <Choice name={words.place} value={value.place} of={known?.places ?? []} onChange={(place) => onChange({ place })} />
      <Choice name={words.sector} value={value.sector} of={sectors} onChange={(sector) => onChange({ sector })} />
      <Period value={value.period} onChange={(period) => onChange({ period })} />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  of: readonly { code: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ name, value, of, onChange }: ChoiceProps) {
  return (
    <label class="inline-field">
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t().network.all}</option>
        {of.map((one) => (
          <option key={one.code} value={one.code} data-from-server>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Asked for when it is finished, not letter by letter. */
function Period({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = t().network;
  const [text, setText] = useState(value);
  return (
    <label class="inline-field">
      <span>{words.period}</span>
      <input
        type="text"
        size={22}
        maxLength={21}
        placeholder={words.periodHint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={() => onChange(text.trim())}
      />
    </label>
  );
}
