/** The part "Suivi": what became of the referrals, and who can be reached tonight. */
import { useEffect, useState } from "preact/hooks";

import { t } from "../../i18n";
import { PartHead } from "../../parts/PartHead";
import { Tabs } from "../../parts/Tabs";
import { Referrals } from "./Referrals";
import { ReferralDialog } from "./ReferralDialog";
import { SendDialog } from "./sending/SendDialog";
import { load, loadDetail } from "./state";
import { Tonight } from "./tonight/Tonight";
import { Unsent } from "./Unsent";

export function FollowView() {
  const words = t().follow;
  const [tab, setTab] = useState<"referrals" | "tonight">("referrals");
  useEffect(lookAgain, []);
  return (
    <div class="column">
      <PartHead title={words.title} intro={words.intro} />
      <Unsent />
      <Tabs
        label={words.tabs.label}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: "referrals", label: words.tabs.referrals, panel: () => <Referrals /> },
          { value: "tonight", label: words.tabs.tonight, panel: () => <Tonight /> },
        ]}
      />
      <ReferralDialog />
      <SendDialog />
    </div>
  );
}

/** A link may have answered meanwhile: who comes back to the page sees it. */
function lookAgain(): () => void {
  const back = (): void => {
    if (document.visibilityState !== "visible") return;
    load();
    loadDetail();
  };
  document.addEventListener("visibilitychange", back);
  return () => document.removeEventListener("visibilitychange", back);
}
