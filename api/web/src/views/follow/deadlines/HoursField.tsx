/** A number of hours, told in days while it is written. */
import { useId } from "preact/hooks";

import { t } from "../../../i18n";
import { hoursOf } from "./state";

/** Hours up to three days, whole days beyond: as people say it. */
export function inHours(hours: number): string {
  return t().follow.sending.hours(hours);
}

interface Props {
  label: string;
  value: string;
  onInput: (text: string) => void;
}

export function HoursField({ label, value, onInput }: Props) {
  const words = t().follow.deadlines;
  const id = useId();
  const hours = hoursOf(value);
  return (
    <div class="figure-field hours-field">
      <label for={id}>
        {label} <span class="quiet">{hours === null ? words.notHours : inHours(hours)}</span>
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={4}
        aria-invalid={hours === null}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
