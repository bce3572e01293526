/** Many codes to tick, as chips: real checkboxes with large targets. */
import type { Coded } from "../api/types";

interface Props {
  legend: string;
  codes: readonly Coded[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Id of the words that say what is missing, when something is. */
  fault?: string | undefined;
  hideLegend?: boolean;
  /** The labels are the page's own words, not the server's. */
  own?: boolean;
}

export function Chips({ legend, codes, chosen, onChange, fault, hideLegend, own }: Props) {
  const toggle = (code: string): void =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset class="chips-field" aria-describedby={fault}>
      <legend class={hideLegend ? "visually-hidden" : ""}>{legend}</legend>
      <div class="chips" {...(own ? {} : { "data-from-server": true })}>
        {codes.map(({ code, label }) => (
          <label key={code} class="chip">
            <input type="checkbox" value={code} checked={chosen.includes(code)} onChange={() => toggle(code)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
