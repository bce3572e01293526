"""What a page of a poster says around and over its part: crop marks, flaps for glue, its code.

All of it lies in the margin or on a flap, which the next page covers: nothing of it is left on the poster.
The code stands below, in a margin that is never cut before the page is glued.
"""

from collections.abc import Iterator

from colour_codes.palettes import ink
from colour_codes.pens import Pen
from layouts.frame.paper import Rect
from layouts.printers.tile_words import GLUE, TILE, TILE_ALT
from layouts.printers.tiling import MARGIN, OVERLAP, Tile, Tiling
from layouts.sheet import Item, Path, Sheet, Text
from layouts.symbols.geometry import polyline, rounded
from layouts.text.metrics import text_width
from sociogram.language import Lang

BLACK = ink(Pen.BLACK)
GREY = ink(Pen.PENCIL)
HAIRLINE = 0.2
_LETTERS = 3.6
_SMALL = 2.6
_GUIDE = 0.5
"""From a seam to the guide beside it: hidden as soon as the pages meet."""
_REACH = 5.5
"""Length of a crop mark, in mm."""
_AWAY = 1.5
"""From a crop mark to the corner it names: a knife a little off leaves no mark on the poster."""
_HATCH = 8.0


def tile_sheet(tiling: Tiling, tile: Tile, sheet: Sheet) -> Sheet:
    """Return the marks of `tile` as a Sheet of its page's size, without ground: the poster lies under it."""
    window = Rect(MARGIN, MARGIN, tile.window.width, tile.window.height)
    items = (
        *_crop_marks(window),
        *_flaps(tiling, tile, window, sheet.lang),
        _code(tiling, tile, window, sheet),
    )
    paper = tiling.paper
    alt = TILE_ALT.filled(**_names(tiling, tile)).in_(sheet.lang)
    return Sheet(paper.width, paper.height, sheet.lang, sheet.palette, tile.code, alt, items)


def _names(tiling: Tiling, tile: Tile) -> dict[str, object]:
    return {
        "code": tile.code,
        "row": tile.code[0],
        "rows": tiling.rows,
        "column": tile.column + 1,
        "columns": tiling.columns,
    }


def _code(tiling: Tiling, tile: Tile, window: Rect, sheet: Sheet) -> Text:
    """Return the line in the lower margin, its title shortened to the room there is."""
    words = TILE.filled(**_names(tiling, tile), title="{title}").in_(sheet.lang)
    title, room = sheet.title, tiling.paper.width - 2 * MARGIN - 4
    while title and text_width(words.replace("{title}", title), _LETTERS) > room:
        title = title.rstrip("…")[:-1].rstrip()
        title += "…" if title else ""
    line = words.replace("{title}", title) if title else words.removesuffix(" · {title}")
    return Text(MARGIN + 2, round(window.bottom + _AWAY + 1.3 * _LETTERS, 2), _LETTERS, line, BLACK)


def _crop_marks(window: Rect) -> Iterator[Path]:
    """Two hairlines at each corner, in the margin, in line with the edges to cut."""
    for x, outwards in ((window.x, -1), (window.right, 1)):
        for y, upwards in ((window.y, -1), (window.bottom, 1)):
            near, far = _AWAY, _AWAY + _REACH
            across = [(x + outwards * near, y), (x + outwards * far, y)]
            along = [(x, y + upwards * near), (x, y + upwards * far)]
            yield Path(polyline(across), BLACK, HAIRLINE)
            yield Path(polyline(along), BLACK, HAIRLINE)


def _flaps(tiling: Tiling, tile: Tile, window: Rect, lang: Lang) -> Iterator[Item]:
    """The flap at the right and the one below, where another page follows."""
    if tile.column + 1 < tiling.columns:
        flap = Rect(window.right - OVERLAP, window.y, OVERLAP, window.height)
        yield from _flap(flap, tiling.tile(tile.row, tile.column + 1), lang)
    if tile.row + 1 < tiling.rows:
        flap = Rect(window.x, window.bottom - OVERLAP, window.width, OVERLAP)
        yield from _flap(flap, tiling.tile(tile.row + 1, tile.column), lang)


def _flap(flap: Rect, over: Tile, lang: Lang) -> Iterator[Item]:
    """Hatching, a guide for the next page's edge and its name: a little inside, so that nothing shows."""
    standing = flap.height > flap.width
    guide = (
        [(flap.x + _GUIDE, flap.y), (flap.x + _GUIDE, flap.bottom)]
        if standing
        else [(flap.x, flap.y + _GUIDE), (flap.right, flap.y + _GUIDE)]
    )
    yield Path(polyline(guide), BLACK, HAIRLINE, (2.0, 1.5))
    yield Path(_hatching(Rect(flap.x + 1.5, flap.y + 1.5, flap.width - 3, flap.height - 3)), GREY, HAIRLINE)
    for place in (0.25, 0.75):
        x = flap.x + (0.5 if standing else place) * flap.width
        y = flap.y + (place if standing else 0.5) * flap.height
        yield from _label((GLUE.in_(lang), over.code), round(x, 2), round(y, 2))


def _label(lines: tuple[str, ...], x: float, y: float) -> Iterator[Item]:
    """Two short lines on a white ground, their middle at (x, y)."""
    wide, high = max(text_width(line, _SMALL) for line in lines) + 1.6, len(lines) * 1.2 * _SMALL + 1.0
    yield Path(rounded(x - wide / 2, y - high / 2, wide, high, 0.8), BLACK, HAIRLINE, fill="#ffffff")
    for at, line in enumerate(lines):
        baseline = y + (0.36 + (at - (len(lines) - 1) / 2) * 1.2) * _SMALL
        yield Text(x, round(baseline, 2), _SMALL, line, BLACK, "middle")


def _hatching(box: Rect) -> str:
    """Return parallel strokes at 45 degrees, clipped to `box`."""
    strokes = []
    shift = _HATCH / 2
    while shift < box.width + box.height:
        low = (box.x + min(shift, box.width), box.y + max(0.0, shift - box.width))
        high = (box.x + max(0.0, shift - box.height), box.y + min(shift, box.height))
        strokes.append(polyline([low, high]))
        shift += _HATCH
    return " ".join(strokes)
