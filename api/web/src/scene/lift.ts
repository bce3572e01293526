/**
 * A second drawing over the sheet for what moves just now: the browser paints it alone, and leaves the sheet as it is.
 * It lies exactly on the sheet's own, which fills its frame, and is there only while something moves.
 */
import { inOrder } from "./order";

const SVG = "http://www.w3.org/2000/svg";
const COPIED = ["viewBox", "preserveAspectRatio", "font-family", "fill", "stroke-linecap", "stroke-linejoin", "class"];

const layers = new WeakMap<SVGSVGElement, SVGSVGElement>();

/** Show these elements above the sheet; returns their drawing. */
export function lift(root: SVGSVGElement, elements: readonly SVGElement[]): SVGSVGElement {
  const layer = layers.get(root) ?? (document.createElementNS(SVG, "svg") as SVGSVGElement);
  layers.set(root, layer);
  for (const name of COPIED) {
    const value = root.getAttribute(name);
    if (value !== null && layer.getAttribute(name) !== value) layer.setAttribute(name, value);
  }
  lieOn(layer, root);
  if (layer.previousSibling !== root) root.after(layer);
  inOrder(layer, elements);
  return layer;
}

/** Nothing moves any more. The elements are the sheet's again. */
export function lower(root: SVGSVGElement): void {
  layers.get(root)?.remove();
  layers.delete(root);
}

function lieOn(layer: SVGSVGElement, root: SVGSVGElement): void {
  root.style.isolation = "isolate";
  const placed = root.style.position === "absolute";
  const [from, to] = [root.style, layer.style];
  to.position = "absolute";
  to.left = placed ? from.left : "0";
  to.top = placed ? from.top : "0";
  to.width = placed ? from.width : "100%";
  to.height = placed ? from.height : "100%";
  to.transform = from.transform;
  to.pointerEvents = "none";
  to.willChange = "transform";
}
