/** The paper grows with what is drawn: the smallest that holds everything, never smaller than the one in use. */
import { boxOf, holds, inside, type Box, type Point } from "../geometry/box";
import type { Sizes } from "../geometry/sizes";
import { areaOf, LARGEST, papersFrom, type Paper } from "./paper";
import { placesOf, type Places } from "./places";
import type { PaperName } from "./scene";
import type { Staging } from "./staging";

export function onPaper(
  staging: Staging,
  centres: ReadonlyMap<string, Point>,
  least: PaperName,
  sizes: Sizes,
): { paper: Paper; places: Places } {
  const leaves = [...staging.figures, ...staging.containers.filter((one) => one.members.length === 0)];
  const known = leaves.map(({ id }) => centres.get(id)).filter((at) => at !== undefined);
  for (const paper of papersFrom(least)) {
    if (!known.every((at) => inside(areaOf(paper), at))) continue;
    const places = placesOf(staging, centres, areaOf(paper), sizes);
    if (places && allInside(places, areaOf(paper))) return { paper, places };
  }
  // More people than the largest paper holds stand below it rather than nowhere. A home shut in by others finds no
  // room at any height: then outlines meet.
  for (let height = LARGEST.height; ; height *= 2) {
    const places = placesOf(staging, centres, boxOf(0, 0, LARGEST.width, height), sizes, height > LARGEST.height);
    if (places) return { paper: LARGEST, places };
  }
}

function allInside({ stands, walls }: Places, area: Box): boolean {
  return [...stands.values(), ...walls.values()].every((thing) => holds(area, thing.box));
}
