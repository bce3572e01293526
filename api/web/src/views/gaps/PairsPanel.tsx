/** Who serves the same people in the same place, completes the other, and has no known tie. By name, never by a number. */
import { useState } from "preact/hooks";

import type { Gaps, Neighbour, Pair } from "../../api/gap-types";
import { OrganisationChoice } from "../../app/OrganisationChoice";
import { said, t } from "../../i18n";
import type { Option } from "../../parts/Combobox";
import { FromServer } from "../../parts/FromServer";
import { open } from "../directory/state";

const SIZE = 12;

export function PairsPanel({ found }: { found: Gaps }) {
  const words = t().gaps;
  const [organisation, setOrganisation] = useState<Option | null>(null);
  const [shown, setShown] = useState(SIZE);
  const named = ({ first, second }: Pair): boolean => [first.id, second.id].includes(organisation?.value ?? first.id);
  const pairs = found.pairs.filter(named);
  return (
    <section class="gap-pairs">
      <FromServer as="h2">{found.words["pairs"] ?? ""}</FromServer>
      <FromServer as="p" class="quiet">
        {found.words["pairs_note"] ?? ""}
      </FromServer>
      <OrganisationChoice
        label={words.organisation}
        hint={words.organisationHint}
        chosen={organisation}
        onChoose={(one) => {
          setOrganisation(one);
          setShown(SIZE);
        }}
      />
      {organisation && pairs.length === 0 && <p class="empty">{words.noPair}</p>}
      <ul class="cards">
        {pairs.slice(0, shown).map((pair) => (
          <PairCard key={`${pair.first.id} ${pair.second.id}`} of={pair} />
        ))}
      </ul>
      {pairs.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + SIZE)}>
          {words.more}
        </button>
      )}
    </section>
  );
}

function PairCard({ of: { first, second, areas, text } }: { of: Pair }) {
  return (
    <li class="card gap-pair">
      <FromServer as="p" class="quiet">
        {areas.join(", ")}
      </FromServer>
      {[first, second].map((one) => (
        <Side key={one.id} of={one} />
      ))}
      {first.offers.length + second.offers.length === 0 && <FromServer as="p">{said(text)}</FromServer>}
    </li>
  );
}

function Side({ of: { id, name, offers } }: { of: Neighbour }) {
  const words = t().gaps;
  return (
    <div>
      <h3>
        <button type="button" class="link" data-from-server aria-label={words.card(name)} onClick={() => open(id)}>
          {name}
        </button>
      </h3>
      {offers.length > 0 && (
        <p>
          <span class="visually-hidden" data-from-server>
            {words.adds(name)}
          </span>
          + <span data-from-server>{offers.join(", ")}</span>
        </p>
      )}
    </div>
  );
}
