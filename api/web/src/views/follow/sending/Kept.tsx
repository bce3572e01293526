/** What was kept: its reference, by when an answer is awaited, and the paper to print. */
import type { ReferralDetail } from "../../../api/referral-types";
import { paperOf } from "../../../api/referrals";
import { go } from "../../../app/route";
import { t } from "../../../i18n";
import { FromServer } from "../../../parts/FromServer";
import { Icon } from "../../../parts/Icon";
import { Due } from "../Due";
import { close } from "./send";

export function Kept({ of }: { of: ReferralDetail | "waiting" }) {
  const words = t().follow.sending;
  if (of === "waiting") return <p role="status">{words.waiting}</p>;
  const { referral } = of;
  const follow = (): void => {
    close();
    go("follow");
  };
  return (
    <div class="send-kept">
      <p class="kept-said" role="status">
        <Icon name="check" /> {words.kept} <FromServer class="reference">{referral.reference}</FromServer>
      </p>
      <Due of={referral} />
      {referral.way?.code === "form" ? (
        <a class="button strong wide" href={paperOf(referral.id, "form")} target="_blank" rel="noopener">
          <Icon name="print" /> <span>{words.printForm}</span>
        </a>
      ) : (
        <a class="button strong wide" href={paperOf(referral.id, "slip")} target="_blank" rel="noopener">
          <Icon name="print" /> <span>{words.printSlip}</span>
        </a>
      )}
      <button type="button" class="button wide" onClick={follow}>
        {words.follow}
      </button>
    </div>
  );
}
