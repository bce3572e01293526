/** A referral is made here: how soon, what the person agreed to, and how it goes. Nobody is described. */
import { useEffect } from "preact/hooks";

import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { Icon, type IconName } from "../../../parts/Icon";
import { Segmented } from "../../../parts/Segmented";
import { inHours } from "../deadlines/HoursField";
import { Refused } from "../../../parts/Refused";
import type { Priority, Way } from "../../../api/referral-types";
import { deadlines, loadDeadlines } from "../deadlines/state";
import { ConsentAsk } from "./ConsentAsk";
import { Kept } from "./Kept";
import { Particulars } from "./Particulars";
import { close, kept, refusal, send, sending } from "./send";
import { type Aim, aim, choices, choose, continued, ways } from "./state";

const PRIORITIES = ["emergency", "urgent", "normal"] as const;
const ICONS: Record<Way, IconName> = { phone: "phone", slip: "print", form: "print", arrow: "next", other: "check" };

export function SendDialog() {
  const of = aim.value;
  if (!of) return null;
  const words = t().follow.sending;
  return (
    <Dialog title={words.title(of.receiverName)} fromServer onClose={close}>
      {kept.value ? <Kept of={kept.value} /> : <Form of={of} />}
    </Dialog>
  );
}

/** By when, as it is set here; in words until it is known. */
function within(priority: Priority): string {
  const words = t().follow.sending;
  const hours = deadlines.value?.hours[priority];
  return hours === undefined ? words.priorities[priority] : inHours(hours);
}

function Form({ of }: { of: Aim }) {
  const words = t().follow.sending;
  useEffect(loadDeadlines, []);
  const { priority, agreed } = choices.value;
  return (
    <div class="send-form">
      <p class="quiet">
        {words.need} <span data-from-server>{of.needLabel}</span>
        {continued.value && ` · ${words.same(continued.value.reference)}`}
      </p>
      <Segmented
        legend={words.priority}
        value={priority}
        onChange={(value) => choose({ priority: value })}
        choices={PRIORITIES.map((value) => ({ value, label: within(value) }))}
      />
      <ConsentAsk of={of} />
      <Particulars />
      {refusal.value && <Refused refusal={refusal.value} />}
      <div class="send-ways" role="group" aria-label={words.how}>
        {agreed === null && <p class="quiet">{words.askFirst}</p>}
        {ways.value.map((way, index) => (
          <button
            key={way}
            type="button"
            class={index === 0 ? "button strong wide" : "button wide"}
            disabled={sending.value}
            onClick={() => void send(of, way)}
          >
            <Icon name={ICONS[way]} /> <span>{words.ways[way]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
