/** One need with its places, or one place with its needs: what there is, sign by sign, and where to go on. */
import type { GapMap } from "../../api/gap-types";
import { t } from "../../i18n";
import { heldBy, type Row, type Side } from "./rows";
import { StateSign } from "./StateSign";
import { findHelp, seeDirectory } from "./towards";

interface Props {
  row: Row;
  side: Side;
  states: GapMap["states"];
}

export function RowDetail({ row, side, states }: Props) {
  const words = t().gaps;
  return (
    <div class="gap-detail">
      <dl data-from-server>
        {heldBy(row, states).map(({ state, label, labels }) => (
          <div key={state}>
            <dt>
              <StateSign state={state} /> {label}
            </dt>
            <dd>{labels.join(", ")}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={() => findHelp(row, side)}>
          {words.find}
        </button>
        <button type="button" class="button" onClick={() => seeDirectory(row, side)}>
          {words.directory}
        </button>
      </div>
    </div>
  );
}
