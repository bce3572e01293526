/** One referral in the list: where it stands, who to call, and the answer in one tap. */
import type { Referral, State } from "../../api/referral-types";
import { lang, said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { dateInWords } from "../../parts/words";
import { Answers } from "./Answers";
import { CallReceiver } from "./CallReceiver";
import { Due } from "./Due";
import { lookElsewhere } from "./elsewhere";
import { open } from "./state";

/** Nobody helps yet: the next thing to do is to ask elsewhere. */
const TO_DECIDE: readonly State[] = ["declined", "no_answer", "contact_failed"];

export function ReferralCard({ of }: { of: Referral }) {
  const words = t().follow;
  return (
    <li class={of.overdue ? "card referral overdue" : "card referral"} data-referral={of.id}>
      <header>
        <h3 data-from-server>{of.receiver.name}</h3>
        <p data-from-server>
          {said(of.need.label)}
          {of.place && ` · ${of.place.label}`}
        </p>
        <p class="marks">
          {of.overdue && <span class="mark warn">{words.late}</span>}
          <FromServer class="mark">{of.state.label}</FromServer>
          <FromServer class="mark reference">{of.reference}</FromServer>
        </p>
      </header>
      {of.due ? <Due of={of} /> : <FromServer as="p" class="quiet">{dateInWords(of.sent_on ?? of.made_on, lang.value)}</FromServer>}
      {(of.state.code === "sent" || of.state.code === "acknowledged") && (
        <CallReceiver organisation={of.receiver.id} name={of.receiver.name} />
      )}
      <Answers of={of} />
      {TO_DECIDE.includes(of.state.code) && (
        <button type="button" class="button strong" onClick={() => void lookElsewhere(of.id)}>
          <Icon name="search" /> <span>{words.again}</span>
        </button>
      )}
      {of.state.code === "draft" && (
        <button type="button" class="button strong" onClick={() => open(of.id)}>
          <span>{words.sendIt}</span>
        </button>
      )}
      <button type="button" class="button plain" onClick={() => open(of.id)}>
        {words.whole}
      </button>
    </li>
  );
}
