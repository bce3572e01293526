/** What is seldom needed: said by a focal point, across a border. */
import { useId } from "preact/hooks";

import { t } from "../../../i18n";
import { choices, choose } from "./state";

export function Particulars() {
  const words = t().follow.particulars;
  const id = useId();
  const { focalPoint, country } = choices.value;
  return (
    <details class="more-criteria">
      <summary>{words.title}</summary>
      <label class="switch">
        <input type="checkbox" checked={focalPoint} onChange={() => choose({ focalPoint: !focalPoint })} />
        <span>{words.focalPoint}</span>
      </label>
      <div class="field">
        <label for={id}>{words.country}</label>
        <input
          id={id}
          type="text"
          maxLength={2}
          autocomplete="off"
          autocapitalize="characters"
          placeholder={words.countryHint}
          value={country}
          onInput={(event) => choose({ country: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
