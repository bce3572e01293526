/** Figures and outlines in their places (layouts/individual/plots.py, placed.py). */
import { around, boxOf, centre as middle, grown, moved, type Box, type Point } from "./box";
import { EAVES, roofHeight } from "./container";
import { LABEL_GAP, figureLabel, wrapped, type Label } from "./label";
import type { Sizes } from "./sizes";

/** A container's label is broken for a width in steps of so many mm. */
const LABEL_STEP = 4;
/** Room kept for the width of an outline inside its box, in mm. */
const INK = 0.6;

/** A figure in its place: `shape` is the figure alone, `words` its label, `box` both. */
export interface Stand {
  readonly id: string;
  readonly shape: Box;
  readonly words: Box;
  readonly label: Label;
  readonly box: Box;
}

/** A home or building in its place: `box` is the whole of it, `words` its label inside. */
export interface Walls {
  readonly id: string;
  readonly box: Box;
  readonly words: Box;
  readonly label: Label;
  readonly building: boolean;
}

/** What `wallsAround` needs to know of a container. */
export interface Outlined {
  readonly id: string;
  readonly kind: "household" | "institution";
  readonly label: string;
}

/** A figure whose shape is centred on `at`. */
export function standAt(id: string, text: string, at: Point, sizes: Sizes, label = figureLabel(text, sizes)): Stand {
  const shape = boxOf(at[0] - sizes.figureWidth / 2, at[1] - sizes.figureHeight / 2, sizes.figureWidth, sizes.figureHeight);
  const gap = label.lines.length > 0 ? LABEL_GAP : 0;
  const words = boxOf(at[0] - label.width / 2, shape.y + shape.h + gap, label.width, label.height);
  const ink = grown(shape, INK / 2);
  return { id, shape, words, label, box: label.lines.length > 0 ? around([ink, words])! : ink };
}

/** The outline and label of a container whose members fill `content` (no height: it is empty). */
export function wallsAround(container: Outlined, content: Box, sizes: Sizes): Walls {
  const building = container.kind === "institution";
  const side = sizes.padding + (building ? EAVES : 0);
  const room = Math.floor((Math.max(content.w, 9.5 * sizes.font) + 1e-6) / LABEL_STEP) * LABEL_STEP;
  const label = broken(container, sizes, room);
  const width = Math.max(content.w, label.width, 5 * sizes.font) + 2 * side;
  const top = building ? roofHeight(width) + 1.2 : 2.2;
  // A home's label stands left, so that arrows find their way in from above to whoever stands in the middle.
  const left = building ? (width - label.width) / 2 : Math.min(side + 1, (width - label.width) / 2);
  const down = top + label.height + (content.h ? 0.62 * sizes.padding : 0);
  const height = down + content.h + (content.h ? sizes.padding * 0.8 : 2.4);
  const [x, y] = [content.x + content.w / 2 - width / 2, content.y - down];
  const words = boxOf(x + left, y + top, label.width, label.height);
  return { id: container.id, box: boxOf(x, y, width, height), words, label, building };
}

/** Labels as they were broken last, as long as somebody holds the container: a newcomer tries slots by the hundred. */
const known = new WeakMap<Outlined, { text: string; sizes: Sizes; labels: Map<number, Label> }>();

function broken(container: Outlined, sizes: Sizes, room: number): Label {
  let last = known.get(container);
  if (last?.text !== container.label || last.sizes !== sizes) {
    last = { text: container.label, sizes, labels: new Map() };
    known.set(container, last);
  }
  const label = last.labels.get(room) ?? wrapped(container.label, sizes, room);
  last.labels.set(room, label);
  return label;
}

/** An empty home or building whose box is centred on `at`. */
export function emptyWalls(container: Outlined, at: Point, sizes: Sizes): Walls {
  const walls = wallsAround(container, boxOf(at[0], at[1], 0, 0), sizes);
  const dy = Math.round((at[1] - middle(walls.box)[1]) * 1e4) / 1e4;
  return { ...walls, box: moved(walls.box, 0, dy), words: moved(walls.words, 0, dy) };
}
