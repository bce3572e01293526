"""The first page of a poster: the whole in small, where each page goes, and how to put them together."""

from collections.abc import Iterator

from colour_codes.palettes import ink
from colour_codes.pens import Pen
from layouts.frame.paper import Rect
from layouts.printers.tile_words import MAP_ALT, MAP_SIZE, MAP_TITLE, STEPS
from layouts.printers.tiling import MARGIN, Tiling
from layouts.sheet import Item, Path, Sheet, Text
from layouts.symbols.geometry import polygon, polyline
from layouts.text.metrics import LINE_HEIGHT
from layouts.text.wrapping import wrap

BLACK = ink(Pen.BLACK)
_TITLE, _WORDS = 6.0, 3.2
_RULER = 100.0


def map_sheet(tiling: Tiling, sheet: Sheet) -> tuple[Sheet, Rect]:
    """Return the page's own marks, without ground, and the place the small picture of `sheet` takes."""
    paper, x = tiling.paper, MARGIN
    items: list[Item] = [Text(x, MARGIN + 0.9 * _TITLE, _TITLE, MAP_TITLE.in_(sheet.lang), BLACK)]
    y = MARGIN + LINE_HEIGHT * _TITLE
    for words in (_size(tiling, sheet), *(step.in_(sheet.lang) for step in STEPS)):
        for line in wrap(words, _WORDS, paper.width - 2 * MARGIN):
            y += LINE_HEIGHT * _WORDS
            items.append(Text(x, round(y, 2), _WORDS, line, BLACK))
        y += 0.25 * _WORDS
    y += 5
    items += _ruler(x, y)
    picture = _picture(tiling, y + 7)
    items += _grid(tiling, picture)
    first, last = tiling.tile(0, 0), tiling.tile(tiling.rows - 1, tiling.columns - 1)
    alt = MAP_ALT.filled(rows=tiling.rows, columns=tiling.columns, first=first.code, last=last.code)
    title = sheet.title or MAP_TITLE.in_(sheet.lang)
    made = Sheet(
        paper.width, paper.height, sheet.lang, sheet.palette, title, alt.in_(sheet.lang), tuple(items)
    )
    return made, picture


def _size(tiling: Tiling, sheet: Sheet) -> str:
    return MAP_SIZE.filled(
        title=sheet.title or "Sociogram",
        width=f"{sheet.width:g}",
        height=f"{sheet.height:g}",
        count=tiling.rows * tiling.columns,
        paper=tiling.paper.name,
        rows=tiling.rows,
        columns=tiling.columns,
    ).in_(sheet.lang)


def _ruler(x: float, y: float) -> Iterator[Path]:
    yield Path(polyline([(x, y), (x + _RULER, y)]), BLACK, 0.3)
    for at in range(0, int(_RULER) + 1, 10):
        high = 2.5 if at % 50 == 0 else 1.5
        yield Path(polyline([(x + at, y), (x + at, y - high)]), BLACK, 0.3)


def _picture(tiling: Tiling, top: float) -> Rect:
    """Return the place left under the words, in the sheet's proportions, in the middle of the page."""
    paper = tiling.paper
    room = Rect(MARGIN, top, paper.width - 2 * MARGIN, paper.height - MARGIN - top)
    scale = min(room.width / tiling.width, room.height / tiling.height)
    width, height = tiling.width * scale, tiling.height * scale
    return Rect(round(room.x + (room.width - width) / 2, 2), round(top, 2), round(width, 2), round(height, 2))


def _grid(tiling: Tiling, picture: Rect) -> Iterator[Item]:
    """Draw the lines where pages meet on the finished poster, and the code of each."""
    scale = picture.width / tiling.width
    letters = round(max(2.5, min(4.0, 0.16 * picture.height / tiling.rows)), 2)
    corners = [
        (picture.x, picture.y), (picture.right, picture.y),
        (picture.right, picture.bottom), (picture.x, picture.bottom),
    ]  # fmt: skip
    yield Path(polygon(corners), BLACK, 0.3)
    for tile in tiling.tiles():
        x, y = picture.x + tile.window.x * scale, picture.y + tile.window.y * scale
        if tile.column and not tile.row:
            yield Path(polyline([(x, picture.y), (x, picture.bottom)]), BLACK, 0.3)
        if tile.row and not tile.column:
            yield Path(polyline([(picture.x, y), (picture.right, y)]), BLACK, 0.3)
        place = (round(x + 0.4 * letters, 2), round(y + 1.3 * letters, 2))
        yield Text(*place, letters, tile.code, BLACK, halo=1.2)
