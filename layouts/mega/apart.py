"""Organisations without a known tie: a quiet list of small buildings, grouped by kind of organisation.

A discreet organisation stands among "Others": its name and a building, never what it does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from colour_codes.palettes import Palette, ink, text_colour
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.frame.words import printed
from layouts.mega.tiles import slim
from layouts.mega.words import APART
from layouts.sheet import Group, Item, Text
from layouts.symbols import building
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap
from sociogram.directory.directory import Directory
from sociogram.directory.needs import TYPOLOGY
from sociogram.language import Bilingual, Lang
from sociogram.mega.filters import OTHER
from sociogram.mega.grouping import known_sector, sector_label

_ICON = 1.5
"""Width of the building before a name, in letter sizes."""
_ROW = 0.35
"""Room between two rows, in letter sizes."""
_BETWEEN = 1.6
"""Room between two columns, in letter sizes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (`organisation` empty) or an organisation, in lines."""

    organisation: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApartList:
    """The list set in columns of equal width; `height` in mm includes its heading."""

    columns: tuple[tuple[Row, ...], ...]
    width: float
    size: float
    height: float
    heading: Bilingual = APART

    def room_above(self, height: float, size: float) -> float:
        """Return what is left of `height` mm for a network with letters of `size` mm."""
        return height - self.height - (1.5 * size if self.columns else 0.0)


def apart_list(
    directory: Directory,
    apart: Sequence[str],
    width: float,
    size: float,
    lang: Lang,
    heading: Bilingual = APART,
) -> ApartList:
    """Return the list of the organisations `apart`, as low as may be in `width` mm."""
    if not apart:
        return ApartList((), 0.0, size, 0.0)
    best: ApartList | None = None
    for count in range(1, 13):
        across = (width - (count - 1) * _BETWEEN * size) / count
        if across < 11 * size and best is not None:
            break
        rows = _rows(directory, apart, across, size, lang)
        columns = _filled(rows, count, size)
        height = max(_height(part, size) for part in columns) + 2.4 * size
        if best is None or height < best.height:
            best = ApartList(columns, across, size, height, heading)
    assert best is not None
    return best


def apart_items(made: ApartList, x: float, y: float, lang: Lang, palette: Palette) -> Iterator[Item]:
    """Yield the heading and the rows of the list, its top left corner at (x, y)."""
    if not made.columns:
        return
    size, black = made.size, ink(Pen.BLACK)
    heading = Text(x, round(y + 1.3 * size, 2), round(1.15 * size, 2), made.heading.in_(lang), black)
    yield Group((heading,), (("kind", "heading"),))
    for index, part in enumerate(made.columns):
        left = x + index * (made.width + _BETWEEN * size)
        top = y + 2.4 * size
        for row in part:
            yield _row_group(row, round(left, 2), round(top, 2), made, palette)
            top += _row_height(row, size)


def _row_group(row: Row, x: float, y: float, made: ApartList, palette: Palette) -> Group:
    size = made.size
    if not row.organisation:
        return Group(tuple(_lines(row.lines, x, y, size, ink(Pen.BLACK))), (("kind", "heading"),))
    indent = (_ICON + 0.6) * size
    words = tuple(_lines(row.lines, x + indent, y, size, text_colour(Pen.GREEN, palette)))
    icon = building(x, y + 0.03 * size, _ICON * size, 1.15 * size, slim(palette, size))
    width = indent + 1.01 * max(text_width(line, size) for line in row.lines) + 0.3
    high = len(row.lines) * LINE_HEIGHT * size
    data = (
        ("kind", "institution"),
        ("id", row.organisation),
        ("side", Side.WORKING_TOGETHER.value),
        ("pen", Pen.GREEN.value),
        ("box", f"{x:.2f} {y:.2f} {width:.2f} {high:.2f}"),
    )
    return Group((*icon, *words), data, row.name)


def _lines(lines: Sequence[str], x: float, y: float, size: float, colour: str) -> Iterator[Text]:
    for index, line in enumerate(lines):
        yield Text(round(x, 2), round(y + (index * LINE_HEIGHT + ASCENT) * size, 2), size, line, colour)


def _rows(
    directory: Directory, apart: Sequence[str], width: float, size: float, lang: Lang
) -> list[list[Row]]:
    """Return the groups, in the vocabulary's order, each a heading and its organisations by name."""
    groups: dict[str, list[str]] = {}
    order = [code for kind, code in directory.terms if kind == TYPOLOGY]
    for one in apart:
        groups.setdefault(known_sector(directory.organisations[one], directory), []).append(one)
    found = []
    for code in sorted(groups, key=lambda code: (code == OTHER, order.index(code) if code in order else 0)):
        words = sector_label(directory, code).in_(lang)
        rows = [Row("", words, tuple(wrap(printed(words), size, width)))]
        members = [directory.organisations[one] for one in groups[code]]
        for member in sorted(members, key=lambda row: (row.short_name.casefold(), row.id)):
            lines = tuple(wrap(printed(member.short_name), size, width - (_ICON + 0.6) * size))
            rows.append(Row(member.id, printed(member.name), lines))
        found.append(rows)
    return found


def _filled(groups: Sequence[Sequence[Row]], count: int, size: float) -> tuple[tuple[Row, ...], ...]:
    """Fill at most `count` columns from top to bottom; a heading never ends a column."""
    rows = [row for group in groups for row in group]
    low, high = max(_row_height(row, size) for row in rows), _height(rows, size)
    for _ in range(40):
        middle = (low + high) / 2
        if len(_poured(rows, middle, size)) <= count:
            high = middle
        else:
            low = middle
    return _poured(rows, high, size)


def _poured(rows: Sequence[Row], height: float, size: float) -> tuple[tuple[Row, ...], ...]:
    columns: list[list[Row]] = [[]]
    taken = 0.0
    for index, row in enumerate(rows):
        need = _row_height(row, size)
        heads = not row.organisation and index + 1 < len(rows)
        follows = _row_height(rows[index + 1], size) if heads else 0.0
        if columns[-1] and taken + need + follows > height + 1e-6:
            columns.append([])
            taken = 0.0
        columns[-1].append(row)
        taken += need
    return tuple(tuple(part) for part in columns)


def _row_height(row: Row, size: float) -> float:
    return (len(row.lines) * LINE_HEIGHT + (_ROW if row.organisation else 0.75)) * size


def _height(rows: Sequence[Row], size: float) -> float:
    return sum(_row_height(row, size) for row in rows)
