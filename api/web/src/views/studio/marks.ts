/** Over the sheet, never printed: what is chosen, what a finger is drawing, where it would land. */
import { pens } from "../../app/pens";
import { around } from "../../geometry/box";
import type { Scene, SceneNode } from "../../scene/scene";
import type { Point, Underway } from "../../studio/intents";
import { containersAt } from "../../studio/deeds";
import * as state from "./state";
import { nodeUnder } from "./touching";

const SVG = "http://www.w3.org/2000/svg";

export function drawMarks(root: SVGSVGElement): void {
  const scene = state.drawn.value;
  root.replaceChildren();
  if (!scene) return;
  const instead = state.shownInstead.value;
  if (instead) return markTold(root, scene, instead.told);
  const chosen = state.selected.value;
  if (chosen !== null) markChosen(root, scene, chosen);
  const pending = state.pending.value;
  if (pending && "from" in pending && pending.from) markNode(root, scene.nodes.get(pending.from), "mark-from");
  if (pending?.want === "gather") markNode(root, scene.nodes.get(pending.home), "mark-from");
  const gesture = state.underway.value;
  if (gesture) markGesture(root, scene, gesture);
}

function markChosen(root: SVGSVGElement, scene: Scene, id: string): void {
  const node = scene.nodes.get(id);
  if (node) return markNode(root, node, "mark-chosen");
  const line = scene.arrows.get(id)?.line ?? scene.links.get(id)?.line;
  if (line) put(root, "path", { d: pathOf(line), class: "mark-line" });
}

/** While the sheet is shown again: the arrow being told, and its two ends. */
function markTold(root: SVGSVGElement, scene: Scene, id: string | null): void {
  const arrow = id === null ? undefined : scene.arrows.get(id);
  if (!arrow) return;
  put(root, "path", { d: pathOf(arrow.line), class: "mark-told-line" });
  for (const end of [arrow.activator, arrow.activated]) markNode(root, scene.nodes.get(end), "mark-told");
}

function markNode(root: SVGSVGElement, node: SceneNode | undefined, kind: string): void {
  if (!node) return;
  const { x, y, w, h } = node.what === "figure" ? (around([node.box]) ?? node.box) : node.box;
  put(root, "rect", { x: x - 1.4, y: y - 1.4, width: w + 2.8, height: h + 2.8, rx: 2.4, class: kind });
}

function markGesture(root: SVGSVGElement, scene: Scene, gesture: Underway): void {
  if (gesture.what === "lasso") {
    put(root, "path", { d: `${pathOf(gesture.points.map(({ x, y }) => [x, y]))} Z`, class: "mark-lasso" });
    return;
  }
  if (gesture.what === "move") return markLanding(root, scene, gesture.id, gesture.at);
  const over = nodeUnder(gesture.over);
  const arrow = gesture.what === "redirect" ? scene.arrows.get(gesture.arrow) : undefined;
  const fixed = gesture.what === "arrow" ? gesture.from : gesture.end === "activated" ? arrow?.activator : arrow?.activated;
  const start = fixed === undefined ? undefined : scene.nodes.get(fixed);
  if (over !== null && over !== fixed) markNode(root, scene.nodes.get(over), "mark-over");
  if (!start) return;
  if (state.pending.peek()?.want === "link") rubber(root, start, gesture.to, "currentColor", null);
  else rubber(root, start, gesture.to, inkFor(scene, gesture, fixed, over), gesture.what === "redirect" && gesture.end === "activator");
}

/** Where the moved one would belong if it were let go here. */
function markLanding(root: SVGSVGElement, scene: Scene, id: string, at: Point): void {
  const document = state.living.peek();
  const still = state.scene.peek();
  if (!document || !still) return;
  const { home, building } = containersAt({ document, nodes: still.nodes }, at, id);
  const kind = scene.nodes.get(id)?.kind;
  const there = kind === "person" ? home : kind === "professional" || kind === "household" ? building : undefined;
  if (there !== undefined) markNode(root, scene.nodes.get(there), "mark-over");
}

/** The ink of the arrow being drawn: pencil until it reaches somebody, then the pen that the two ends make. */
function inkFor(scene: Scene, gesture: Underway, fixed: string | undefined, over: string | null): string {
  const known = pens.peek();
  const inks = known?.palettes[state.palette.peek()];
  const pencil = inks?.nodes.undecided.colour ?? "currentColor";
  const [one, other] = [fixed === undefined ? undefined : scene.nodes.get(fixed), over === null ? undefined : scene.nodes.get(over)];
  if (!known || !inks || !one || !other || one === other) return pencil;
  const back = gesture.what === "redirect" && gesture.end === "activator";
  const [activator, activated] = back ? [other.side, one.side] : [one.side, other.side];
  const pen = known.table.find((row) => row.activator === activator && row.activated === activated)?.pen;
  return inks.arrows[pen as keyof typeof inks.arrows]?.colour ?? pencil;
}

/** `back`: the head is at the start; null: a line without a head. */
function rubber(root: SVGSVGElement, from: SceneNode, to: Point, ink: string, back: boolean | null): void {
  const [cx, cy] = from.centre;
  const far = Math.hypot(to.x - cx, to.y - cy);
  if (far < 1) return;
  const way = { x: (to.x - cx) / far, y: (to.y - cy) / far };
  const out = Math.min(far, Math.min(from.shape.w / 2 / Math.max(Math.abs(way.x), 0.01), from.shape.h / 2 / Math.max(Math.abs(way.y), 0.01)));
  const start = { x: cx + way.x * out, y: cy + way.y * out };
  put(root, "path", { d: `M${start.x} ${start.y} L${to.x} ${to.y}`, class: "mark-rubber", stroke: ink });
  if (back === null) return;
  const tip = back ? start : to;
  const turn = back ? -1 : 1;
  const base = { x: tip.x - way.x * 4 * turn, y: tip.y - way.y * 4 * turn };
  const side = { x: -way.y * 1.7, y: way.x * 1.7 };
  const head = `M${tip.x} ${tip.y} L${base.x + side.x} ${base.y + side.y} L${base.x - side.x} ${base.y - side.y} Z`;
  put(root, "path", { d: head, fill: ink, stroke: ink });
}

function pathOf(line: readonly (readonly [number, number])[]): string {
  return line.map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`).join(" ");
}

function put(root: SVGSVGElement, name: string, attributes: Record<string, string | number>): void {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  root.append(element);
}
