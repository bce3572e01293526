/** The 2 x 2 table: the pen that draws an arrow, by the sides of its two ends. */
import type { PensDocument, SideName } from "../../api/pens";
import { t } from "../../i18n";
import { Arrow } from "./Stroke";

export function Table({ pens }: { pens: PensDocument }) {
  const words = t().pens;
  const sides = pens.sides.filter((side) => pens.table.some((cell) => cell.activator === side.id));
  return (
    <section class="card">
      <h2>{words.table}</h2>
      <div class="table-room" role="region" aria-label={words.tableCaption} tabIndex={0}>
        <table class="pen-table">
          <caption class="visually-hidden">{words.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="quiet">
                  {words.activator} ↓ · {words.activated} →
                </span>
              </th>
              {sides.map((side) => (
                <th key={side.id} scope="col" data-from-server>
                  {side.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sides.map((side) => (
              <tr key={side.id}>
                <th scope="row" data-from-server>
                  {side.name}
                </th>
                {sides.map((other) => (
                  <Cell key={other.id} pens={pens} activator={side.id} activated={other.id} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ pens, activator, activated }: { pens: PensDocument; activator: SideName; activated: SideName }) {
  const pen = pens.table.find((cell) => cell.activator === activator && cell.activated === activated)?.pen;
  const known = pens.pens.find((one) => one.id === pen);
  if (!known) return <td />;
  return (
    <td data-pen={known.id} data-from-server>
      <Arrow ink={pens.palettes.wall.arrows[known.id as "blue"]} />
      <span class="pen-name">
        {known.name} <span class="quiet">({known.letter})</span>
      </span>
    </td>
  );
}
