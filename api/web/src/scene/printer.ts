/**
 * Prints a Sheet as SVG in the page: the same marks as the SVG file, one element for one item (layouts/printers/svg.py).
 *
 * Groups are kept from one sheet to the next when nothing in them changed, so that a small change costs little.
 */
import type { GroupItem, PathItem, SheetItem, SheetJson, TextItem } from "./sheet";

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "Sociogram Sans, sans-serif";
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** What was printed last in a root: each top-level group's element under its key. */
const printed = new WeakMap<SVGSVGElement, Map<string, SVGElement>>();

/** Draw `sheet` into `root`, whose content belongs to this function. `ids` must differ between two roots of a page. */
export function printSheet(root: SVGSVGElement, sheet: SheetJson, ids: string): void {
  for (const old of [...root.attributes]) if (old.name.startsWith("data-")) root.removeAttribute(old.name);
  set(root, {
    role: "img",
    lang: sheet.lang,
    "aria-labelledby": `${ids}-title ${ids}-desc`,
    "font-family": FAMILY,
    fill: "none",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...dataAttributes(sheet.data),
  });
  const before = printed.get(root) ?? new Map<string, SVGElement>();
  const now = new Map<string, SVGElement>();
  const children = sheet.items.flatMap((item) => kept(item, before, now));
  root.replaceChildren(
    words("title", `${ids}-title`, sheet.title),
    words("desc", `${ids}-desc`, sheet.desc),
    paper(sheet),
    ...children,
  );
  printed.set(root, now);
}

function kept(item: SheetItem, before: Map<string, SVGElement>, now: Map<string, SVGElement>): SVGElement[] {
  const key = JSON.stringify(item);
  const same = before.get(key);
  if (item.kind !== "group" || now.has(key)) return elements(item);
  const element = same ?? group(item);
  now.set(key, element);
  return [element];
}

function elements(item: SheetItem): SVGElement[] {
  if (item.kind === "group") return [group(item)];
  return item.kind === "path" ? [path(item)] : text(item);
}

function group(item: GroupItem): SVGElement {
  const element = make("g", dataAttributes(item.data));
  if (item.label) set(element, { role: "group", "aria-label": item.label });
  element.append(...item.items.flatMap(elements));
  return element;
}

function path(item: PathItem): SVGElement {
  const element = make("path", { d: item.d });
  if (item.fill !== null) set(element, { fill: item.fill });
  if (item.stroke !== null) set(element, { stroke: item.stroke, "stroke-width": String(item.width) });
  if (item.stroke !== null && item.dash.length > 0) set(element, { "stroke-dasharray": item.dash.join(" ") });
  return element;
}

/** One or two text elements: a halo is a second text under the first, hidden from screen readers. */
function text(item: TextItem): SVGElement[] {
  const place: Record<string, string> = { x: String(item.x), y: String(item.y), "font-size": String(item.size) };
  if (item.anchor !== "start") place["text-anchor"] = item.anchor;
  if (RIGHT_TO_LEFT.test(item.text)) Object.assign(place, { direction: "rtl", "unicode-bidi": "embed" });
  const letters = make("text", { ...place, fill: item.colour });
  letters.textContent = item.text;
  if (!item.halo) return [letters];
  const rim = make("text", {
    ...place,
    fill: "#ffffff",
    stroke: "#ffffff",
    "stroke-width": String(item.halo),
    "aria-hidden": "true",
  });
  rim.textContent = item.text;
  return [rim, letters];
}

function paper(sheet: SheetJson): SVGElement {
  return make("rect", {
    x: "0",
    y: "0",
    width: String(sheet.width),
    height: String(sheet.height),
    fill: "#ffffff",
    class: "sheet-paper",
  });
}

function words(name: "title" | "desc", id: string, content: string): SVGElement {
  const element = make(name, { id });
  element.textContent = content;
  return element;
}

function dataAttributes(data: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]));
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  return element;
}

function set(element: SVGElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
