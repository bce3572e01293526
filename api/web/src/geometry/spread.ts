/** Ends of arrows on one outline kept apart: in their order, and moved as little as that takes. */

/** Half the room an end takes along an outline, in mm: a head, and a bare tail. */
const HEAD_ROOM = 2;
const TAIL_ROOM = 1.2;
/** Ends take no more than this part of an outline: beyond it they stand closer, rather than on the wrong side. */
const CROWDED = 0.7;

export interface End {
  /** Where it would like to stand, in mm along the way. */
  readonly place: number;
  readonly head: boolean;
}

/**
 * Places along a way of `length` mm with room for each end where there is room. Isotonic regression by pooling of
 * neighbours: the sum of the squares of the moves is least. `ring`: the way is closed.
 */
export function spread(ends: readonly End[], length: number, ring: boolean): number[] {
  const order = ends.map((_, index) => index).sort((a, b) => ends[a]!.place - ends[b]!.place || a - b);
  const sorted = order.map((index) => ends[index]!);
  const rooms = sorted.map((end) => (end.head ? HEAD_ROOM : TAIL_ROOM));
  const wanted = 2 * rooms.reduce((sum, room) => sum + room, 0);
  const scale = Math.min(1, (CROWDED * length) / (wanted || 1));
  const gapBefore = (k: number): number => (rooms[k]! + rooms[(k - 1 + rooms.length) % rooms.length]!) * scale;
  const places = sorted.map((end) => end.place);
  if (!tight(places, length, ring, gapBefore)) return ends.map((end) => end.place);
  const cut = ring ? widest(places, length) : 0;
  const turned = places.map((_, k) => {
    const from = (k + cut) % places.length;
    return { place: places[from]! + (k + cut >= places.length ? length : 0), gap: k === 0 ? 0 : gapBefore(from) };
  });
  const apart = pooled(turned);
  const held = ring ? apart : kept(apart, turned, length);
  const result: number[] = [];
  held.forEach((place, k) => (result[order[(k + cut) % order.length]!] = place));
  return result;
}

interface Placed {
  readonly place: number;
  /** Room to leave after the one before. */
  readonly gap: number;
}

function tight(places: readonly number[], length: number, ring: boolean, gapBefore: (k: number) => number): boolean {
  const close = places.some((place, k) => k > 0 && place - places[k - 1]! < gapBefore(k) - 1e-9);
  return close || (ring && places.length > 1 && places[0]! + length - places.at(-1)! < gapBefore(0) - 1e-9);
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

function pooled(ends: readonly Placed[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  let offset = 0;
  const offsets = ends.map(({ place, gap }) => {
    offset += gap;
    pools.push({ sum: place - offset, count: 1 });
    while (pools.length > 1) {
      const [one, two] = [pools.at(-2)!, pools.at(-1)!];
      if (one.sum / one.count <= two.sum / two.count) break;
      pools.splice(-2, 2, { sum: one.sum + two.sum, count: one.count + two.count });
    }
    return offset;
  });
  const values = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return values.map((value, k) => value + offsets[k]!);
}

/** Moved back onto an open way from 0 to `length`. */
function kept(places: readonly number[], ends: readonly Placed[], length: number): number[] {
  const result: number[] = [];
  places.forEach((place, k) => result.push(Math.max(place, k === 0 ? 0 : result[k - 1]! + ends[k]!.gap)));
  for (let k = result.length - 1, most = length; k >= 0; k--) {
    result[k] = Math.min(result[k]!, most);
    most = result[k]! - ends[k]!.gap;
  }
  return result;
}
