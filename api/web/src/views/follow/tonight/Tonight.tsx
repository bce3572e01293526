/** Who can be reached tonight: functions with their number, one tap each. Empty, it says so and names nobody. */
import { useEffect } from "preact/hooks";

import { lang, said, t } from "../../../i18n";
import { Awaited } from "../../../parts/Awaited";
import { Icon } from "../../../parts/Icon";
import { Functions } from "./Functions";
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

function NightList() {
  return (
    <Awaited of={night} retry={load}>
      {(found) =>
        found.functions.length === 0 ? (
          <p class="mark warn" data-from-server>
            {said(found.text)}
          </p>
        ) : (
          <>
            <p class="quiet" data-from-server>
              {said(found.text)}
            </p>
            <Functions of={found.functions} />
          </>
        )
      }
    </Awaited>
  );
}
