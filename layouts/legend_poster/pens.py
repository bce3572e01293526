"""The felt pens of a palette, side by side: their ink and their name."""

from collections.abc import Iterator

from colour_codes.palettes import Palette, ink, text_colour
from colour_codes.pens import Pen, name
from layouts.copies.flow import set_lines
from layouts.copies.writing import BLACK
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item, Path
from layouts.symbols.geometry import polygon, polyline, rounded
from layouts.symbols.strokes import PAPER

STEP = 19.0
"""From one pen to the next, in mm of an A4 poster."""
_HELD = {
    Palette.WALL: (Pen.BLACK, Pen.GREEN, Pen.BLUE, Pen.RED, Pen.ORANGE),
    Palette.NOTEBOOK: (Pen.BLACK, Pen.GREEN, Pen.BLUE, Pen.RED, Pen.ORANGE),
    Palette.MONO: (),
}


def pens_width(palette: Palette) -> float:
    """Return the room the pens of a palette take."""
    return STEP * len(_HELD[palette])


def pen_items(setting: Setting, right: float, top: float) -> Iterator[Item]:
    """Yield the pens, the last one's room ending at `right`. A single black pen is not drawn."""
    held = _HELD[setting.palette]
    for index, pen in enumerate(held):
        middle = right - (len(held) - index - 0.5) * STEP
        dotted = pen is Pen.ORANGE and setting.palette is Palette.NOTEBOOK
        yield from _pen(middle, top, ink(pen, setting.palette), dotted=dotted)
        words = [name(pen, setting.pack.lang)]
        yield from set_lines(
            words, middle, top + 18.5, setting.small, text_colour(pen, setting.palette), "middle"
        )


def _pen(x: float, y: float, colour: str, *, dotted: bool) -> Iterator[Item]:
    """Yield a felt pen standing on its point, and the stroke it has made."""
    yield Path(rounded(x - 2.2, y, 4.4, 10.5, 1.0), BLACK, 0.4, (), PAPER)
    yield Path(rounded(x - 2.2, y, 4.4, 3.6, 1.0), BLACK, 0.4, (), colour)
    yield Path(polygon([(x - 1.7, y + 10.5), (x + 1.7, y + 10.5), (x + 0.7, y + 14.2), (x - 0.7, y + 14.2)]),
               BLACK, 0.4, (), PAPER)  # fmt: skip
    yield Path(rounded(x - 0.7, y + 14.2, 1.4, 1.8, 0.5), colour, 0.4, (), colour)
    dash = (0.01, 2.95) if dotted else ()
    yield Path(polyline([(x - 6.0, y + 17.2), (x + 6.0, y + 17.2)]), colour, 1.6, dash)
