/** The situations one may open, as cards. */
import { useState } from "preact/hooks";

import type { SituationSummary } from "../../api/types";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Icon } from "../../parts/Icon";
import { PartHead } from "../../parts/PartHead";
import { dateInWords } from "../../parts/words";
import { ImportDialog } from "./ImportDialog";
import { Preview } from "./Preview";
import { Removal } from "./Removal";
import { choose, list, loadList } from "./state";
import { StudioRefused } from "./StudioRefused";
import { drawNew } from "./studio";

export function SituationList() {
  const words = t().situations;
  const [importing, setImporting] = useState(false);
  return (
    <div class="column">
      <PartHead title={words.title} intro={words.intro}>
        <div class="actions">
          <button type="button" class="button" onClick={() => setImporting(true)}>
            <Icon name="import" /> {t().importing.button}
          </button>
          <button type="button" class="button strong" onClick={() => void drawNew()}>
            <Icon name="write" /> {t().studio.drawing.fresh}
          </button>
        </div>
      </PartHead>
      <StudioRefused />
      <Awaited of={list} retry={loadList}>
        {({ situations }) =>
          situations.length === 0 ? (
            <p class="empty">{words.none}</p>
          ) : (
            <ul class="cards situations">
              {situations.map((one) => (
                <SituationCard key={one.id} situation={one} />
              ))}
            </ul>
          )
        }
      </Awaited>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}

function SituationCard({ situation }: { situation: SituationSummary }) {
  const words = t().situations;
  return (
    <li class="card situation">
      <Preview id={situation.id} version={situation.version} />
      <h2>
        <button
          type="button"
          class="card-link"
          data-situation={situation.id}
          data-from-server
          onClick={() => choose(situation.id)}
        >
          {situation.title || t().studio.keeping.untitled}
        </button>
      </h2>
      {situation.place && (
        <p class="quiet" data-from-server>
          {situation.place.split(";").join(", ")}
        </p>
      )}
      <ul class="facts">
        <li>{words.persons(situation.persons)}</li>
        <li>{words.professionals(situation.professionals)}</li>
        <li>{words.arrows(situation.activations)}</li>
      </ul>
      <p class="marks">
        {situation.fictional && <span class="mark">{words.fictional}</span>}
        <Kept keep={situation.keep} />
      </p>
      <Removal situation={situation} />
    </li>
  );
}

function Kept({ keep }: { keep: string | undefined }) {
  const words = t().situations.kept;
  if (!keep || keep === "forever") return null;
  if (keep === "none" || keep === "tonight") return <span class="mark">{words[keep]}</span>;
  return <span class="mark">{words.date(dateInWords(keep, lang.value))}</span>;
}
