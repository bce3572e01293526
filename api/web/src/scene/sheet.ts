/**
 * The Sheet as the server sends it: a display list, in millimetres, without transforms (layouts/sheet.py).
 *
 * Paint order is list order. An item is known by what it holds: `d` = path, `text` = one line of text, `items` = group.
 */

export interface PathItem {
  d: string;
  stroke?: string | null;
  width?: number;
  dash?: number[];
  fill?: string | null;
}

/** `y` is the baseline; `size` the font size in mm. */
export interface TextItem {
  x: number;
  y: number;
  size: number;
  text: string;
  colour: string;
  anchor?: "start" | "middle" | "end";
}

/** `data` becomes data-* attributes; `label` is the accessible name. */
export interface GroupItem {
  items: SheetItem[];
  data?: Record<string, string>;
  label?: string;
}

export type SheetItem = PathItem | TextItem | GroupItem;

export interface SheetJson {
  width: number;
  height: number;
  lang: "fr" | "en";
  palette: string;
  title: string;
  desc: string;
  data?: Record<string, string>;
  items: SheetItem[];
}

export function isPath(item: SheetItem): item is PathItem {
  return "d" in item;
}

export function isText(item: SheetItem): item is TextItem {
  return "text" in item;
}

export function isGroup(item: SheetItem): item is GroupItem {
  return "items" in item;
}

/** Every group of the sheet with this `data-kind`, in paint order, at any depth. */
export function groupsOf(items: readonly SheetItem[], kinds: ReadonlySet<string>): GroupItem[] {
  return items.flatMap((item) => {
    if (!isGroup(item)) return [];
    const inner = groupsOf(item.items, kinds);
    return kinds.has(item.data?.["kind"] ?? "") ? [item, ...inner] : inner;
  });
}
