/** The coordination keeps the list here: a function, its number, its hours. Never a person's name. */
import { useId } from "preact/hooks";

import type { NightFunction } from "../../../api/referral-types";
import { t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { Refused } from "../../../parts/Refused";
import { add, change, draft, refusal, remove, save } from "./state";

export function NightForm({ lines }: { lines: readonly NightFunction[] }) {
  const words = t().follow.tonight;
  const send = (event: Event): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form class="form" onSubmit={send}>
      <p class="quiet">{words.intro}</p>
      {lines.map((line, at) => (
        <Line key={at} line={line} at={at} />
      ))}
      <button type="button" class="button" onClick={add}>
        <Icon name="plus" /> <span>{words.add}</span>
      </button>
      {refusal.value && <Refused refusal={refusal.value} />}
      <div class="form-end">
        <button
          type="button"
          class="button"
          onClick={() => {
            draft.value = null;
          }}
        >
          {t().app.cancel}
        </button>
        <button class="button strong">{words.save}</button>
      </div>
    </form>
  );
}

function Line({ line, at }: { line: NightFunction; at: number }) {
  const words = t().follow.tonight;
  const id = useId();
  return (
    <fieldset class="night-line">
      <div class="field">
        <label for={`${id}-label`}>{words.label}</label>
        <input
          id={`${id}-label`}
          type="text"
          maxLength={120}
          value={line.label}
          onInput={(event) => change(at, { label: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-phone`}>{words.phone}</label>
        <input
          id={`${id}-phone`}
          type="text"
          inputMode="tel"
          maxLength={60}
          value={line.phone ?? ""}
          onInput={(event) => change(at, { phone: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-hours`}>{words.hours}</label>
        <input
          id={`${id}-hours`}
          type="text"
          maxLength={120}
          value={line.hours ?? ""}
          onInput={(event) => change(at, { hours: event.currentTarget.value })}
        />
      </div>
      <button type="button" class="round quiet-button" aria-label={words.remove(line.label)} onClick={() => remove(at)}>
        <Icon name="bin" />
      </button>
    </fieldset>
  );
}
