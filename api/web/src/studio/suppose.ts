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

/** The free slot that the sheet gives somebody after a change; undefined when there is none. */
export function slotOf(desk: Desk, draw: Draw, change: Change, id: string): acts.Point | undefined {
  return draw(unplaced(supposed(desk, change), id)).placed[id];
}

/** The same change with the free slot that the sheet gives a newcomer in it; as it is when there is none. */
export function seated(m: Maker, desk: Desk, draw: Draw, made: Made): Made {
  const bare = { ...made, gestures: made.gestures.filter(({ kind }) => kind !== "place") };
  const slot = slotOf(desk, draw, bare, made.id);
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

/** Room each newcomer is given, in mm: as one would draw by hand, with space for arrows between; less on a full sheet. */
const CELLS = { usual: [44, 34], wide: [70, 54] } as const;
const APART = 7;

/**
 * The middle of a free stretch of paper: people to the left, those who work to the right, as sheets usually are.
 * Undefined when the paper is full.
 */
export function freePlace(scene: Pick<Scene, "nodes" | "area">, what: Addable): Point | undefined {
  const { area } = scene;
  const lives = what === "person" || what === "household";
  const goal = { x: area.x + area.w * (lives ? 0.3 : 0.75), y: area.y + area.h / 2 };
  const taken = [...scene.nodes.values()].map(({ box }) => grown(box, APART));
  const far = ({ x, y }: Point): number => Math.hypot(x - goal.x, y - goal.y);
  for (const size of CELLS[what === "household" ? "wide" : "usual"]) {
    const free = ({ x, y }: Point): boolean => {
      const cell: Box = { x: x - size / 2, y: y - size / 2, w: size, h: size };
      return !taken.some((box) => overlaps(box, cell));
    };
    const found = cells(area, size)
      .sort((a, b) => far(a) - far(b))
      .find(free);
    if (found) return found;
  }
  return undefined;
}

/** Middles of overlapping squares that fill an area. */
function cells(area: Box, size: number): Point[] {
  const found: Point[] = [];
  for (let y = area.y + size / 2; y + size / 2 <= area.y + area.h; y += size / 4)
    for (let x = area.x + size / 2; x + size / 2 <= area.x + area.w; x += size / 4) found.push({ x, y });
  return found;
}

function unplaced(document: SituationDocument, id: string): SituationDocument {
  return { ...document, positions: document.positions.filter(([one]) => one !== id) };
}
