"""Where a thing stands on a sheet, in words: "en haut, à gauche"."""

from layouts.copies.framing import FRAME_KINDS, kind_of
from layouts.copies.language_pack import LanguagePack
from layouts.sheet import Group, Item, Sheet

_COLUMNS = ("redraw.left", "redraw.centre", "redraw.right")
_ROWS = ("redraw.top", "", "redraw.bottom")
Place = tuple[float, float]


def centres_of(sheet: Sheet) -> dict[str, Place]:
    """Return the centre of everyone and every place drawn, by id: 0 to 1 across and down the drawing."""
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for group in _boxed(sheet.items):
        data = dict(group.data)
        x, y, width, height = (float(part) for part in data["box"].split())
        boxes[data["id"]] = (x, y, x + width, y + height)
    if not boxes:
        return {}
    left, top = min(b[0] for b in boxes.values()), min(b[1] for b in boxes.values())
    right, bottom = max(b[2] for b in boxes.values()), max(b[3] for b in boxes.values())
    across, down = max(right - left, 1.0), max(bottom - top, 1.0)
    return {
        id_: (((x0 + x1) / 2 - left) / across, ((y0 + y1) / 2 - top) / down)
        for id_, (x0, y0, x1, y1) in boxes.items()
    }


def place_words(place: Place | None, pack: LanguagePack) -> str:
    """Return where a place is; in the middle of both ways, only "in the middle"."""
    column, row = (min(2, int(part * 3)) for part in (place or (0.5, 0.5)))
    if row == 1:
        return pack.say(_COLUMNS[column])
    if column == 1:
        return pack.say("redraw.both", row=pack.say(_ROWS[row]), column=pack.say(_COLUMNS[1]))
    return pack.say("redraw.both", row=pack.say(_ROWS[row]), column=pack.say(_COLUMNS[column]))


def _boxed(items: tuple[Item, ...]) -> list[Group]:
    found: list[Group] = []
    for item in items:
        if isinstance(item, Group) and kind_of(item) not in FRAME_KINDS:
            if "box" in dict(item.data):
                found.append(item)
            found += _boxed(item.items)
    return found
