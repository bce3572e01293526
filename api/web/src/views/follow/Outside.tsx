/** A referral to somebody who is not in the directory: an organisation or a function in words, and for which need. */
import { useId, useState } from "preact/hooks";

import { t } from "../../i18n";
import { OrganisationChoice } from "../../app/OrganisationChoice";
import { vocabulary } from "../../app/vocabulary";
import { Chips } from "../../parts/Chips";
import { Dialog } from "../../parts/Dialog";
import { inquiry } from "../help/state";
import { begin } from "./sending/state";

export function Outside() {
  const words = t().follow;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {words.elsewhere}
      </button>
      {open && (
        <Dialog title={words.outside.title} onClose={() => setOpen(false)}>
          <Form onEnd={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Form({ onEnd }: { onEnd: () => void }) {
  const words = t().follow.outside;
  const asking = t().help;
  const id = useId();
  const [who, setWho] = useState("");
  const [need, setNeed] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { origin } = inquiry.question.value;
  const next = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const needLabel = vocabulary.value?.needs.find((one) => one.code === need)?.label;
    if (!origin || !need || !needLabel || !who.trim()) return;
    onEnd();
    begin({ sender: origin.value, need, needLabel, receiverName: who.trim(), groups: [], urgency: "normal" });
  };
  const missing = tried && (!origin ? asking.originMissing : !who.trim() ? words.whoMissing : !need ? asking.needsMissing : null);
  return (
    <form class="form tally" onSubmit={next} noValidate>
      <OrganisationChoice
        label={asking.origin}
        hint={asking.originHint}
        chosen={origin}
        onChoose={(one) => inquiry.set({ origin: one })}
      />
      <div class="field">
        <label for={id}>{words.who}</label>
        <input id={id} type="text" maxLength={200} autocomplete="off" value={who} onInput={(event) => setWho(event.currentTarget.value)} />
      </div>
      <Chips
        legend={asking.needs}
        codes={vocabulary.value?.needs ?? []}
        chosen={need ? [need] : []}
        onChange={(chosen) => setNeed(chosen.at(-1) ?? null)}
      />
      {missing && (
        <p class="fault" role="alert">
          {missing}
        </p>
      )}
      <button class="button strong wide">{words.next}</button>
    </form>
  );
}
