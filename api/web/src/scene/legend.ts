/** The lines of the charter's legend that a sheet shows something of: its pens in use, and no other. */
import type { LegendLine } from "../api/pens";
import type { Scene, SceneNode } from "./scene";

export function legendInUse(scene: Scene, lines: readonly LegendLine[]): LegendLine[] {
  const arrows = new Set([...scene.arrows.values()].map(({ pen }) => pen as string));
  const samples = new Set([...scene.nodes.values()].map(sampleOf));
  return lines.filter(({ sample, pen }) => (sample === "arrow" ? pen !== null && arrows.has(pen) : samples.has(sample)));
}

/** The sample that stands for somebody or something; a home is drawn with the pen of those who live in it. */
function sampleOf({ what, side, parent }: SceneNode): string {
  if (side !== "living") return `${side} figure`;
  return what === "home" || parent !== null ? "living figure" : "collective figure";
}
