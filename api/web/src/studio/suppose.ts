/** What a sheet would be after a change: to find a free place for whoever comes without one. Nothing is applied. */
import * as acts from "../gestures/acts";
import type { Change, Made, Maker } from "../gestures/acts";
import { fold } from "../gestures/fold";
import { overlaps } from "../geometry/box";
import type { SituationDocument } from "../model/situation";
import type { Scene } from "../scene/scene";
import type { Desk } from "./desk";

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

function unplaced(document: SituationDocument, id: string): SituationDocument {
  return { ...document, positions: document.positions.filter(([one]) => one !== id) };
}
