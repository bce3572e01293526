/** The pens of this sheet and what they say, under the paper: for who sees such a drawing for the first time. */
import { computed, signal } from "@preact/signals";

import type { Inks, LegendLine } from "../../api/pens";
import { pens } from "../../app/pens";
import { t } from "../../i18n";
import { legendInUse } from "../../scene/legend";
import { Samples } from "../pens/Samples";
import * as state from "./state";

/** Whether the legend lies under the paper, and on the wall. */
export const legendOpen = signal(false);

/** What the legend shows just now; null while it is put away, or nothing is drawn yet. */
export const legend = computed<{ lines: readonly LegendLine[]; inks: Inks } | null>(() => {
  const [scene, palette] = [state.scene.value, pens.value?.palettes[state.palette.value]];
  if (!legendOpen.value || !scene || !palette) return null;
  const lines = legendInUse(scene, palette.legend);
  return lines.length > 0 ? { lines, inks: { arrows: palette.arrows, nodes: palette.nodes } } : null;
});

export function Legend() {
  if (!legendOpen.value) return null;
  const words = t().studio.drawing;
  return (
    <section class="sheet-legend" aria-label={words.tools.legend}>
      {legend.value ? <Samples lines={legend.value.lines} palette={legend.value.inks} /> : <p class="quiet">{words.noLegend}</p>}
    </section>
  );
}
