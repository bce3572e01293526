/** What lines should not run through, and what it costs them. */
import { boxOf, type Box } from "../geometry/box";
import { Ground, type Obstacle } from "../geometry/ground";
import type { Places } from "./places";

/** What a line pays for entering a figure, a name, or a home it has no business in, in mm of way. */
const FIGURE = 400;
const WORDS = 300;
const WALLS = 200;

export function groundOf({ stands, walls }: Places): Ground {
  const obstacles: Obstacle[] = [];
  const put = (owner: string, box: Box, price: number, open: boolean): void => {
    if (box.w > 0 && box.h > 0) obstacles.push({ owner, box, price, open });
  };
  for (const [owner, stand] of stands) {
    put(owner, stand.shape, FIGURE, true);
    put(owner, lettered(stand.words), WORDS, false);
  }
  for (const [owner, wall] of walls) {
    put(owner, wall.box, WALLS, true);
    put(owner, lettered(wall.words), WORDS, false);
  }
  return new Ground(obstacles);
}

/** What a line between two ends may enter: the ends and the containers they stand in. */
export function openTo({ above }: Places, ...ends: string[]): Set<string> {
  return new Set(ends.flatMap((end) => [end, ...(above.get(end) ?? [])]));
}

/** A name is kept a little less clear than a figure: its box has air above. */
function lettered(box: Box): Box {
  return boxOf(box.x, box.y + 0.6, box.w, Math.max(0, box.h - 0.6));
}
