/** The map on a narrow window: a line for each need or place, which opens. */
import type { GapMap } from "../../api/gap-types";
import { t } from "../../i18n";
import { RowDetail } from "./RowDetail";
import { heldBy, type Row, rowsOf, type Side } from "./rows";
import { StateSign } from "./StateSign";

interface Props {
  map: GapMap;
  side: Side;
}

export function GapList({ map, side }: Props) {
  return (
    <ul class="gap-list">
      {rowsOf(map, side).map((row) => (
        <Line key={row.id} row={row} side={side} states={map.states} />
      ))}
    </ul>
  );
}

function Line({ row, side, states }: { row: Row; side: Side; states: GapMap["states"] }) {
  const words = t().gaps;
  return (
    <li data-row={row.id}>
      <details class="more-criteria">
        <summary>
          <span class="gap-line">
            <span data-from-server>{row.label}</span>
            <span class="gap-strip" aria-hidden="true">
              {row.cells.map((cell) => (
                <StateSign key={cell.id} state={cell.state} />
              ))}
            </span>
            <span class="quiet">
              {heldBy(row, states)
                .map(({ label, labels }) => words.many(labels.length, label))
                .join(" · ")}
            </span>
          </span>
        </summary>
        <RowDetail row={row} side={side} states={states} />
      </details>
    </li>
  );
}
