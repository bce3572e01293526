/** One whole referral: what it is, its story in sentences, its papers, and every step that may come next. */
import { useEffect } from "preact/hooks";

import { paperOf } from "../../api/referrals";
import type { ReferralDetail } from "../../api/referral-types";
import { lang, said, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Dialog } from "../../parts/Dialog";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { Refused } from "../../parts/Refused";
import { AnswerLink } from "./AnswerLink";
import { Answers } from "./Answers";
import { CallReceiver } from "./CallReceiver";
import { Due } from "./Due";
import { Forget } from "./Forget";
import { History } from "./History";
import { MoreSteps } from "./MoreSteps";
import { SendAgain } from "./SendAgain";
import { detail, loadDetail, open, opened, refusal } from "./state";
import { Told } from "./Told";

export function ReferralDialog() {
  useEffect(loadDetail, [lang.value, opened.value]);
  if (opened.value === null) return null;
  const name = detail.value?.referral.receiver.name;
  return (
    <Dialog title={name ?? t().app.loading} fromServer={name !== undefined} onClose={() => open(null)}>
      <Awaited of={detail} retry={loadDetail}>
        {(found) => <Whole of={found} />}
      </Awaited>
    </Dialog>
  );
}

function Whole({ of }: { of: ReferralDetail }) {
  const { referral, withdrawal } = of;
  return (
    <div class="whole-referral">
      <p class="marks" data-from-server>
        <span class="mark">{said(referral.need.label)}</span>
        <span class="mark">{referral.state.label}</span>
        <span class="mark reference">{referral.reference}</span>
      </p>
      <Due of={referral} />
      <section class="agreed">
        <h3>{t().follow.consent.title}</h3>
        <FromServer as="p">{referral.consent_text}</FromServer>
      </section>
      {refusal.value && <Refused refusal={refusal.value} />}
      {withdrawal ? <Withdrawn of={referral.id} withdrawal={withdrawal} /> : <Going of={of} />}
      <History lines={of.history} />
    </div>
  );
}

/** Nothing is forgotten before each one who knew was told. */
function Withdrawn({ of, withdrawal }: { of: string; withdrawal: NonNullable<ReferralDetail["withdrawal"]> }) {
  return (
    <>
      <Told of={of} withdrawal={withdrawal} />
      {withdrawal.to_tell.length === 0 && <Forget of={of} />}
    </>
  );
}

function Going({ of: { referral, steps, answer_link: link } }: { of: ReferralDetail }) {
  const words = t().follow;
  return (
    <>
      <CallReceiver organisation={referral.receiver.id} name={referral.receiver.name} />
      <Answers of={referral} />
      {link !== null && <AnswerLink link={link} />}
      <SendAgain of={referral.id} steps={steps} />
      <div class="actions papers" role="group" aria-label={words.papers}>
        <a class="button" href={paperOf(referral.id, "slip")} target="_blank" rel="noopener">
          <Icon name="print" /> <span>{words.slip}</span>
        </a>
        {referral.consent && (
          <a class="button" href={paperOf(referral.id, "form")} target="_blank" rel="noopener">
            <Icon name="print" /> <span>{words.form}</span>
          </a>
        )}
      </div>
      <MoreSteps of={referral} steps={steps} />
    </>
  );
}
