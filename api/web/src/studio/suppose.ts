/** Free places for whoever comes without one: what a sheet would be after a change. Nothing is applied. */
import * as acts from "../gestures/acts";
import type { Change, Made, Maker } from "../gestures/acts";
import { fold } from "../gestures/fold";
import { grown, overlaps, type Box } from "../geometry/box";
import type { SituationDocument } from "../model/situation";
import type { Scene } from "../scene/scene";
import type { Desk } from "./desk";
import type { Point } from "./intents";
import type { Addable } from "./keys";

/** Draws a document; the view's own `compose` with its settings. */
export type Draw = (document: SituationDocument) => Scene;

export function supposed(desk: Pick<Desk, "id" | "log" | "texts">, change: Change): SituationDocument {
  return fold(desk.id, [...desk.log, ...change.gestures], { ...desk.texts, ...change.texts });
}

/** The same change with the free slot that the sheet gives a newcomer in it; as it is when there is none. */
export function seated(m: Maker, desk: Desk, draw: Draw, made: Made): Made {
  const bare = { ...made, gestures: made.gestures.filter(({ kind }) => kind !== "place") };
  const slot = draw(unplaced(supposed(desk, bare), made.id)).placed[made.id];
  return slot ? { ...acts.join(bare, acts.place(m, { [made.id]: slot })), id: made.id } : made;
}

/**
 * Let somebody into a home. They stay where they stand as long as the home can be drawn around them without taking in
 * anybody else; otherwise they go to a free place beside those who live there.
 */
export function welcomed(m: Maker, desk: Desk, draw: Draw, person: string, home: string, on?: string): Change {
  const settled = acts.settle(m, desk.document, { person, household: home, ...(on === undefined ? {} : { on }) });
  if (settled.gestures.length === 0) return settled;
  const after = supposed(desk, settled);
  const there = draw(after);
  const [walls, stand] = [there.nodes.get(home), there.nodes.get(person)];
  if (!walls || !stand) return settled;
  const strangers = [...there.nodes.values()].filter((one) => one.id !== home && one.parent !== home && one.id !== walls.parent);
  if (!strangers.some((one) => overlaps(one.box, walls.box))) return settled;
  const slot = draw(unplaced(after, person)).placed[person];
  return slot ? acts.join(settled, acts.place(m, { [person]: slot })) : settled;
}

/** Room each newcomer is given on a sheet, in mm: as one would draw by hand, with space for arrows between. */
const CELL: Record<"wide" | "usual", readonly [number, number]> = { usual: [44, 44], wide: [70, 56] };
const APART = 7;

/**
 * The middle of a free stretch of paper: people to the left, those who work to the right, as sheets usually are.
 * Undefined when the paper is full.
 */
export function freePlace(scene: Pick<Scene, "nodes" | "area">, what: Addable): Point | undefined {
  const { area } = scene;
  const [w, h] = CELL[what === "household" ? "wide" : "usual"];
  const lives = what === "person" || what === "household";
  const goal = { x: area.x + area.w * (lives ? 0.3 : 0.75), y: area.y + area.h / 2 };
  const taken = [...scene.nodes.values()].map(({ box }) => grown(box, APART));
  const cells: Point[] = [];
  for (let y = area.y + h / 2; y + h / 2 <= area.y + area.h; y += h / 4)
    for (let x = area.x + w / 2; x + w / 2 <= area.x + area.w; x += w / 4) cells.push({ x, y });
  const far = ({ x, y }: Point): number => Math.hypot(x - goal.x, y - goal.y);
  const free = ({ x, y }: Point): boolean => {
    const cell: Box = { x: x - w / 2, y: y - h / 2, w, h };
    return !taken.some((box) => overlaps(box, cell));
  };
  return cells.sort((a, b) => far(a) - far(b)).find(free);
}

function unplaced(document: SituationDocument, id: string): SituationDocument {
  return { ...document, positions: document.positions.filter(([one]) => one !== id) };
}
