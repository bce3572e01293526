/** This referral alone waits longer, or less long, from the day it was sent. */
import { useState } from "preact/hooks";

import { t } from "../../i18n";
import { HoursField, inHours } from "./deadlines/HoursField";
import { hoursOf } from "./deadlines/state";
import { note } from "./state";

export function OwnDeadline({ of, hours }: { of: string; hours: number }) {
  const words = t().follow.deadlines;
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <button type="button" class="button" data-answer="deadline_set" onClick={() => setTyped(String(hours))}>
        {words.own(inHours(hours))}
      </button>
    );
  }
  const asked = hoursOf(typed);
  const send = (event: Event): void => {
    event.preventDefault();
    if (asked === null) return;
    setTyped(null);
    void note(of, "deadline_set", { hours: asked }, words.kept(inHours(asked)));
  };
  return (
    <form class="own-deadline" onSubmit={send}>
      <HoursField label={words.ownHours} value={typed} onInput={setTyped} />
      <button class="button strong" disabled={asked === null}>
        {words.saveOwn}
      </button>
    </form>
  );
}
