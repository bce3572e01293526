/** What stands under a point: what a finger means when it touches the sheet there. */
import { inside, type Point } from "../geometry/box";
import { distance } from "../geometry/curve";
import { farFrom, farFromBox, farFromEdge, within } from "../geometry/near";
import type { Scene, SceneArrow, SceneNode } from "./scene";

export interface Hit {
  what: "figure" | "rim" | "home" | "building" | "arrow" | "head" | "tail" | "link" | "paper";
  /** "" for the paper. */
  id: string;
}

/** The middle of a figure, in parts of its width: whoever touches it means the figure, however many arrows end there. */
const HEART = 0.25;

/** How far inside its outline a figure or a wall still counts as its rim, in reaches. */
const RIM = 0.4;

/**
 * What stands at `point` (mm). `reach`: how far a finger may miss, in mm. Ends of arrows come before
 * figures, but for a figure's very middle, so that an end can be taken up again; figures before lines, lines before the homes and buildings behind them.
 */
export function hit(scene: Scene, point: Point, reach: number): Hit {
  return (
    heartAt(scene, point) ??
    endAt(scene, point, reach) ?? nodeAt(scene, point, reach, "figure") ?? lineAt(scene, point, reach) ?? wallAt(scene, point, reach) ?? {
      what: "paper",
      id: "",
    }
  );
}

function heartAt(scene: Scene, point: Point): Hit | undefined {
  for (const { id, what, outline, shape } of scene.nodes.values())
    if (what === "figure" && within(outline, point) && farFromEdge(outline, point) >= HEART * shape.w) return { what, id };
  return undefined;
}

function endAt(scene: Scene, point: Point, reach: number): Hit | undefined {
  let best: [number, Hit] | undefined;
  for (const arrow of scene.arrows.values()) {
    for (const [what, far] of [
      ["head", headFar(arrow, point)],
      ["tail", badgeFar(arrow, point)],
    ] as const) {
      if (far <= reach * 0.5 && (!best || far < best[0])) best = [far, { what, id: arrow.id }];
    }
  }
  return best?.[1];
}

/** The head counts from its middle: its tip stands on the figure, which must stay within reach. */
function headFar({ tip, line, headLength }: SceneArrow, point: Point): number {
  const back = line.findLast((at) => distance(at, tip) >= headLength * 0.6) ?? tip;
  return Math.max(0, distance(back, point) - headLength * 0.5);
}

function badgeFar({ badge, tail }: SceneArrow, point: Point): number {
  return badge ? farFromBox(badge, point) : distance(tail, point);
}

function nodeAt(scene: Scene, point: Point, reach: number, what: SceneNode["what"]): Hit | undefined {
  let best: [number, Hit] | undefined;
  for (const node of scene.nodes.values()) {
    if (node.what !== what) continue;
    const far = Math.min(outlineFar(node, point), inside(node.words, point) ? 0 : Infinity);
    if (far > reach || (best && far >= best[0])) continue;
    const edge = farFromEdge(node.outline, point) <= RIM * reach && !inside(node.words, point);
    const rim = edge || far > 0;
    best = [far, { what: rim ? "rim" : "figure", id: node.id }];
  }
  return best?.[1];
}

function outlineFar(node: SceneNode, point: Point): number {
  return within(node.outline, point) ? 0 : farFromEdge(node.outline, point);
}

function lineAt(scene: Scene, point: Point, reach: number): Hit | undefined {
  let best: [number, Hit] | undefined;
  const near = (what: "arrow" | "link", id: string, line: readonly Point[]): void => {
    const far = farFrom(line, point);
    if (far <= reach * 0.6 && (!best || far < best[0])) best = [far, { what, id }];
  };
  for (const arrow of scene.arrows.values()) near("arrow", arrow.id, arrow.line);
  for (const link of scene.links.values()) near("link", link.id, link.line);
  return best?.[1];
}

/** The innermost home or building; its edge is its rim. */
function wallAt(scene: Scene, point: Point, reach: number): Hit | undefined {
  let best: SceneNode | undefined;
  for (const node of scene.nodes.values()) {
    if (node.what === "figure" || outlineFar(node, point) > reach * 0.5) continue;
    if (!best || node.box.w * node.box.h < best.box.w * best.box.h) best = node;
  }
  if (!best) return undefined;
  const edge = farFromEdge(best.outline, point) <= reach * 0.5;
  return { what: edge ? "rim" : best.what === "home" ? "home" : "building", id: best.id };
}
