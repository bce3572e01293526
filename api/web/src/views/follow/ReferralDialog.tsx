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
import { Answers } from "./Answers";
import { CallReceiver } from "./CallReceiver";
import { Due } from "./Due";
import { History } from "./History";
import { MoreSteps } from "./MoreSteps";
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
      <FromServer as="p" class="quiet">
        {referral.consent_text}
      </FromServer>
      {refusal.value && <Refused refusal={refusal.value} />}
      {withdrawal ? <Told of={referral.id} withdrawal={withdrawal} /> : <Going of={of} />}
      <History lines={of.history} />
    </div>
  );
}

function Going({ of: { referral, steps } }: { of: ReferralDetail }) {
  const words = t().follow;
  return (
    <>
      <CallReceiver organisation={referral.receiver.id} name={referral.receiver.name} />
      <Answers of={referral} />
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
