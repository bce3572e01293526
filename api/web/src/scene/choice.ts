/** Which arc an arrow takes: straight where it may, else bowed aside or round a name, the cheapest of all that are tried. */
import { EAST, WEST, arcPoints, bowed, sideways, squared, type Arc, type Bend } from "../geometry/arc";
import type { Priced } from "../geometry/ground";
import { within } from "../geometry/near";
import type { Outline } from "../geometry/outline";
import { measured, Trace } from "../geometry/trace";

/** Bows tried where the first is not free, in mm, and how much wider a fan may open. */
const BOWS = [5, 9, 16, 25, 36, 50, 70].flatMap((far) => [far, -far]);
const LEANING = [9, 16, 25, 36].flatMap((far) => [far, -far]);
const LEANS = [0.8, -0.8];
const WIDER = [2, 3.5, 5, 7];
/** What a radian of turning costs, in mm of way: flat arcs are preferred. */
const TURNED = 11;
/** What it costs to run through one of the two ends, in mm; nearer than this to its own tip a line may touch it. */
const THROUGH = 400;
const TIP = 2.5;
/** What it costs to stay where another arrow ends too, in mm. */
const TOUCHING = 130;
/** Where every bow runs through so much, in mm, no other arc will help. */
const HOPELESS = 550;
/** What it costs each arrow of a fan to lie beside both ends, there and back on one side, and to leave its order. */
const ASIDE = 25;
const CROSSED = 40;
/** Arcs are looked at every so many mm. */
const LOOKED = 2.2;

/** One arrow to route. `bow`: what its fan asks for; `back`: it runs against the first of its fan. */
export interface Task {
  readonly id: string;
  readonly tail: Outline;
  readonly head: Outline;
  readonly bow: number;
  readonly back: boolean;
  readonly open: ReadonlySet<string>;
}

const trace = new Trace();

/** The cheapest arc for an arrow alone between its ends: its length, how far it is bent, and all it runs through. */
export function bestArc(task: Task, ground: Priced): Arc {
  const { tail, head, bow } = task;
  const first = bowed(tail, head, bow);
  const best = { arc: first, price: price(task, first, ground) };
  if (best.price <= plain(task, first)) return first;
  cheapest(
    task,
    BOWS.map((more) => bowed(tail, head, bow + more)),
    ground,
    best,
  );
  if (best.price - plain(task, best.arc) > HOPELESS) return best.arc;
  const leaning = LEANS.flatMap((lean) => LEANING.map((more) => bowed(tail, head, bow + more, lean)));
  cheapest(task, [...leaning, ...squared(tail, head)], ground, best);
  return best.arc;
}

/** Replace `best` by the cheapest of `arcs`, the flattest looked at first. */
function cheapest(task: Task, arcs: readonly Arc[], ground: Priced, best: { arc: Arc; price: number }): void {
  const ranked = arcs.map((arc) => ({ arc, plain: plain(task, arc) })).sort((a, b) => a.plain - b.plain);
  for (const { arc, plain: least } of ranked) {
    if (least >= best.price) return;
    const cost = price(task, arc, ground, best.price);
    if (cost < best.price - 1e-9) Object.assign(best, { arc, price: cost });
  }
}

/** The arcs of a fan, chosen together so that they keep their order: shifted aside, opened wider, or round both sides. */
export function bestFan(tasks: readonly Task[], ground: Priced): Arc[] {
  if (tasks.length === 1) return [bestArc(tasks[0]!, ground)];
  const total = (arcs: readonly Arc[]): number => arcs.reduce((sum, arc, k) => sum + price(tasks[k]!, arc, ground), 0);
  const first = tasks.map((task) => bowed(task.tail, task.head, task.bow));
  let best: [number, Arc[]] = [total(first), first];
  if (best[0] <= first.reduce((sum, arc, k) => sum + plain(tasks[k]!, arc), 0)) return first;
  const alone = tasks.map((task) => bestArc(task, ground));
  const tried: [number, readonly Arc[][]][] = [
    [0, [...opened(tasks), ...around(tasks)]],
    [ASIDE, shifted(tasks)],
    [CROSSED, [alone]],
  ];
  for (const [dearer, fans] of tried) {
    for (const arcs of fans) {
      const cost = total(arcs) + dearer * tasks.length;
      if (cost < best[0] - 1e-9) best = [cost, arcs];
    }
  }
  return best[1];
}

