/** Ends of arrows on one outline kept apart: in their order, and moved as little as that takes. */

/** Ends keep this far from each other along an outline where they can, in mm. */
const APART = 4.4;

/**
 * Places along a way of `length` mm, at least `APART` from each other (nearer where there is no room). Isotonic
 * regression by pooling of neighbours: the sum of the squares of the moves is least. `ring`: the way is closed.
 */
export function spread(places: readonly number[], length: number, ring: boolean): number[] {
  const order = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]! || a - b);
  const sorted = order.map((index) => places[index]!);
  const gap = Math.min(APART, length / (ring ? sorted.length : Math.max(1, sorted.length - 1)));
  if (!tight(sorted, length, ring, gap)) return [...places];
  const cut = ring ? widest(sorted, length) : 0;
  const turned = sorted.map((_, k) => {
    const from = (k + cut) % sorted.length;
    return sorted[from]! + (k + cut >= sorted.length ? length : 0);
  });
  const apart = pooled(turned, gap);
  const held = ring ? apart : kept(apart, length, gap);
  const result = [...places];
  held.forEach((place, k) => (result[order[(k + cut) % order.length]!] = place));
  return result;
}

function tight(sorted: readonly number[], length: number, ring: boolean, gap: number): boolean {
  const close = sorted.some((place, k) => k > 0 && place - sorted[k - 1]! < gap - 1e-9);
  return close || (ring && sorted.length > 1 && sorted[0]! + length - sorted.at(-1)! < gap - 1e-9);
}

/** The end after the widest gap of a ring: where it may be cut open. */
function widest(sorted: readonly number[], length: number): number {
  let [best, most] = [0, sorted[0]! + length - sorted.at(-1)!];
  for (let k = 1; k < sorted.length; k++) {
    const gap = sorted[k]! - sorted[k - 1]!;
    if (gap > most + 1e-9) [best, most] = [k, gap];
  }
  return best;
}

function pooled(sorted: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  sorted.forEach((place, k) => {
    pools.push({ sum: place - k * gap, count: 1 });
    while (pools.length > 1) {
      const [one, two] = [pools.at(-2)!, pools.at(-1)!];
      if (one.sum / one.count <= two.sum / two.count) break;
      pools.splice(-2, 2, { sum: one.sum + two.sum, count: one.count + two.count });
    }
  });
  const values = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return values.map((value, k) => value + k * gap);
}

/** Moved back onto an open way from 0 to `length`. */
function kept(places: readonly number[], length: number, gap: number): number[] {
  const low = places.map((place, k) => Math.max(place, k * gap));
  return low.map((place, k) => Math.min(place, length - (low.length - 1 - k) * gap));
}
