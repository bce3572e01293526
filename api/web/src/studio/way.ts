/**
 * The way to a service that may help, drawn as wished arrows (hollow heads): whom one would ask, in the order one would ask.
 *
 * The method says who puts whom to work. Here that is: the person asks the service they turn to; that service asks the
 * first one on the way, which asks the next, up to the one that may help. No arrow comes back to the person: that help
 * comes is not known, and is theirs to draw. The need is in none of it: a sheet never says what somebody looks for.
 */
import { around, centre, overlaps, type Box, type Point } from "../geometry/box";
import { slotNear } from "../geometry/slot";
import { drawArrow, join, place, type Change, type Maker } from "../gestures/acts";
import type { SituationDocument } from "../model/situation";
import type { Scene } from "../scene/scene";

export interface Ends {
  activator: string;
  activated: string;
}

/**
 * The arrows still missing for a way. `asker`: the figure one asks for, or null; `way`: the organisations from the one
 * that asks to the one that may help. What is drawn already, to the building or to somebody who works in it, is not
 * drawn twice.
 */
export function missingArrows(document: SituationDocument, asker: string | null, way: readonly string[]): Ends[] {
  const stops = asker === null || within(document, asker, way[0]) ? way : [asker, ...way];
  return stops.slice(1).flatMap((activated, index) => {
    const activator = stops[index] ?? activated;
    const known = activator === activated || document.activations.some((arrow) => arrow.status !== "ended" && runs(document, arrow, { activator, activated }));
    return known ? [] : [{ activator, activated }];
  });
}

/** One change that draws them all; undo takes them off together. Nothing to draw: no gesture. */
export function drawWay(m: Maker, arrows: readonly Ends[], organisations: readonly string[]): Change {
  const drawn = arrows.map((ends) => drawArrow(m, { ...ends, status: "wished" }));
  return { ...join(...drawn), known: organisations };
}

/** Between two stops of a way, in mm: room for an arrow, its head and its badge. */
const ROOM = 26;
/** From whatever else stands on the sheet. */
const APART = 8;

/**
 * Free places for the buildings a way brings along, each to the right of the stop before it or near by; `stops` begins
 * with whoever asks, `scene` is the sheet with the way drawn, wherever its newcomers stand there. What has a place keeps it.
 */
export function placesAlong(scene: Scene, stops: readonly string[]): Record<string, Point> {
  const places: Record<string, Point> = {};
  const taken = new Map<string, Box>();
  for (const [id, { box }] of scene.nodes) if (!(id in scene.placed)) taken.set(id, box);
  stops.forEach((id, index) => {
    const size = scene.nodes.get(id)?.box;
    if (!size || !(id in scene.placed) || taken.has(id)) return;
    const former = stops[index - 1] ?? "";
    const boxAt = ([x, y]: Point): Box => ({ ...size, x: x - size.w / 2, y: y - size.h / 2 });
    const near = taken.get(former);
    const goal: Point = near ? [near.x + near.w + ROOM + size.w / 2, near.y + near.h / 2] : centre(around(taken.values()) ?? scene.area);
    const free = (at: Point, room: number): boolean =>
      [...taken].every(([one, box]) => !overlaps(box, boxAt(at), one === former ? room : Math.min(room, APART)));
    const at = [ROOM, APART].map((room) => slotNear(scene.area, goal, boxAt, (slot) => free(slot, room))).find(Boolean);
    if (at) places[id] = at;
    taken.set(id, at ? boxAt(at) : size);
  });
  return places;
}

/** A way drawn, its new buildings put in free places. */
export function placed(m: Maker, drawn: Change, places: Record<string, Point>): Change {
  return Object.keys(places).length > 0 ? join(drawn, place(m, places)) : drawn;
}

/** The services of the sheet that stand in the directory: where people work or live, where arrows end; in order of appearance. */
export function organisationsOn(document: SituationDocument): string[] {
  const own = new Set(
    [document.persons, document.households, document.professionals, document.institutions, document.undecided].flat().map(({ id }) => id),
  );
  const named = [
    ...document.professionals.map((one) => one.organisation),
    ...document.households.map((one) => one.housed_by),
    ...document.activations.flatMap((arrow) => [arrow.activator, arrow.activated]),
  ];
  return [...new Set(named.filter((id): id is string => id !== null && !own.has(id)))];
}

/** Where a question for this figure most likely starts: the service they work in or last turned to, if it is in the directory. */
export function originFor(document: SituationDocument, figure: string): string | null {
  const services = new Set(organisationsOn(document));
  const worksIn = (id: string): string => document.professionals.find((one) => one.id === id)?.organisation ?? id;
  const turnedTo = document.activations
    .filter((arrow) => arrow.status !== "ended" && (arrow.activator === figure || arrow.activated === figure))
    .sort((a, b) => b.order - a.order)
    .map((arrow) => worksIn(arrow.activator === figure ? arrow.activated : arrow.activator));
  return [worksIn(figure), ...turnedTo].find((id) => services.has(id)) ?? null;
}

function runs(document: SituationDocument, arrow: Ends, { activator, activated }: Ends): boolean {
  const at = (end: string, wanted: string): boolean => end === wanted || within(document, end, wanted);
  return at(arrow.activator, activator) && at(arrow.activated, activated);
}

/** Whether a professional works in this building. */
function within(document: SituationDocument, figure: string, building: string | undefined): boolean {
  return building !== undefined && document.professionals.some((one) => one.id === figure && one.organisation === building);
}
