/** What can be put on a sheet, pictured as the sheet draws it, with the pens in force. */
import { pens } from "../../app/pens";
import { building, home } from "../../geometry/container";
import { figure } from "../../geometry/figure";
import { boxOf } from "../../geometry/box";
import type { PathItem } from "../../scene/sheet";
import type { PalettePens } from "../../api/pens";
import { palette } from "./state";

export type Pictured = "person" | "professional" | "institution" | "household" | "undecided" | "arrow" | "link";

/** A square of 24 on 24, on paper of its own, so that pens look the same in a dark room. */
export function Picture({ of }: { of: Pictured }) {
  const inks = pens.value?.palettes[palette.value];
  return (
    <svg class="picture" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true" focusable="false" fill="none">
      {inks && marks(of, inks).map((one, index) => <Mark key={index} mark={one} />)}
    </svg>
  );
}

function Mark({ mark }: { mark: PathItem }) {
  return (
    <path
      d={mark.d}
      fill={mark.fill ?? "none"}
      stroke={mark.stroke ?? "none"}
      stroke-width={mark.width}
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(mark.dash.length > 0 ? { "stroke-dasharray": mark.dash.join(" ") } : {})}
    />
  );
}

function marks(of: Pictured, { nodes, links }: PalettePens): PathItem[] {
  const bold = (stroke: PalettePens["nodes"]["living"]) => ({ ...stroke, width: Math.max(stroke.width * 1.6, 1.3) });
  if (of === "person") return figure(12, 2, 20, bold(nodes.living), false);
  if (of === "professional") return figure(12, 2, 20, bold(nodes.working), true);
  if (of === "undecided") return figure(12, 2, 20, bold(nodes.undecided), false);
  if (of === "institution") return building(boxOf(2, 2, 20, 20), bold(nodes.working));
  if (of === "household") return [...home(boxOf(2, 3, 20, 18), bold(nodes.living)), ...figure(12, 7, 10, nodes.living, false)];
  if (of === "link") return [line("M3 12 H21", links["couple"] ?? nodes.living, 1.6)];
  const ink = { ...nodes.living, dash: [], double: false };
  return [line("M3 19 Q8 9 17 7", ink, 1.8), { ...line("M21 5.500 L13.800 4.600 L16.800 10.600 Z", ink, 0.4), fill: ink.colour }];
}

function line(d: string, { colour }: { colour: string }, width: number): PathItem {
  return { kind: "path", d, stroke: colour, width, dash: [], fill: null };
}
