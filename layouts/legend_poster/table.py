"""The table of the sides: from whom, to whom, and the pen that follows."""

from collections.abc import Iterator

from colour_codes.activation_code import pen_of_activation
from colour_codes.palettes import text_colour
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.copies.flow import Block, lines_height, set_lines
from layouts.copies.writing import BLACK
from layouts.frame.words import printed
from layouts.legend_poster.scene import scene
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item, Path
from layouts.symbols import figure
from layouts.symbols.geometry import polyline, rounded
from layouts.text import wrap

SIDES = (Side.LIVING_TOGETHER, Side.WORKING_TOGETHER)
HEAD = 19.0
"""Height of the row of headings, and `FIRST` the width of their column, in mm of an A4 poster."""
FIRST = 34.0
RULE = 0.3


def table_blocks(setting: Setting, width: float, row: float) -> Iterator[Block]:
    """Yield the heading and the table; its two rows are `row` mm high."""
    yield setting.head("poster.pens", width)
    cell = (width - FIRST) / 2

    def draw(x: float, y: float) -> tuple[Item, ...]:
        items: list[Item] = []
        for index, side in enumerate(SIDES):
            items += _title(setting, "poster.to", side, x + FIRST + index * cell + 3, y, cell - 3, HEAD)
            items += _title(setting, "poster.from", side, x, y + HEAD + index * row, FIRST, row)
        for down, activator in enumerate(SIDES):
            for across, activated in enumerate(SIDES):
                left, top = x + FIRST + across * cell, y + HEAD + down * row
                items += _cell(setting, activator, activated, left, top, cell, row)
        return (*items, *_rules(x, y, width, cell, row))

    yield Block(HEAD + 2 * row + 3.0, draw, _told(setting), (("kind", "table"),))


def _title(
    setting: Setting, key: str, side: Side, x: float, y: float, width: float, height: float
) -> Iterator[Item]:
    """Yield the word of a row or a column, its figure, and the name of its side."""
    small = setting.small
    words = printed(setting.charter.sides[side.value].said(setting.pack.lang))
    lines = [setting.pack.say(key), *wrap(words, small, width - 11)]
    top = y + (height - lines_height(lines, small)) / 2
    yield from figure(x + 4, y + height / 2 - 6.5, 13.0, setting.node(side), side=side)
    yield from set_lines(lines, x + 10, top, small, BLACK)


def _cell(
    setting: Setting, activator: Side, activated: Side, x: float, y: float, width: float, height: float
) -> tuple[Item, ...]:
    pen = pen_of_activation(activator=activator, activated=activated)
    lines = wrap(_pen_word(setting, pen), setting.text * 1.1, width - 3)
    words = lines_height(lines, setting.text * 1.1)
    centre = (x + width / 2, y + (height - words) / 2 - 0.6)
    drawn = scene(setting, activator, activated, centre=centre, width=0.72 * width, high=13.5)
    top = y + height - words - 2.0
    colour = text_colour(pen, setting.palette)
    return (*drawn, *set_lines(lines, x + width / 2, top, round(setting.text * 1.1, 2), colour, "middle"))


def _rules(x: float, y: float, width: float, cell: float, row: float) -> Iterator[Item]:
    bottom, right = y + HEAD + 2 * row, x + width
    yield Path(rounded(x + FIRST, y + HEAD, width - FIRST, 2 * row, 2.0), BLACK, RULE)
    yield Path(polyline([(x + FIRST + cell, y + HEAD), (x + FIRST + cell, bottom)]), BLACK, RULE)
    yield Path(polyline([(x, y + HEAD + row), (right, y + HEAD + row)]), BLACK, RULE)


def _pen_word(setting: Setting, pen: Pen) -> str:
    return printed(setting.charter.pen_word(pen, setting.palette, setting.pack.lang))


def _told(setting: Setting) -> str:
    """Return the table in words."""
    colon = "\u00a0: " if setting.pack.lang == "fr" else ": "
    said = []
    for activator in SIDES:
        for activated in SIDES:
            ends = [
                printed(setting.charter.sides[side.value].said(setting.pack.lang))
                for side in (activator, activated)
            ]
            pen = pen_of_activation(activator=activator, activated=activated)
            said.append(f"{ends[0]} → {ends[1]}{colon}{_pen_word(setting, pen)}.")
    return " ".join(said)
