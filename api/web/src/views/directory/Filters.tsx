/** Words, need, group, place: each narrows the list at once. */
import { useId } from "preact/hooks";

import type { Coded } from "../../api/types";
import { vocabulary } from "../../app/vocabulary";
import { t } from "../../i18n";
import { clear, filters, search, set } from "./state";

export function Filters() {
  const words = t().directory;
  const id = useId();
  const codes = vocabulary.value;
  const { text, need, group, place } = filters.value;
  return (
    <form
      class="filters card"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <div class="field grow">
        <label for={id}>{words.words}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          placeholder={words.wordsHint}
          value={text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <Choice label={words.need} value={need} codes={codes?.needs} onChange={(value) => set({ need: value })} />
      <Choice label={words.group} value={group} codes={codes?.groups} onChange={(value) => set({ group: value })} />
      <Choice label={words.place} value={place} codes={codes?.places} onChange={(value) => set({ place: value })} />
      <button type="button" class="button plain" disabled={!text && !need && !group && !place} onClick={clear}>
        {words.clear}
      </button>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  codes: readonly Coded[] | undefined;
  onChange: (code: string) => void;
}

function Choice({ label, value, codes, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t().directory.any}</option>
        {(codes ?? []).map((one) => (
          <option key={one.code} value={one.code} data-from-server>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
