/**
 * The Sheet as the server sends it (layouts/printers/sheet_json.py): a display list in millimetres, without transforms.
 * Paint order is list order.
 */

export interface PathItem {
  kind: "path";
  d: string;
  stroke: string | null;
  width: number;
  dash: number[];
  fill: string | null;
}

/** `y` is the baseline, `size` the font size, `halo` the width of the white rim under the letters; all in mm. */
export interface TextItem {
  kind: "text";
  x: number;
  y: number;
  size: number;
  text: string;
  colour: string;
  anchor: "start" | "middle" | "end";
  halo: number;
}

/** `data` becomes data-* attributes; `label` is the accessible name. */
export interface GroupItem {
  kind: "group";
  data: Record<string, string>;
  label: string;
  items: SheetItem[];
}

export type SheetItem = PathItem | TextItem | GroupItem;

export interface SheetJson {
  width: number;
  height: number;
  lang: "fr" | "en";
  palette: string;
  title: string;
  desc: string;
  data: Record<string, string>;
  items: SheetItem[];
  /** What it measures on paper, in words; only the server says it. */
  printed?: string;
  /** Ids of groups that are moving just now: printed above the others, on a layer of their own. Never sent or kept. */
  lifted?: ReadonlySet<string>;
}

/** Every group of the sheet with one of these `data-kind`s, in paint order, at any depth. */
export function groupsOf(items: readonly SheetItem[], kinds: ReadonlySet<string>): GroupItem[] {
  return items.flatMap((item) => {
    if (item.kind !== "group") return [];
    const inner = groupsOf(item.items, kinds);
    return kinds.has(item.data["kind"] ?? "") ? [item, ...inner] : inner;
  });
}
