/** Who can be reached tonight: functions with their number, one tap each. Empty, it says so and names nobody. */
import { useEffect } from "preact/hooks";

import type { NightFunction } from "../../../api/referral-types";
import { lang, said, t } from "../../../i18n";
import { Awaited } from "../../../parts/Awaited";
import { Icon } from "../../../parts/Icon";
import { telephones } from "../../../parts/telephone";
import { NightForm } from "./NightForm";
import { draft, edit, load, night, saved } from "./state";

export function Tonight() {
  const words = t().follow.tonight;
  useEffect(load, [lang.value]);
  return (
    <section class="tonight">
      <h2>{words.title}</h2>
      {draft.value ? (
        <NightForm lines={draft.value} />
      ) : (
        <>
          <NightList />
          {saved.value && <p role="status">{words.saved}</p>}
          <button type="button" class="button" onClick={edit}>
            <Icon name="write" /> <span>{words.edit}</span>
          </button>
        </>
      )}
    </section>
  );
}

/** Also shown above an answer for tonight. */
export function NightList() {
  const words = t().follow.tonight;
  return (
    <Awaited of={night} retry={load}>
      {(found) =>
        found.functions.length === 0 ? (
          <p class="mark warn">{words.empty}</p>
        ) : (
          <>
            <p class="quiet" data-from-server>
              {said(found.text)}
            </p>
            <ul class="night-list" data-from-server>
              {found.functions.map((one, index) => (
                <Reachable key={index} of={one} />
              ))}
            </ul>
          </>
        )
      }
    </Awaited>
  );
}

function Reachable({ of }: { of: NightFunction }) {
  const numbers = telephones(of.phone);
  return (
    <li class="night-function">
      <p>
        {said(of.label)}
        {of.organisation_name && <span class="quiet"> {of.organisation_name}</span>}
        {of.hours && <span class="quiet"> {said(of.hours)}</span>}
      </p>
      {numbers.map(({ said: number, href }) => (
        <a key={href} class="button strong call" href={href}>
          <Icon name="phone" /> <span>{number}</span>
        </a>
      ))}
      {numbers.length === 0 && of.phone && <p>{of.phone}</p>}
    </li>
  );
}
