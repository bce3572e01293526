/** Needs that nobody has met for weeks, whom to ask next; and why people are refused, all together. */
import type { Gaps, OpenNeed } from "../../api/gap-types";
import { said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { Segmented } from "../../parts/Segmented";
import { open as openProvider } from "../directory/state";
import { lookElsewhere } from "../follow/elsewhere";
import { open as openReferral } from "../follow/state";
import { weeks, WEEKS } from "./state";

export function OpenPanel({ found }: { found: Gaps }) {
  const words = t().gaps;
  return (
    <>
      <section class="gap-open">
        <Segmented
          legend={words.weeks}
          value={String(weeks.value)}
          onChange={(value) => {
            weeks.value = Number(value);
          }}
          choices={WEEKS.map((number) => ({ value: String(number), label: words.weeksOf(number) }))}
        />
        <FromServer as="h2">{found.words["open"] ?? ""}</FromServer>
        {found.open_needs.length === 0 && <FromServer as="p" class="empty">{found.words["open_note"] ?? ""}</FromServer>}
        <ul class="cards">
          {found.open_needs.map((one) => (
            <Need key={one.referrals[0]?.id} of={one} />
          ))}
        </ul>
      </section>
      <Refusals found={found} />
    </>
  );
}

function Need({ of }: { of: OpenNeed }) {
  const words = t().gaps;
  const [only] = of.referrals.length === 1 ? of.referrals : [];
  return (
    <li class="card gap-need">
      <div data-from-server>
        <h3>{of.need_label}</h3>
        <p class="quiet">{of.place_label}</p>
        <p>{said(of.waiting_text)}</p>
      </div>
      <div class="actions">
        {of.referrals.map(({ id, weeks: since }) => (
          <button key={id} type="button" class="button" onClick={() => openReferral(id)}>
            {words.referral(since)}
          </button>
        ))}
      </div>
      {of.ask.length === 0 ? (
        <FromServer as="p" class="mark">
          {of.ask_text}
        </FromServer>
      ) : (
        <div class="gap-ask">
          <h4>{words.askNext}</h4>
          <ul>
            {of.ask.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="link" data-from-server onClick={() => openProvider(id)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {only && (
        <button type="button" class="button" onClick={() => void lookElsewhere(only.id)}>
          <Icon name="search" /> <span>{words.again}</span>
        </button>
      )}
    </li>
  );
}

function Refusals({ found }: { found: Gaps }) {
  const told = found.refusals.filter(({ count }) => count > 0);
  return (
    <section class="gap-refusals">
      <FromServer as="h2">{found.words["refusals"] ?? ""}</FromServer>
      <FromServer as="p" class="quiet">
        {found.words["refusals_note"] ?? ""}
      </FromServer>
      <ul class="reason-counts" data-from-server>
        {told.map(({ reason, label, count }) => (
          <li key={reason}>
            <span>{said(label)}</span> <span>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
