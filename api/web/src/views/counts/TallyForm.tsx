/** A month counted by strokes on paper, entered number by number in the order of the slip. No name anywhere. */
import { useId, useRef, useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { postTally } from "../../api/counts";
import { vocabulary } from "../../app/vocabulary";
import { uuid } from "../../model/uuid";
import { t } from "../../i18n";
import { Refused } from "../../parts/Refused";
import { today } from "../../parts/today";
import { REASONS } from "../follow/reasons";
import { asked, load } from "./state";
import { FIGURES, missing, tallyOf, type Typed } from "./tally";

export function TallyForm({ onKept }: { onKept: () => void }) {
  const words = t().counts;
  const reasons = t().follow.reasons;
  const id = useId();
  const slip = useRef(uuid());
  const [month, setMonth] = useState(() => today().slice(0, 7));
  const [need, setNeed] = useState("");
  const [typed, setTyped] = useState<Typed>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const set = (name: string, text: string): void => setTyped({ ...typed, [name]: text });
  const left = missing(typed);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await postTally(slip.current, tallyOf(month, need, asked.value.organisation?.value ?? "", typed));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      slip.current = uuid();
      return setRefusal(error);
    }
    load();
    onKept();
  };
  return (
    <form class="form tally" onSubmit={send}>
      <p class="quiet">{words.tallyIntro}</p>
      <div class="field">
        <label for={`${id}-month`}>{words.month}</label>
        <input
          id={`${id}-month`}
          type="text"
          inputMode="numeric"
          pattern="[0-9]{4}-[0-9]{2}"
          value={month}
          onInput={(event) => setMonth(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-need`}>{words.tallyNeed}</label>
        <select id={`${id}-need`} value={need} onChange={(event) => setNeed(event.currentTarget.value)}>
          <option value="">{words.allNeeds}</option>
          {(vocabulary.value?.needs ?? []).map(({ code, label }) => (
            <option key={code} value={code} data-from-server>
              {label}
            </option>
          ))}
        </select>
      </div>
      {FIGURES.map((name) => (
        <Figure key={name} label={words.slip[name]} value={typed[name] ?? ""} onInput={(text) => set(name, text)} />
      ))}
      {left !== null && left !== 0 && <p role="status">{left > 0 ? words.left(left) : words.tooMany(-left)}</p>}
      <details class="more-criteria">
        <summary>{words.why}</summary>
        {REASONS.map((code) => (
          <Figure key={code} label={reasons[code]} value={typed[code] ?? ""} onInput={(text) => set(code, text)} />
        ))}
      </details>
      {refusal && <Refused refusal={refusal} />}
      <button class="button strong wide">{words.keepTally}</button>
    </form>
  );
}

function Figure({ label, value, onInput }: { label: string; value: string; onInput: (text: string) => void }) {
  const id = useId();
  return (
    <div class="figure-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={6}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
