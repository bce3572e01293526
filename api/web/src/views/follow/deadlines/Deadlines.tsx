/** By when an answer is awaited, for the whole network: said in words, and changed in hours. */
import { useEffect, useState } from "preact/hooks";

import { lang, said, t } from "../../../i18n";
import { Awaited } from "../../../parts/Awaited";
import { Dialog } from "../../../parts/Dialog";
import { Icon } from "../../../parts/Icon";
import { Refused } from "../../../parts/Refused";
import { HoursField } from "./HoursField";
import { change, deadlines, draft, edit, hoursOf, loadDeadlines, PRIORITIES, refusal, save, saved, type Typed } from "./state";

export function Deadlines() {
  const words = t().follow.deadlines;
  const [open, setOpen] = useState(false);
  const close = (): void => {
    draft.value = null;
    saved.value = false;
    setOpen(false);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {words.title}
      </button>
      {open && (
        <Dialog title={words.title} onClose={close}>
          <Hours />
        </Dialog>
      )}
    </>
  );
}

function Hours() {
  const words = t().follow.deadlines;
  useEffect(loadDeadlines, [lang.value]);
  return (
    <div class="send-form">
      <p class="quiet">{words.intro}</p>
      {refusal.value && <Refused refusal={refusal.value} />}
      <Awaited of={deadlines} retry={loadDeadlines}>
        {(found) =>
          draft.value ? (
            <HoursForm typed={draft.value} usual={() => edit(found.usual)} />
          ) : (
            <div class="deadlines">
              <ul data-from-server>
                {PRIORITIES.map((one) => (
                  <li key={one}>{said(found.text[one])}</li>
                ))}
              </ul>
              {saved.value && <p role="status">{words.saved}</p>}
              <button type="button" class="button" onClick={() => edit(found.hours)}>
                <Icon name="write" /> <span>{words.edit}</span>
              </button>
            </div>
          )
        }
      </Awaited>
    </div>
  );
}

function HoursForm({ typed, usual }: { typed: Typed; usual: () => void }) {
  const words = t().follow.deadlines;
  const send = (event: Event): void => {
    event.preventDefault();
    void save();
  };
  const whole = PRIORITIES.every((one) => hoursOf(typed[one]) !== null);
  return (
    <form class="form tally" onSubmit={send}>
      {PRIORITIES.map((one) => (
        <HoursField key={one} label={words.hours(t().follow.sending.priorities[one])} value={typed[one]} onInput={(text) => change(one, text)} />
      ))}
      <button type="button" class="button plain" onClick={usual}>
        {words.usual}
      </button>
      <button class="button strong wide" disabled={!whole}>
        {words.save}
      </button>
    </form>
  );
}
