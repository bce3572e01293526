/**
 * Prints a Sheet as SVG in the page: the same marks as the SVG file, one element for one item (layouts/printers/svg.py).
 *
 * Keyed: a group keeps its element from one sheet to the next, and only the attributes and texts that changed are
 * touched. A group that is the very object it was is not even looked at.
 */
import { lift, lower } from "./lift";
import { elements, type Mark } from "./marks";
import { inOrder } from "./order";
import type { SheetItem, SheetJson } from "./sheet";

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "Sociogram Sans, sans-serif";

interface Printed {
  item: SheetItem;
  mark: Mark;
  element: SVGElement;
}

interface Root {
  /** Title, description and paper. */
  head: Printed[];
  body: Map<string, Printed>;
  /** What was set on the root itself; others may have set more, or otherwise. */
  attributes: Readonly<Record<string, string>>;
}

/** What was printed last in a root. */
const roots = new WeakMap<SVGSVGElement, Root>();

/** Draw `sheet` into `root`, whose content belongs to this function. `ids` must differ between two roots of a page. */
export function printSheet(root: SVGSVGElement, sheet: SheetJson, ids: string): void {
  const before = roots.get(root) ?? { head: [], body: new Map<string, Printed>(), attributes: {} };
  const attributes = rootAttributes(sheet, ids);
  setAttributes(root, before.attributes, attributes);
  const head = headMarks(sheet, ids).map((mark, k) => marked(mark, before.head[k]));
  const body = new Map<string, Printed>();
  for (const item of sheet.items) {
    const key = keyOf(item, body);
    const old = before.body.get(key);
    body.set(key, old?.item === item ? old : printed(item, old));
  }
  roots.set(root, { head, body, attributes });
  inOrder(root, [...head.map((one) => one.element), ...below(root, sheet, [...body.values()])]);
}

/** Leave nothing of what was drawn into `root`, though somebody may still hold it. */
export function forgetSheet(root: SVGSVGElement): void {
  roots.delete(root);
  root.replaceChildren();
}

/** The elements that stay on the sheet; those of what moves are lifted above it. */
function below(root: SVGSVGElement, { lifted }: SheetJson, all: readonly Printed[]): SVGElement[] {
  if (!lifted || lifted.size === 0 || !root.parentElement) {
    lower(root);
    return all.map((one) => one.element);
  }
  const moves = ({ item }: Printed): boolean => item.kind === "group" && lifted.has(item.data["id"] ?? "");
  lift(
    root,
    all.filter(moves).map((one) => one.element),
  );
  return all.filter((one) => !moves(one)).map((one) => one.element);
}

/** Groups are known by what they are; other items by their turn. */
function keyOf(item: SheetItem, taken: ReadonlyMap<string, Printed>): string {
  const name = item.kind === "group" ? `${item.data["kind"] ?? ""} ${item.data["id"] ?? ""}` : item.kind;
  if (!taken.has(name)) return name;
  for (let turn = 1; ; turn++) if (!taken.has(`${name} ${turn}`)) return `${name} ${turn}`;
}

function printed(item: SheetItem, old: Printed | undefined): Printed {
  const [mark, ...more] = elements(item);
  // A loose text with a halo is two elements: they are held together by a group.
  const one = more.length === 0 ? mark! : { name: "g", attributes: {}, text: "", children: [mark!, ...more] };
  return { ...marked(one, old), item };
}

function marked(mark: Mark, old: Printed | undefined): Printed {
  const item = old?.item ?? NOTHING;
  if (!old || old.mark.name !== mark.name) return { item, mark, element: made(mark) };
  patch(old.element, old.mark, mark);
  return { item, mark, element: old.element };
}

const NOTHING: SheetItem = { kind: "group", data: {}, label: "", items: [] };

function made(mark: Mark): SVGElement {
  const element = document.createElementNS(SVG, mark.name);
  for (const [name, value] of Object.entries(mark.attributes)) element.setAttribute(name, value);
  if (mark.text) element.textContent = mark.text;
  if (mark.children.length > 0) element.append(...mark.children.map(made));
  return element;
}

/** Set what differs from what was set before, and nothing else. */
function setAttributes(element: Element, old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(old)) if (!(name in now)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(now)) if (old[name] !== value) element.setAttribute(name, value);
}

/** Make an element what `mark` says, knowing what it was. */
function patch(element: Element, old: Mark, mark: Mark): void {
  setAttributes(element, old.attributes, mark.attributes);
  if (mark.children.length === 0 || old.children.length === 0) {
    if (old.text !== mark.text || old.children.length > 0) element.textContent = mark.text;
    if (mark.children.length === 0) return;
  }
  const alike = mark.children.length === element.children.length && mark.children.every((one, k) => one.name === old.children[k]?.name);
  if (!alike) {
    element.replaceChildren(...mark.children.map(made));
    return;
  }
  mark.children.forEach((child, k) => patch(element.children[k]!, old.children[k]!, child));
}

function headMarks(sheet: SheetJson, ids: string): Mark[] {
  const paper = { x: "0", y: "0", width: String(sheet.width), height: String(sheet.height), fill: "#ffffff", class: "sheet-paper" };
  return [
    { name: "title", attributes: { id: `${ids}-title` }, text: sheet.title, children: [] },
    { name: "desc", attributes: { id: `${ids}-desc` }, text: sheet.desc, children: [] },
    { name: "rect", attributes: paper, text: "", children: [] },
  ];
}

function rootAttributes(sheet: SheetJson, ids: string): Record<string, string> {
  const wanted: Record<string, string> = {
    role: "img",
    lang: sheet.lang,
    "aria-labelledby": `${ids}-title ${ids}-desc`,
    "font-family": FAMILY,
    fill: "none",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  for (const [name, value] of Object.entries(sheet.data)) wanted[`data-${name}`] = value;
  return wanted;
}
