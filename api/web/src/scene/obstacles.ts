/** What lines should not run through, and what it costs them. */
import { boxOf, type Box } from "../geometry/box";
import { roofHeight } from "../geometry/container";
import { Ground, type Obstacle } from "../geometry/ground";
import type { Places } from "./places";

/** What a line pays for entering a figure, a name, or a home it has no business in, in mm of way. */
const FIGURE = 300;
const WORDS = 160;
const WALLS = 120;
/** What leaving the paper costs, and how far beside it a line may be found, in mm. */
const OFF_PAPER = 250;
const BESIDE = 80;

export function groundOf(places: Places, paper: Box): Ground {
  return new Ground([...obstaclesOf(places), ...edges(paper)]);
}

/** What lies beside the paper, as one thing. */
function edges({ x, y, w, h }: Box): Obstacle[] {
  const boxes = [
    boxOf(x - BESIDE, y - BESIDE, BESIDE, h + 2 * BESIDE),
    boxOf(x + w, y - BESIDE, BESIDE, h + 2 * BESIDE),
    boxOf(x, y - BESIDE, w, BESIDE),
    boxOf(x, y + h, w, BESIDE),
  ];
  return boxes.map((box) => ({ owner: "", thing: "beside the paper", box, price: OFF_PAPER, open: false }));
}

/** The boxes of all that stands, or of `only` these. */
export function obstaclesOf({ stands, walls }: Places, only?: ReadonlySet<string>): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const put = (owner: string, box: Box, price: number, open: boolean): void => {
    if (box.w > 0 && box.h > 0 && (!only || only.has(owner)))
      obstacles.push({ owner, thing: `${price} ${owner}`, box, price, open });
  };
  for (const [owner, stand] of stands) {
    put(owner, stand.shape, FIGURE, true);
    put(owner, lettered(stand.words), WORDS, false);
  }
  for (const [owner, wall] of walls) {
    for (const box of wall.building ? slices(wall.box) : [wall.box]) put(owner, box, WALLS, true);
    put(owner, lettered(wall.words), WORDS, false);
  }
  return obstacles;
}

/** What a line between two ends may enter: the ends and the containers they stand in. */
export function openTo({ above }: Places, ...ends: string[]): Set<string> {
  return new Set(ends.flatMap((end) => [end, ...(above.get(end) ?? [])]));
}

/** A building without the empty corners beside its roof: the walls, and the roof in slices. */
function slices(box: Box): Box[] {
  const roof = Math.min(roofHeight(box.w), 0.42 * box.h);
  const rows = [0.5, 0.85, 1].map((part, k, parts) => {
    const from = parts[k - 1] ?? 0;
    return boxOf(box.x + (box.w * (1 - part)) / 2, box.y + from * roof, box.w * part, (part - from) * roof);
  });
  return [...rows, boxOf(box.x, box.y + roof, box.w, box.h - roof)];
}

/** A name is kept a little less clear than a figure: its box has air above. */
function lettered(box: Box): Box {
  return boxOf(box.x, box.y + 0.6, box.w, Math.max(0, box.h - 0.6));
}
