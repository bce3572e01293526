/** The map on a wide window: needs down, places across, a sign in each cell; both heads open. */
import { useState } from "preact/hooks";

import type { CellState, GapMap } from "../../api/gap-types";
import { t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { RowDetail } from "./RowDetail";
import { type Row, rowsOf, type Side } from "./rows";
import { StateSign } from "./StateSign";

export function GapTable({ map }: { map: GapMap }) {
  const [opened, setOpened] = useState<{ row: Row; side: Side } | null>(null);
  const labels = Object.fromEntries(map.states.map(({ state, label }) => [state, label])) as Record<CellState, string>;
  return (
    <div class="gap-scroll" tabIndex={0} role="region" aria-label={t().gaps.tabs.map}>
      <table class="gap-table">
        <thead>
          <tr>
            <th scope="col">{t().gaps.need}</th>
            {rowsOf(map, "place").map((place) => (
              <th key={place.id} scope="col" class="gap-place">
                <button type="button" data-from-server onClick={() => setOpened({ row: place, side: "place" })}>
                  {place.label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-from-server>
          {rowsOf(map, "need").map((need) => (
            <tr key={need.id} data-row={need.id}>
              <th scope="row">
                <button type="button" onClick={() => setOpened({ row: need, side: "need" })}>
                  {need.label}
                </button>
              </th>
              {need.cells.map((cell) => (
                <td key={cell.id} data-state={cell.state}>
                  <StateSign state={cell.state} />
                  <span class="visually-hidden">{labels[cell.state]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {opened && (
        <Dialog title={opened.row.label} fromServer onClose={() => setOpened(null)}>
          <RowDetail {...opened} states={map.states} />
        </Dialog>
      )}
    </div>
  );
}
