/** The answer: contacts, then persons apart, how long it took, why services said no, and the tables. */
import type { CountAnswer, Measures, Spell } from "../../api/count-types";
import { lang, said, t } from "../../i18n";
import { dateInWords } from "../../parts/words";
import { REASONS } from "../follow/reasons";
import { COLUMNS, FigureTable } from "./FigureTable";

export function Numbers({ found }: { found: CountAnswer }) {
  const words = t().counts;
  return (
    <section class="numbers">
      <h2 data-from-server>
        {found.label}, {found.months}
      </h2>
      <p class="quiet">
        {words.known(dateInWords(found.as_of, lang.value))} {found.final && words.same}
      </p>
      <Contacts total={found.total} />
      <Persons total={found.total} />
      <div class="spells">
        <Days name={words.toAnswer} spell={found.total.to_answer} />
        <Days name={words.toService} spell={found.total.to_service} />
      </div>
      <Reasons reasons={found.total.reasons} />
      {found.tables.map((table) => (
        <FigureTable key={table.by} table={table} total={found.total} />
      ))}
      <Paper paper={found.paper} />
      <ul class="notes quiet" data-from-server>
        {found.notes.map((note) => (
          <li key={note}>{said(note)}</li>
        ))}
      </ul>
    </section>
  );
}

function Contacts({ total }: { total: Measures }) {
  const words = t().counts;
  return (
    <dl class="counted">
      {COLUMNS.map((name) => (
        <div key={name} class={name === "made" ? "made" : ""}>
          <dt>{words.columns[name]}</dt>
          <dd>{total[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Never beside the contacts, never added to them. */
function Persons({ total }: { total: Measures }) {
  const words = t().counts;
  if (!total.persons) return <p class="persons">{words.personsUnknown}</p>;
  const { known, unmarked } = total.persons;
  return (
    <p class="persons">
      {words.persons(known)} {unmarked > 0 && words.unmarked(unmarked)}
    </p>
  );
}

function Days({ name, spell }: { name: string; spell: Spell }) {
  const words = t().counts;
  const { n, median_days: median, p90_days: late } = spell;
  if (n === 0 || median === null) return null;
  return (
    <p>
      {name} {words.median(median, n)} {late !== null && words.nineTenths(late)}
    </p>
  );
}

function Reasons({ reasons }: { reasons: Record<string, number> }) {
  const words = t().counts;
  const labels = t().follow.reasons;
  const told = REASONS.filter((code) => (reasons[code] ?? 0) > 0);
  if (told.length === 0) return null;
  return (
    <section>
      <h3>{words.why}</h3>
      <ul class="reason-counts">
        {told.map((code) => (
          <li key={code}>
            <span>{labels[code]}</span> <span>{reasons[code]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Paper({ paper }: { paper: CountAnswer["paper"] }) {
  const words = t().counts;
  if (paper.slips.length === 0) return null;
  return <p class="persons">{words.paper(paper.slips.length, paper.totals["made"] ?? 0, paper.totals["contacts"] ?? 0)}</p>;
}
