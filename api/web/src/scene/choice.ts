/** Which arc an arrow takes: straight where it may, else bowed aside or round a name, the cheapest of all that are tried. */
import { EAST, WEST, arcCurve, bowed, sideways, squared, type Arc, type Bend } from "../geometry/arc";
import type { Point } from "../geometry/box";
import { distance, flat, lengthOf } from "../geometry/curve";
import { within } from "../geometry/near";
import type { Priced } from "../geometry/ground";
import type { Outline } from "../geometry/outline";

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
/** Arcs are looked at every so many mm. */
const LOOKED = 1.5;

/** One arrow to route. `bow`: what its fan asks for; `back`: it runs against the first of its fan. */
export interface Task {
  readonly id: string;
  readonly tail: Outline;
  readonly head: Outline;
  readonly bow: number;
  readonly back: boolean;
  readonly open: ReadonlySet<string>;
}

/** The cheapest arc for an arrow alone between its ends: its length, how far it is bent, and all it runs through. */
export function bestArc(task: Task, ground: Priced): Arc {
  const { tail, head, bow } = task;
  const first = bowed(tail, head, bow);
  let best: [number, Arc] = [price(task, first, ground), first];
  if (best[0] <= plain(task, first)) return first;
  const leaning = LEANS.flatMap((lean) => LEANING.map((more) => bowed(tail, head, bow + more, lean)));
  for (const arc of [...BOWS.map((more) => bowed(tail, head, bow + more)), ...leaning, ...squared(tail, head)]) {
    if (plain(task, arc) >= best[0]) continue;
    const cost = price(task, arc, ground);
    if (cost < best[0] - 1e-9) best = [cost, arc];
  }
  return best[1];
}

/** The arcs of a fan, chosen together so that they keep their order: shifted aside, opened wider, or round both sides. */
export function bestFan(tasks: readonly Task[], ground: Priced): Arc[] {
  if (tasks.length === 1) return [bestArc(tasks[0]!, ground)];
  const total = (arcs: readonly Arc[]): number => arcs.reduce((sum, arc, k) => sum + price(tasks[k]!, arc, ground), 0);
  const first = tasks.map((task) => bowed(task.tail, task.head, task.bow));
  let best: [number, Arc[]] = [total(first), first];
  if (best[0] <= first.reduce((sum, arc, k) => sum + plain(tasks[k]!, arc), 0)) return first;
  const alone = tasks.map((task) => bestArc(task, ground));
  for (const arcs of [...shifted(tasks), ...opened(tasks), ...around(tasks), alone]) {
    const cost = total(arcs) + (arcs === alone ? CROSSED * tasks.length : 0);
    if (cost < best[0] - 1e-9) best = [cost, arcs];
  }
  return best[1];
}

/** What it costs each arrow of a fan to leave its order. */
const CROSSED = 40;

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
  const points = flat(arcCurve(tail, head, arc), 4);
  return lengthOf(points) + TURNED * turning(points);
}

/** What an arc costs in all. */
export function price(task: Task, arc: Arc, ground: Priced): number {
  const points = flat(arcCurve(task.tail, task.head, arc), LOOKED);
  const through = Number(enters(task.tail, task.head, points)) + Number(enters(task.head, task.tail, points));
  return plain(task, arc) + ground.price(points, task.open) + THROUGH * through;
}

/** Whether a line runs through the inside of one of its own ends; who stands in a home leaves it from inside. */
function enters(own: Outline, other: Outline, points: readonly Point[]): boolean {
  const tips = [points[0]!, points.at(-1)!];
  const reach = own.reached.at(-1)! / 2;
  return (
    points.some(
      (point) =>
        distance(point, own.middle) < reach && tips.every((tip) => distance(tip, point) > TIP) && within(own.points, point),
    ) && !within(own.points, other.middle)
  );
}

/** How far a line turns in all, in radians. */
function turning(points: readonly Point[]): number {
  let total = 0;
  let before: number | undefined;
  for (let k = 1; k < points.length; k++) {
    const [[ax, ay], [bx, by]] = [points[k - 1]!, points[k]!];
    const angle = Math.atan2(by - ay, bx - ax);
    if (before !== undefined) total += Math.abs(((angle - before + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
    before = angle;
  }
  return total;
}

/** The arc as it is once its ends were moved on their outlines: bent otherwise where it would now run through something. */
export function refitted(task: Task, arc: Arc, ends: { tail: number; head: number }, ground: Priced): Arc {
  const moved = { bend: arc.bend, ...ends };
  const before = price(task, arc, ground) - plain(task, arc);
  let best: [number, Arc] = [price(task, moved, ground), moved];
  if (best[0] <= plain(task, moved) + before + 1) return moved;
  for (const bend of rebent(arc.bend)) {
    const tried = { bend, ...ends };
    const cost = price(task, tried, ground);
    if (cost < best[0] - 1e-9) best = [cost, tried];
  }
  return best[1];
}

function rebent(bend: Bend): Bend[] {
  if (!("bow" in bend)) return [0.3, 0.5, 0.8, 1.1].map((reach) => ({ reach: [reach, reach] as const }));
  const { bow } = bend;
  return [0, ...BOWS.slice(0, 10)].flatMap((more) => [0, ...LEANS].map((lean) => ({ bow: bow + more, lean })));
}
