"""Things of known height set one under the other, in columns and on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from layouts.frame import Rect
from layouts.sheet import Anchor, Group, Item, Text
from layouts.text import ASCENT, LINE_HEIGHT, wrap

Draw = Callable[[float, float], tuple[Item, ...]]
"""(x of the left edge, y of the top) -> the items."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to place, `height` mm high. `heads`: it may not stand last, apart from what it announces.

    `label` says a picture in words; what is written needs none.
    """

    height: float
    draw: Draw
    label: str = ""
    data: tuple[tuple[str, str], ...] = ()
    heads: bool = False

    def group(self, x: float, y: float) -> Group:
        """Return the block as drawn with its top left corner at (x, y)."""
        return Group(self.draw(round(x, 2), round(y, 2)), self.data, self.label)


def lines_height(lines: Sequence[str], size: float) -> float:
    """Return the height in mm of lines set at `size`."""
    return len(lines) * LINE_HEIGHT * size


def set_lines(
    lines: Sequence[str], x: float, y: float, size: float, colour: str, anchor: Anchor = "start"
) -> Iterator[Text]:
    """Yield the lines with the top of the first at `y`."""
    for index, line in enumerate(lines):
        baseline = y + (ASCENT + index * LINE_HEIGHT) * size
        yield Text(round(x, 2), round(baseline, 2), size, line, colour, anchor)


def words_block(
    text: str, size: float, width: float, colour: str, *, after: float = 0.6, heads: bool = False
) -> Block:
    """Return a paragraph `width` mm wide; `after` is the room under it, in letter sizes."""
    lines = wrap(text, size, width)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return tuple(set_lines(lines, x, y, size, colour))

    return Block(lines_height(lines, size) + after * size, draw, "", (("kind", "words"),), heads)


def pages_of(
    blocks: Sequence[Block], area: Rect, *, columns: int = 1, gap: float = 10.0
) -> list[list[Group]]:
    """Return the groups of each page, at least one page: columns filled in turn, even on the last page.

    A block higher than a page stands alone and reaches over its foot.
    """
    width = (area.width - gap * (columns - 1)) / columns
    left, pages = list(blocks), list[list[Group]]()
    while left or not pages:
        taken = _page(left, area.height, columns)
        rest = left[sum(map(len, taken)) :]
        if not rest and columns > 1:
            taken = _even(left, area.height, columns)
        pages.append(list(_groups(taken, area, width + gap)))
        left = rest
    return pages


def _groups(columns: Sequence[Sequence[Block]], area: Rect, step: float) -> Iterator[Group]:
    for index, blocks in enumerate(columns):
        y = area.y
        for block in blocks:
            yield block.group(area.x + index * step, y)
            y += block.height


def _page(blocks: list[Block], height: float, columns: int) -> list[list[Block]]:
    """Return the blocks of one page, column by column."""
    taken: list[list[Block]] = []
    at = 0
    for _ in range(columns):
        count = _fitting(blocks[at:], height)
        taken.append(blocks[at : at + count])
        at += count
    return taken


def _fitting(blocks: list[Block], height: float) -> int:
    count, room = 0, height
    while count < len(blocks) and (count == 0 or blocks[count].height <= room + 0.01):
        room -= blocks[count].height
        count += 1
    while 1 < count < len(blocks) and blocks[count - 1].heads:
        count -= 1
    return count


def _even(blocks: list[Block], height: float, columns: int) -> list[list[Block]]:
    """Return the columns of a last page, as low as they can be."""
    low, high = 0.0, height
    for _ in range(24):
        middle = (low + high) / 2
        if sum(map(len, _page(blocks, middle, columns))) == len(blocks) and _fits(blocks, middle, columns):
            high = middle
        else:
            low = middle
    return _page(blocks, high, columns)


def _fits(blocks: list[Block], height: float, columns: int) -> bool:
    return all(sum(b.height for b in column) <= height + 0.01 for column in _page(blocks, height, columns))
