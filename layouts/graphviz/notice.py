"""The sheet says who placed it: in its footer, its description and its data."""

from dataclasses import replace

from layouts.graphviz.engines import Engine
from layouts.graphviz.program import version
from layouts.sheet import Group, Item, Sheet, Text
from layouts.text.metrics import LINE_HEIGHT, text_width
from sociogram.language import Bilingual

PLACED = Bilingual(
    fr="Places par Graphviz {version} ({engine}), pour comparaison.",
    en="Placed by Graphviz {version} ({engine}), for comparison.",
)


def noted(sheet: Sheet, engine: Engine) -> Sheet:
    """Return the sheet with the engine named: `data-engine`, the footer's last sentence, the description."""
    words = PLACED.filled(version=version(), engine=engine).in_(sheet.lang)
    items = tuple(_footed(item, words, sheet.width) for item in sheet.items)
    return replace(sheet, items=items, desc=f"{sheet.desc} {words}", data=(*sheet.data, ("engine", engine)))


def _footed(item: Item, words: str, width: float) -> Item:
    """Return the footer with the words after its last line, or on a line of their own below."""
    if not isinstance(item, Group) or ("kind", "footer") not in item.data:
        return item
    last = item.items[-1]
    assert isinstance(last, Text)
    longer = f"{last.text} {words}"
    if last.x + text_width(longer, last.size) <= width - last.x:
        return replace(item, items=(*item.items[:-1], replace(last, text=longer)))
    below = replace(last, text=words, y=round(last.y + LINE_HEIGHT * last.size, 2))
    return replace(item, items=(*item.items, below))
