"""Places to write in by hand: lines after a word, boxes to tick."""

from collections.abc import Iterator

from colour_codes.palettes import ink
from colour_codes.pens import Pen
from layouts.sheet import Item, Path, Text
from layouts.symbols.geometry import polyline, rounded
from layouts.text import ASCENT, CAP_HEIGHT, text_width

BLACK = ink(Pen.BLACK)
THIN = 0.25


def written_line(words: str, x: float, y: float, width: float, size: float) -> Iterator[Item]:
    """Yield words and, after them, a line to write on; the top of the letters' line is at `y`."""
    baseline = round(y + ASCENT * size, 2)
    start = x
    if words:
        yield Text(round(x, 2), baseline, size, words, BLACK)
        start += text_width(words, size) + 0.5 * size
    if start < x + width:
        foot = round(baseline + 0.15 * size, 2)
        yield Path(polyline([(start, foot), (x + width, foot)]), BLACK, THIN)


def tick_box(x: float, middle: float, size: float) -> Path:
    """Return an empty box `size` mm wide, its left edge at `x`."""
    return Path(rounded(x, middle - size / 2, size, size, 0.12 * size), BLACK, 0.35)


def ticked_word(words: str, x: float, middle: float, size: float) -> tuple[Item, ...]:
    """Return a box to tick and its word."""
    box = 1.25 * size
    at = round(x + box + 0.4 * size, 2)
    return (
        tick_box(x, middle, box),
        Text(at, round(middle + CAP_HEIGHT * size / 2, 2), size, words, BLACK),
    )


def ticked_width(words: str, size: float) -> float:
    """Return the width of a box and its word, in mm."""
    return 1.65 * size + text_width(words, size)
