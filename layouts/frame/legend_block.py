"""Sets the rows of a legend in columns: as low as may be, blocks kept together, samples aligned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from layouts.frame.legend_rows import LegendRow
from layouts.sheet import Item, Text
from layouts.text.metrics import CAP_HEIGHT, LINE_HEIGHT, text_width
from layouts.text.wrapping import tied, wrap

MAX_COLUMNS = 4
_GAP = 0.8
"""Between a sample and its words, in letter sizes."""
_BETWEEN = 2.2
"""Least room between two columns, in letter sizes."""
_SPLIT = 2.2
"""Cost, in letter sizes of height, of a block split over two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows under one another; `sample` is the room left for samples, `words` the width of their texts."""

    rows: tuple[LegendRow, ...]
    lines: tuple[tuple[str, ...], ...]
    sample: float
    words: float

    def height(self, size: float) -> float:
        """Return the column's height in mm."""
        return sum(_row_height(row, lines, size) for row, lines in zip(self.rows, self.lines, strict=True))


@dataclass(frozen=True, slots=True)
class LegendBlock:
    """A legend ready to be placed: its columns, letter size and height in mm."""

    columns: tuple[Column, ...]
    size: float
    width: float
    height: float


def legend_block(rows: Sequence[LegendRow], size: float, width: float) -> LegendBlock:
    """Return the lowest setting of `rows` in `width` mm with letters of `size` mm."""
    best: tuple[float, tuple[Column, ...]] | None = None
    for count in range(1, min(MAX_COLUMNS, len(rows)) + 1):
        for cuts in combinations(range(1, len(rows)), count - 1):
            extra = _SPLIT * sum(rows[cut].block == rows[cut - 1].block for cut in cuts) + 0.15 * count
            if best and _least_height(rows, cuts) + extra >= best[0]:
                continue
            columns = _columns(rows, cuts, size, width)
            if columns is None:
                continue
            cost = max(column.height(size) for column in columns) / size + extra
            if best is None or cost < best[0] - 1e-9:
                best = (cost, columns)
    columns = best[1] if best else ()
    return LegendBlock(columns, size, width, max((column.height(size) for column in columns), default=0.0))


def legend_items(block: LegendBlock, x: float, y: float, colour: str) -> Iterator[Item]:
    """Yield the items of `block` with its top left corner at (x, y)."""
    size = block.size
    taken = sum(column.sample + column.words for column in block.columns)
    spare = (block.width - taken) / max(1, len(block.columns) - 1)
    gap = min(spare, 7 * size)
    left = x
    for column in block.columns:
        yield from _column_items(column, left, y, size, colour)
        left += column.sample + column.words + gap


def _column_items(column: Column, x: float, y: float, size: float, colour: str) -> Iterator[Item]:
    for row, lines in zip(column.rows, column.lines, strict=True):
        height = _row_height(row, lines, size)
        if row.draw is not None:
            yield from row.draw(round(x, 2), round(y + height / 2, 2), size)
        first = y + (height - len(lines) * LINE_HEIGHT * size) / 2
        for index, line in enumerate(lines):
            middle = first + (index + 0.5) * LINE_HEIGHT * size
            baseline = middle + CAP_HEIGHT * size / 2
            yield Text(round(x + column.sample, 2), round(baseline, 2), size, line, colour)
        y += height


def _row_height(row: LegendRow, lines: Sequence[str], size: float) -> float:
    return max(row.height, len(lines) * LINE_HEIGHT + 0.2) * size


def _least_height(rows: Sequence[LegendRow], cuts: Sequence[int]) -> float:
    """Return, in letter sizes, what the highest column takes if no row wraps."""
    least = [max(row.height, LINE_HEIGHT + 0.2) for row in rows]
    return max(sum(least[a:b]) for a, b in zip((0, *cuts), (*cuts, len(rows)), strict=True))


def _columns(
    rows: Sequence[LegendRow], cuts: Sequence[int], size: float, width: float
) -> tuple[Column, ...] | None:
    parts = [tuple(rows[a:b]) for a, b in zip((0, *cuts), (*cuts, len(rows)), strict=True)]
    samples = [max(row.width for row in part) * size for part in parts]
    samples = [sample + (_GAP * size if sample else 0.0) for sample in samples]
    natural = [max(text_width(tied(row.text), size) for row in part) for part in parts]
    room = width - sum(samples) - _BETWEEN * size * (len(parts) - 1)
    widths = _shares(natural, room)
    if min(widths) < 18 * size and sum(natural) > room:
        return None
    return tuple(
        _column(part, sample, words, size) for part, sample, words in zip(parts, samples, widths, strict=True)
    )


def _column(part: tuple[LegendRow, ...], sample: float, words: float, size: float) -> Column:
    lines = tuple(tuple(wrap(row.text, size, words + 0.01)) for row in part)
    used = max(text_width(line, size) for row in lines for line in row)
    return Column(part, lines, sample, used)


def _shares(natural: list[float], room: float) -> list[float]:
    """Return widths that fill at most `room`: the widest columns give way first."""
    if sum(natural) <= room:
        return natural
    level, left = 0.0, room
    for index, width in enumerate(sorted(natural)):
        level = left / (len(natural) - index)
        if width > level:
            break
        left -= width
    return [min(width, level) for width in natural]
