/** The three sets of pens side by side, each with the legend its sheets carry. */
import type { PensDocument } from "../../api/pens";
import type { PaletteName } from "../../api/types";
import { t } from "../../i18n";
import { Samples } from "./Samples";

const NAMES: readonly PaletteName[] = ["wall", "notebook", "mono"];

export function Palettes({ pens }: { pens: PensDocument }) {
  return (
    <section>
      <h2>{t().pens.palettes}</h2>
      <div class="cards palettes">
        {NAMES.map((name) => {
          const palette = pens.palettes[name];
          return (
            <article key={name} class="card">
              <h3 data-from-server>{palette.name}</h3>
              <Samples lines={palette.legend.filter((line) => line.sample !== "text")} palette={palette} />
            </article>
          );
        })}
      </div>
    </section>
  );
}
