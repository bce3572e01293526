/** Why a service said no: ten signs, one of them with a few words. Reasons are pooled over the network, never by service. */
import { useId, useState } from "preact/hooks";

import type { Referral } from "../../api/referral-types";
import { t } from "../../i18n";
import { REASONS } from "./reasons";
import { BigSign } from "./Signs";
import { note } from "./state";

export function Declined({ of, onEnd }: { of: Referral; onEnd: () => void }) {
  const words = t().follow;
  const [other, setOther] = useState(false);
  const keep = (reason: (typeof REASONS)[number], text = ""): void => {
    onEnd();
    void note(of.id, "declined", { reason, ...(text ? { text } : {}) }, `${words.steps.declined}, ${words.reasons[reason]}`);
  };
  return (
    <section class="asking" aria-label={words.why}>
      <h4>{words.why}</h4>
      <div class="signs small reasons-signs">
        {REASONS.map((reason) => (
          <BigSign
            key={reason}
            code={reason}
            label={words.reasons[reason]}
            {...(reason === "other" ? { pressed: other } : {})}
            onChoose={() => (reason === "other" ? setOther(true) : keep(reason))}
          />
        ))}
      </div>
      {other && <Other onKeep={(text) => keep("other", text)} />}
    </section>
  );
}

function Other({ onKeep }: { onKeep: (text: string) => void }) {
  const words = t().follow;
  const id = useId();
  const [text, setText] = useState("");
  const send = (event: Event): void => {
    event.preventDefault();
    onKeep(text.trim());
  };
  return (
    <form class="field" onSubmit={send}>
      <label for={id}>{words.otherWhy}</label>
      <input id={id} type="text" maxLength={200} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <button class="button strong">{words.keepWhy}</button>
    </form>
  );
}