function shifted(tasks: readonly Task[]): Arc[][] {
  return BOWS.map((more) => tasks.map(({ tail, head, bow, back }) => bowed(tail, head, bow + (back ? -more : more))));
}

function opened(tasks: readonly Task[]): Arc[][] {
  return WIDER.map((times) => tasks.map(({ tail, head, bow }) => bowed(tail, head, bow * times)));
}

/** Those that go on one side of both ends, those that come on the other, the later ones farther out. */
function around(tasks: readonly Task[]): Arc[][] {
  return [false, true].map((turned) => {
    const ranks = new Map<boolean, number>();
    return tasks.map(({ tail, head, back }) => {
      const rank = ranks.get(back) ?? 0;
      ranks.set(back, rank + 1);
      const side = back === turned ? EAST : WEST;
      const reach = 0.4 + 0.3 * rank;
      const arc = sideways(tail, head, side, side, [reach, reach]);
      // The outer one leaves a little farther from the other end, so that the two never cross.
      const out = (tail.middle[1] < head.middle[1] ? -1 : 1) * (side === EAST ? 1 : -1) * 0.2 * rank;
      return { ...arc, tail: arc.tail + out, head: arc.head - out };
    });
  });
}

/** The length of an arc and what its turning costs, in mm. */
function plain({ tail, head }: Task, arc: Arc): number {
  const { length, turning } = measured(...arcPoints(tail, head, arc));
  return length + TURNED * turning;
}

/** What an arc costs in all; some figure above `most` once it is dearer. */
export function price(task: Task, arc: Arc, ground: Priced, most = Infinity): number {
  const points = arcPoints(task.tail, task.head, arc);
  const { length, turning } = measured(...points);
  let total = length + TURNED * turning;
  trace.follow(...points, LOOKED);
  if (enters(task.tail, task.head)) total += THROUGH;
  if (enters(task.head, task.tail)) total += THROUGH;
  return total > most ? total : total + ground.price(trace, task.open, most - total);
}

/** Whether the traced line runs through the inside of one of its own ends; who stands in a home leaves it from inside. */
function enters(own: Outline, other: Outline): boolean {
  const { points, count } = trace;
  const { x, y, w, h } = own.box;
  for (let p = 1; p < count - 1; p++) {
    const [px, py] = [points[2 * p]!, points[2 * p + 1]!];
    if (px < x || py < y || px > x + w || py > y + h) continue;
    if (nearTip(px, py) || !within(own.points, [px, py])) continue;
    return !within(own.points, other.middle);
  }
  return false;
}

function nearTip(x: number, y: number): boolean {
  const { points, count } = trace;
  const last = 2 * (count - 1);
  return Math.hypot(x - points[0]!, y - points[1]!) <= TIP || Math.hypot(x - points[last]!, y - points[last + 1]!) <= TIP;
}

/** The arc as it is once its ends were moved on their outlines: bent otherwise where it would now run through something. */
export function refitted(task: Task, arc: Arc, ends: { tail: number; head: number }, ground: Priced): Arc {
  if (ends.tail === arc.tail && ends.head === arc.head) return arc;
  const moved = { bend: arc.bend, ...ends };
  const before = price(task, arc, ground) - plain(task, arc);
  const best = { arc: moved, price: price(task, moved, ground) };
  if (best.price > plain(task, moved) + before + 1) {
    const bends = rebent(arc.bend).map((bend) => ({ bend, ...ends }));
    cheapest(task, bends, ground, best);
    // Ends that touch are better than a line through a name.
    if (price(task, arc, ground) + TOUCHING < best.price) return arc;
  }
  return best.arc;
}

function rebent(bend: Bend): Bend[] {
  if (!("bow" in bend)) return [0.3, 0.5, 0.8, 1.1].map((reach) => ({ reach: [reach, reach] as const }));
  const { bow } = bend;
  return [0, ...BOWS.slice(0, 10)].flatMap((more) => [0, ...LEANS].map((lean) => ({ bow: bow + more, lean })));
}
