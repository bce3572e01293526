/** The order in which arrows are painted: the story's, save that no line is painted over another's badge (layouts/individual/painting.py). */
import type { Badge, Badges } from "./badges";
import type { Arrow } from "./staging";

/** A line that runs under a badge comes before the badge's arrow; two that hide each other's keep the story's order. */
export function paintOrder(arrows: readonly Arrow[], badges: ReadonlyMap<string, Badge>, solid: Badges): Arrow[] {
  const byId = new Map(arrows.map((arrow) => [arrow.id, arrow]));
  const painted = new Set<Arrow>();
  const begun = new Set<Arrow>();
  for (const first of arrows) {
    const waiting = [first];
    while (waiting.length > 0) {
      const arrow = waiting.at(-1)!;
      const badge = badges.get(arrow.id);
      const under = begun.has(arrow) || !badge ? [] : solid.under(arrow.id, badge);
      begun.add(arrow);
      const before = under.map((id) => byId.get(id)).filter((one) => one !== undefined && !begun.has(one));
      if (before.length > 0) waiting.push(...(before as Arrow[]).sort((a, b) => b.number - a.number));
      else painted.add(waiting.pop()!);
    }
  }
  return [...painted];
}
