/** The part "Ce qui manque": needs and places, what waits, who has no tie, who may be followed twice. Nothing ranks anybody. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import type { Gaps } from "../../api/gap-types";
import { gapsPage } from "../../api/gaps";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Icon } from "../../parts/Icon";
import { PartHead } from "../../parts/PartHead";
import { Tabs } from "../../parts/Tabs";
import { ProviderDialog } from "../directory/DirectoryView";
import { ReferralDialog } from "../follow/ReferralDialog";
import { opened } from "../follow/state";
import { DoublesPanel } from "./DoublesPanel";
import { MapPanel } from "./MapPanel";
import { OpenPanel } from "./OpenPanel";
import { PairsPanel } from "./PairsPanel";
import { gaps, type GapTab, load, tab, TABS, weeks } from "./state";

const PANELS: Record<GapTab, (props: { found: Gaps }) => ComponentChildren> = {
  map: MapPanel,
  open: OpenPanel,
  pairs: PairsPanel,
  doubles: DoublesPanel,
};

export function GapsView() {
  const words = t().gaps;
  // What was noted of a referral while it was open may have changed what waits.
  useEffect(load, [lang.value, weeks.value, opened.value === null]);
  return (
    <div class="column gaps">
      <PartHead title={words.title} intro={words.intro} />
      <Tabs<GapTab>
        label={words.tabs.label}
        value={tab.value}
        onChange={(next) => {
          tab.value = next;
        }}
        tabs={TABS.map((value) => ({ value, label: words.tabs[value], panel: () => <Panel of={value} /> }))}
      />
      <section class="gap-paper">
        <a class="button" href={gapsPage(weeks.value)} target="_blank" rel="noopener">
          <Icon name="print" /> <span>{words.page}</span>
        </a>
        <p class="quiet">{words.pageNote}</p>
      </section>
      <ProviderDialog />
      <ReferralDialog />
    </div>
  );
}

function Panel({ of }: { of: GapTab }) {
  const Shown = PANELS[of];
  return (
    <Awaited of={gaps} retry={load}>
      {(found) => <Shown found={found} />}
    </Awaited>
  );
}
