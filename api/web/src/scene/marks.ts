/** The items of a sheet as the elements that draw them: names, attributes, texts (layouts/printers/svg.py). */
import type { GroupItem, PathItem, SheetItem, TextItem } from "./sheet";

/** One SVG element: either `text` or `children`. */
export interface Mark {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Mark[];
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

export function elements(item: SheetItem): Mark[] {
  if (item.kind === "group") return [group(item)];
  return item.kind === "path" ? [path(item)] : text(item);
}

function group(item: GroupItem): Mark {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(item.data)) attributes[`data-${name}`] = value;
  if (item.label) Object.assign(attributes, { role: "group", "aria-label": item.label });
  return { name: "g", attributes, text: "", children: item.items.flatMap(elements) };
}

function path(item: PathItem): Mark {
  const attributes: Record<string, string> = { d: item.d };
  if (item.fill !== null) attributes["fill"] = item.fill;
  if (item.stroke !== null) Object.assign(attributes, { stroke: item.stroke, "stroke-width": String(item.width) });
  if (item.stroke !== null && item.dash.length > 0) attributes["stroke-dasharray"] = item.dash.join(" ");
  return { name: "path", attributes, text: "", children: [] };
}

/** One or two text elements: a halo is a second text under the first, hidden from screen readers. */
function text(item: TextItem): Mark[] {
  const place: Record<string, string> = { x: String(item.x), y: String(item.y), "font-size": String(item.size) };
  if (item.anchor !== "start") place["text-anchor"] = item.anchor;
  if (RIGHT_TO_LEFT.test(item.text)) Object.assign(place, { direction: "rtl", "unicode-bidi": "embed" });
  const letters = mark({ ...place, fill: item.colour }, item.text);
  if (!item.halo) return [letters];
  const rim = { fill: "#ffffff", stroke: "#ffffff", "stroke-width": String(item.halo), "aria-hidden": "true" };
  return [mark({ ...place, ...rim }, item.text), letters];
}

function mark(attributes: Record<string, string>, content: string): Mark {
  return { name: "text", attributes, text: content, children: [] };
}
