/** Which arc an arrow takes: straight where it may, else bowed aside or round a name, the cheapest of all that are tried. */
import { EAST, WEST, arcCubic, arcDrawn, bowed, sideways, squared, type Arc, type Bend, type Drawn } from "../geometry/arc";
import type { Priced } from "../geometry/ground";
import { hypot } from "../geometry/length";
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
/** Arcs are looked at every so many mm; at first only at every so-manieth of these points: most are too dear already. */
const LOOKED = 2.2;
const GLANCED = 4;

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

/** An arc that was chosen, and all it costs. */
export interface Chosen {
  readonly arc: Arc;
  readonly price: number;
}

/** An arc that may be taken; `plain`: its length and what its turning costs, in mm. */
interface Tried extends Drawn {
  readonly plain: number;
}

function tried({ tail, head }: Task, arc: Arc): Tried {
  const way = arcCubic(tail, head, arc);
  return { arc, way, plain: measured(way, TURNED) };
}

/** Those of the arcs that cost less than `most` when nothing is in their way, the flattest first. */
function ranked(drawn: readonly Drawn[], most: number): Tried[] {
  const found: Tried[] = [];
  for (const { arc, way } of drawn) {
    const plain = measured(way, TURNED, most);
    if (plain < most) found.push({ arc, way, plain });
  }
  return found.sort((a, b) => a.plain - b.plain);
}

/** The cheapest arc for an arrow alone between its ends: its length, how far it is bent, and all it runs through. */
export function bestArc(task: Task, ground: Priced): Chosen {
  const { tail, head, bow } = task;
  const first = priced(task, bowed(tail, head, bow), ground);
  if (first.price <= first.plain) return first;
  const drawn = (more: number, lean?: number): Drawn => arcDrawn(tail, head, bowed(tail, head, bow + more, lean));
  const bows = BOWS.map((more) => drawn(more));
  const best = cheapest(task, bows, ground, first);
  if (best.price - best.plain > HOPELESS) return best;
  const leaning = LEANS.flatMap((lean) => LEANING.map((more) => drawn(more, lean)));
  return cheapest(task, [...leaning, ...squared(tail, head)], ground, best);
}

type Best = Tried & Chosen;

function priced(task: Task, arc: Arc, ground: Priced): Best {
  const one = tried(task, arc);
  return { ...one, price: price(task, one, ground) };
}

/** The cheapest of `best` and `arcs`, the flattest looked at first. */
function cheapest(task: Task, arcs: readonly Drawn[], ground: Priced, best: Best): Best {
  let found = best;
  for (const one of ranked(arcs, best.price)) {
    if (one.plain >= found.price) return found;
    const cost = price(task, one, ground, found.price);
    if (cost < found.price - 1e-9) found = { ...one, price: cost };
  }
  return found;
}

/** The arcs of a fan, chosen together so that they keep their order: shifted aside, opened wider, or round both sides. */
export function bestFan(tasks: readonly Task[], ground: Priced): Chosen[] {
  if (tasks.length === 1) return [bestArc(tasks[0]!, ground)];
  const all = (arcs: readonly Arc[]): Best[] => arcs.map((arc, k) => priced(tasks[k]!, arc, ground));
  const total = (fan: readonly Chosen[]): number => fan.reduce((sum, one) => sum + one.price, 0);
  const first = all(tasks.map((task) => bowed(task.tail, task.head, task.bow)));
  let best: [number, readonly Chosen[]] = [total(first), first];
  if (best[0] <= first.reduce((sum, one) => sum + one.plain, 0)) return first;
  const alone = tasks.map((task) => bestArc(task, ground));
  const choices: [number, readonly (readonly Chosen[])[]][] = [
    [0, [...opened(tasks), ...around(tasks)].map(all)],
    [ASIDE, shifted(tasks).map(all)],
    [CROSSED, [alone]],
  ];
  for (const [dearer, fans] of choices) {
    for (const fan of fans) {
      const cost = total(fan) + dearer * tasks.length;
      if (cost < best[0] - 1e-9) best = [cost, fan];
    }
  }
  return [...best[1]];
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

/** What an arc costs in all; some figure above `most` once it is dearer. */
function price(task: Task, { way, plain }: Tried, ground: Priced, most = Infinity): number {
  if (most < Infinity && plain + ground.price(trace.follow(way, LOOKED, GLANCED), task.open, most - plain) > most) return Infinity;
  let total = plain;
  trace.follow(way, LOOKED);
  if (enters(task.tail, task.head)) total += THROUGH;
  if (enters(task.head, task.tail)) total += THROUGH;
  return total > most ? total : total + ground.price(trace, task.open, most - total);
}

/** Whether the traced line runs through the inside of one of its own ends; who stands in a home leaves it from inside. */
function enters(own: Outline, other: Outline): boolean {
  const { points, count } = trace;
  const { x, y, w, h } = own.box;
  const [far, low] = [x + w, y + h];
  for (let p = 1; p < count - 1; p++) {
    const [px, py] = [points[2 * p]!, points[2 * p + 1]!];
    if (px < x || py < y || px > far || py > low) continue;
    if (nearTip(px, py) || !within(own.points, [px, py])) continue;
    return !within(own.points, other.middle);
  }
  return false;
}

function nearTip(x: number, y: number): boolean {
  const { points, count } = trace;
  const last = 2 * (count - 1);
  return hypot(x - points[0]!, y - points[1]!) <= TIP || hypot(x - points[last]!, y - points[last + 1]!) <= TIP;
}

/**
 * The arc as it is once its ends were moved on their outlines: bent otherwise where it would now run through something.
 * `known`: what it cost before, when that was counted on this ground.
 */
export function refitted(task: Task, arc: Arc, ends: { tail: number; head: number }, ground: Priced, known?: number): Arc {
  if (ends.tail === arc.tail && ends.head === arc.head) return arc;
  const moved = priced(task, { bend: arc.bend, ...ends }, ground);
  // At its plain price nothing can have become worse.
  if (moved.price <= moved.plain) return moved.arc;
  const was = tried(task, arc);
  const before = known ?? price(task, was, ground);
  if (moved.price <= moved.plain + (before - was.plain) + 1) return moved.arc;
  const best = cheapest(
    task,
    rebent(arc.bend).map((bend) => arcDrawn(task.tail, task.head, { bend, ...ends })),
    ground,
    moved,
  );
  // Ends that touch are better than a line through a name.
  return before + TOUCHING < best.price ? arc : best.arc;
}

function rebent(bend: Bend): Bend[] {
  if (!("bow" in bend)) return [0.3, 0.5, 0.8, 1.1].map((reach) => ({ reach: [reach, reach] as const }));
  const { bow } = bend;
  return [0, ...BOWS.slice(0, 10)].flatMap((more) => [0, ...LEANS].map((lean) => ({ bow: bow + more, lean })));
}
