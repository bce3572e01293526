/** A day to come, proposed a month ahead, and the button that takes it. */
import { useId, useState } from "preact/hooks";

import { t } from "../../../i18n";

/** The day `days` from now, as a date field writes it. */
function dayFromNow(days: number, now = new Date()): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export function DayChoice({ label, onChoose }: { label: string; onChoose: (day: string) => void }) {
  const id = useId();
  const [day, setDay] = useState(() => dayFromNow(30));
  const send = (event: Event): void => {
    event.preventDefault();
    if (day >= dayFromNow(0)) onChoose(day);
  };
  return (
    <form class="day-choice" onSubmit={send}>
      <label for={id}>{t().studio.keeping.until}</label>
      <input id={id} type="date" required min={dayFromNow(0)} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      <button class="button strong">{label}</button>
    </form>
  );
}
