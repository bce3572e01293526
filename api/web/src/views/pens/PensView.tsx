/** The Feutres part: the code explained with its own pens, all of it from the server's pens document. */
import type { PensDocument } from "../../api/pens";
import { askedPens, loadPens } from "../../app/pens";
import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { FromServer } from "../../parts/FromServer";
import { PartHead } from "../../parts/PartHead";
import { Palettes } from "./Palettes";
import { Samples } from "./Samples";
import { Table } from "./Table";

export function PensView() {
  const words = t().pens;
  return (
    <div class="column pens">
      <PartHead title={words.title} intro={words.intro} />
      <Awaited of={askedPens} retry={loadPens}>
        {(pens) => (
          <>
            <Sides pens={pens} />
            <Table pens={pens} />
            <Reading pens={pens} />
            <Palettes pens={pens} />
            <section class="card">
              <h2>{words.charter}</h2>
              <FromServer as="p">{pens.charter.footer}</FromServer>
              <FromServer as="p" class="quiet">
                {pens.charter.credit}
              </FromServer>
            </section>
          </>
        )}
      </Awaited>
    </div>
  );
}

function Sides({ pens }: { pens: PensDocument }) {
  const lines = pens.palettes.wall.legend.filter((line) => line.sample.endsWith("figure"));
  return (
    <section class="card">
      <h2>{t().pens.sides}</h2>
      <Samples lines={lines} palette={pens.palettes.wall} />
    </section>
  );
}

function Reading({ pens }: { pens: PensDocument }) {
  const lines = pens.palettes.wall.legend.filter((line) => line.sample === "text" && line.key !== "credit");
  return (
    <section class="card">
      <h2>{t().pens.reading}</h2>
      <ul class="reading" data-from-server>
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
    </section>
  );
}
