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
  // What was said on the telephone needs no paper: it may still be wanted.
  const paper = referral.way?.code === "slip" || referral.way?.code === "form";
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
      <div class="send-ways">
        {paper && <PaperLink of={referral} strong />}
        <button type="button" class={paper ? "button wide" : "button strong wide"} onClick={follow}>
          {words.follow}
        </button>
        {!paper && <PaperLink of={referral} />}
      </div>
    </div>
  );
}

function PaperLink({ of, strong }: { of: ReferralDetail["referral"]; strong?: boolean }) {
  const words = t().follow.sending;
  const form = of.way?.code === "form";
  return (
    <a class={strong ? "button strong wide" : "button wide"} href={paperOf(of.id, form ? "form" : "slip")} target="_blank" rel="noopener">
      <Icon name="print" /> <span>{form ? words.printForm : words.printSlip}</span>
    </a>
  );
}
