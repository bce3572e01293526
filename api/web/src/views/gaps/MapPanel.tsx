/** Where somebody can be reached for which need, and where nobody is known. */
import { useState } from "preact/hooks";

import type { Gaps } from "../../api/gap-types";
import { said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Segmented } from "../../parts/Segmented";
import { GapList } from "./GapList";
import { GapTable } from "./GapTable";
import type { Side } from "./rows";
import { StateSign } from "./StateSign";
import { useWide } from "./wide";

const SIDES = ["need", "place"] as const;

export function MapPanel({ found }: { found: Gaps }) {
  const words = t().gaps;
  const [side, setSide] = useState<Side>("need");
  const wide = useWide();
  return (
    <section class="gap-map">
      <FromServer as="h2">{found.words["map"] ?? ""}</FromServer>
      <FromServer as="p" class="quiet">
        {found.words["map_note"] ?? ""}
      </FromServer>
      <Legend states={found.map.states} open={wide} />
      {wide ? (
        <GapTable map={found.map} />
      ) : (
        <>
          <Segmented legend={words.by} value={side} onChange={setSide} choices={SIDES.map((value) => ({ value, label: words.bys[value] }))} />
          <GapList key={side} map={found.map} side={side} />
        </>
      )}
    </section>
  );
}

function Legend({ states, open }: { states: Gaps["map"]["states"]; open: boolean }) {
  return (
    <details class="more-criteria gap-legend" open={open}>
      <summary>{t().gaps.legend}</summary>
      <dl data-from-server>
        {states.map(({ state, label, text }) => (
          <div key={state}>
            <dt>
              <StateSign state={state} /> {label}
            </dt>
            <dd>{said(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
