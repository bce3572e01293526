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
