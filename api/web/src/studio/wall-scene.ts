/** The scene of the wall, with names or under the veil. Under the veil it is composed from a document without any name. */
import type { PensDocument } from "../api/pens";
import { compose, type ComposeOptions } from "../scene/compose";
import type { Scene, SceneArrow } from "../scene/scene";
import { withoutArrows } from "../scene/untold";
import type { SituationDocument } from "../model/situation";
import { signOfAlias, veiledDocument, type Signs } from "./veil";

type Waiting = readonly [string, number, number];

/** What is to be shown; a replay adds its own moment. */
export interface Frame {
  document: SituationDocument;
  until?: string | null;
  untold?: ReadonlySet<string>;
  places?: Readonly<Record<string, readonly [number, number]>>;
  /** Buildings of the directory put down that nothing names yet, with their places. */
  waiting?: readonly Waiting[];
}

export interface WallScene {
  scene: Scene;
  /** The arrow as the wall knows it, by its id on the sheet. */
  arrow(id: string): SceneArrow | undefined;
}

type Manner = Pick<ComposeOptions, "palette" | "lang" | "paper" | "names">;

/** `signs`: the veil is on. */
export function wallScene(frame: Frame, pens: PensDocument, manner: Manner, signs: Signs | null): WallScene {
  const alias = signs ? (id: string): string => signs.alias(id) : (id: string): string => id;
  const shown = signs ? veiledDocument(frame.document, signs) : frame.document;
  const names = signs ? signOfAlias(frame.document, signs, frame.waiting?.map(([id]) => id)) : manner.names;
  const options = {
    ...manner,
    names,
    until: frame.until ?? null,
    moving: Object.fromEntries(Object.entries(frame.places ?? {}).map(([id, at]) => [alias(id), at])),
    waiting: (frame.waiting ?? []).map(([id, x, y]): Waiting => [alias(id), x, y]),
  };
  const scene = compose(shown, pens, options);
  const untold = new Set([...(frame.untold ?? [])].map(alias));
  const told = withoutArrows(scene, untold);
  return { scene: told, arrow: (id) => told.arrows.get(alias(id)) };
}

export type View = readonly [number, number, number, number];

const MARGIN = 8;
const STEP = 20;
/** Never nearer than this share of the paper: a single person is not shown as tall as the wall. */
const NEAREST = 0.5;

/**
 * The part of the paper that is drawn on, so that a wall shows people and not white. It grows in steps of 20 mm and never
 * shrinks within `before`: nothing moves by itself while somebody draws inside what is already shown.
 */
export function viewOf(scene: Scene, before: View | null): View {
  const { width, height } = scene.sheet;
  const points = [
    ...[...scene.nodes.values()].flatMap(({ box }) => [[box.x, box.y] as const, [box.x + box.w, box.y + box.h] as const]),
    ...[...scene.arrows.values()].flatMap(({ line }) => line),
  ];
  if (points.length === 0) return before ?? [0, 0, width, height];
  const [left, right] = span(points.map(([x]) => x), width, before && [before[0], before[0] + before[2]]);
  const [top, bottom] = span(points.map(([, y]) => y), height, before && [before[1], before[1] + before[3]]);
  return [left, top, right - left, bottom - top];
}

function span(values: readonly number[], whole: number, before: readonly [number, number] | null): [number, number] {
  const low = Math.min(...values) - MARGIN;
  const high = Math.max(...values) + MARGIN;
  const lack = Math.max(0, (NEAREST * whole - (high - low)) / 2);
  const from = Math.max(0, Math.floor((low - lack) / STEP) * STEP);
  const to = Math.min(whole, Math.ceil((high + lack) / STEP) * STEP);
  return before ? [Math.min(from, before[0]), Math.max(to, before[1])] : [from, to];
}
