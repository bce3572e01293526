/** The badge of an arrow: pen letter and number, in a ring of the pen's ink, as at the arrow's tail on the sheet. */
import { pens } from "../app/pens";
import type { PaletteName, PenName } from "../api/types";

interface Props {
  pen: PenName;
  number?: number;
  palette?: PaletteName;
}

export function PenBadge({ pen, number, palette: name = "wall" }: Props) {
  const known = pens.value;
  const palette = known?.palettes[name];
  const letter = known?.pens.find((one) => one.id === pen)?.letter ?? "";
  const ring = palette?.arrows[pen as "blue"]?.colour ?? "currentColor";
  const ink = palette?.text[pen] ?? "currentColor";
  return (
    <svg class="pen-badge" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false" data-from-server>
      <circle cx="20" cy="20" r="17" fill="#ffffff" stroke={ring} stroke-width="3" />
      <text x="20" y="26" font-size="16" text-anchor="middle" fill={ink}>
        {letter}
        {number ?? ""}
      </text>
    </svg>
  );
}
