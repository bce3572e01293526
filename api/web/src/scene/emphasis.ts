/**
 * Replay on a drawn sheet: arrows not yet told are hidden, the current one is passed over with a marker pen.
 *
 * The marker is drawn under the arrow, so that no pen changes its colour.
 */
const SVG = "http://www.w3.org/2000/svg";

/** Show the story up to arrow `step` (its `data-order`); `null` shows everything and removes the marker. */
export function emphasise(root: SVGSVGElement, step: number | null): void {
  for (const old of root.querySelectorAll("[data-marker]")) old.remove();
  for (const arrow of root.querySelectorAll<SVGGElement>('[data-kind="activation"]')) {
    const order = Number(arrow.dataset["order"]);
    arrow.classList.toggle("untold", step !== null && order > step);
    const current = step !== null && order === step;
    arrow.classList.toggle("told-now", current);
    if (current) mark(root, arrow);
  }
}

function mark(root: SVGSVGElement, arrow: SVGGElement): void {
  const line = arrow.querySelector("path")?.getAttribute("d");
  if (line) {
    const stroke = document.createElementNS(SVG, "path");
    for (const [name, value] of Object.entries({ d: line, class: "marker", "data-marker": "line" }))
      stroke.setAttribute(name, value);
    arrow.parentNode?.insertBefore(stroke, arrow);
  }
  for (const end of [arrow.dataset["activator"], arrow.dataset["activated"]]) {
    const box = boxOf(root, end);
    if (box) arrow.parentNode?.insertBefore(frame(box), arrow);
  }
}

/** The `data-box` of a node: x, y, width, height in mm. */
export function boxOf(root: SVGSVGElement, id: string | undefined): [number, number, number, number] | undefined {
  if (id === undefined) return undefined;
  for (const node of root.querySelectorAll<SVGGElement>("[data-box]")) {
    if (node.dataset["id"] !== id) continue;
    const [x, y, width, height] = (node.dataset["box"] ?? "").split(/\s+/).map(Number);
    if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) return [x, y, width, height];
  }
  return undefined;
}

function frame([x, y, width, height]: [number, number, number, number]): SVGElement {
  const element = document.createElementNS(SVG, "rect");
  const values = { x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 2, class: "marker-frame", "data-marker": "end" };
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  return element;
}
