"""A Sheet as plain data: the display list that the page in the browser draws."""

from typing import Any

from layouts.printers.letters import printed_size, smallest_letter
from layouts.sheet import Group, Item, Path, Sheet


def sheet_json(sheet: Sheet) -> dict[str, Any]:
    """Return `sheet` as JSON-able data; each item says its `kind`: "group", "path" or "text".

    `smallest_letter` is the smallest font size in mm, None without text: what paper asks about first;
    `printed` says both in words.
    """
    return {
        "width": sheet.width,
        "height": sheet.height,
        "lang": sheet.lang,
        "palette": str(sheet.palette),
        "title": sheet.title,
        "desc": sheet.desc,
        "data": dict(sheet.data),
        "smallest_letter": smallest_letter(sheet),
        "printed": printed_size(sheet).said(sheet.lang),
        "items": [_item(item) for item in sheet.items],
    }


def _item(item: Item) -> dict[str, Any]:
    if isinstance(item, Group):
        return {
            "kind": "group", "data": dict(item.data), "label": item.label,
            "items": [_item(inner) for inner in item.items],
        }  # fmt: skip
    if isinstance(item, Path):
        return {
            "kind": "path", "d": item.d, "stroke": item.stroke, "width": item.width, "dash": list(item.dash),
            "fill": item.fill,
        }  # fmt: skip
    return {
        "kind": "text", "x": item.x, "y": item.y, "size": item.size, "text": item.text, "colour": item.colour,
        "anchor": item.anchor, "halo": item.halo,
    }  # fmt: skip
