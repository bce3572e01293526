/** A table of referrals that fits a phone: each row's name on a line of its own, its numbers under it. Never ordered by a number. */
import type { CountTable, Figures } from "../../api/count-types";
import { said, t } from "../../i18n";

export const COLUMNS = ["made", "accepted", "declined", "no_answer", "completed"] as const;

interface Props {
  table: CountTable;
  total: Figures;
}

export function FigureTable({ table, total }: Props) {
  const words = t().counts;
  return (
    <table class="figures">
      <caption data-from-server>{said(table.label)}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      {table.rows.map((row) => (
        <Row key={row.key} label={said(row.label)} figures={row} />
      ))}
      <Row label={words.total} figures={total} own />
    </table>
  );
}

function Row({ label, figures, own }: { label: string; figures: Figures; own?: boolean }) {
  return (
    <tbody class={own ? "whole" : ""}>
      <tr>
        <th scope="rowgroup" colSpan={COLUMNS.length} {...(own ? {} : { "data-from-server": true })}>
          {label}
        </th>
      </tr>
      <tr>
        {COLUMNS.map((column) => (
          <td key={column}>
            <Figure value={figures[column]} floor={figures.at_least?.includes(column) ?? false} />
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function Figure({ value, floor }: { value: number | null; floor: boolean }) {
  const words = t().counts;
  if (value === null) return <>{words.hidden}</>;
  return <>{floor ? words.atLeast(value) : value}</>;
}
