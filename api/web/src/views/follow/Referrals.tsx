/** The list: how many answers are overdue, then the referrals, the longest awaited first. */
import { useEffect } from "preact/hooks";

import { tableOfAll } from "../../api/referrals";
import type { ReferralList } from "../../api/referral-types";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Icon } from "../../parts/Icon";
import { Refused } from "../../parts/Refused";
import { Segmented } from "../../parts/Segmented";
import { Deadlines } from "./deadlines/Deadlines";
import { Outside } from "./Outside";
import { ReferralCard } from "./ReferralCard";
import { filter, FILTERS, list, load, refusal, said, shown } from "./state";

export function Referrals() {
  const words = t().follow;
  useEffect(load, [lang.value, filter.value]);
  return (
    <div class="follow">
      <Segmented
        legend={words.filter}
        value={filter.value}
        onChange={(value) => {
          filter.value = value;
        }}
        choices={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
      />
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
      {refusal.value && <Refused refusal={refusal.value} />}
      <Awaited of={list} retry={load}>
        {(found) => <Found found={found} />}
      </Awaited>
      <div class="actions follow-actions">
        <Outside />
        <Deadlines />
        <a class="button plain" href={tableOfAll()} download>
          <Icon name="save" /> <span>{words.table}</span>
        </a>
      </div>
    </div>
  );
}

function Found({ found }: { found: ReferralList }) {
  const words = t().follow;
  return (
    <>
      {filter.value === "awaited" && shown.value.length > 0 && (
        <p class={found.overdue > 0 ? "mark warn" : "quiet"}>{found.overdue > 0 ? words.overdue(found.overdue) : words.onTime}</p>
      )}
      {shown.value.length === 0 && <p class="empty">{words.none[filter.value]}</p>}
      <ol class="referrals">
        {shown.value.map((one) => (
          <ReferralCard key={one.id} of={one} />
        ))}
      </ol>
    </>
  );
}
