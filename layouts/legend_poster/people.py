"""The people and the places: each symbol large, its name, and what the legend says of it."""

from collections.abc import Callable, Iterator

from colour_codes.legend import LegendLine, Sample, legend_lines
from colour_codes.palettes import text_colour
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.copies.flow import Block, lines_height, set_lines
from layouts.copies.writing import BLACK
from layouts.frame.words import printed
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item
from layouts.symbols import building, figure, figure_width, home
from layouts.text import wrap

SAMPLE = 25.0
"""Room for a symbol, in mm of an A4 poster."""
HIGH = 16.5
_LIVING, _WORKING = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER
Symbol = Callable[[Setting, float, float], tuple[Item, ...]]
"""(setting, x of the middle, y of the middle) -> the items."""


def people_blocks(setting: Setting, width: float) -> Iterator[Block]:
    """Yield a heading and one block for each symbol."""
    yield setting.head("poster.people", width)
    lines = legend_lines(setting.pack.lang, setting.palette, undecided=True, charter=setting.charter)
    for line in lines:
        if line.sample in _SYMBOLS:
            yield _row(setting, line, width)


def _row(setting: Setting, line: LegendLine, width: float) -> Block:
    name, symbol = _SYMBOLS[line.sample]
    indent = SAMPLE + 4
    named = wrap(setting.pack.say(f"poster.{name}"), setting.text, width - indent)
    said = wrap(printed(line.text), setting.small, width - indent)
    words = lines_height(named, setting.text) + lines_height(said, setting.small)
    high = max(HIGH, words)
    pen = line.pen or Pen.BLACK

    def draw(x: float, y: float) -> tuple[Item, ...]:
        top = y + (high - words) / 2
        colour = text_colour(pen, setting.palette)
        return (
            *symbol(setting, x + SAMPLE / 2, y + high / 2),
            *set_lines(named, x + indent, top, setting.text, colour),
            *set_lines(said, x + indent, top + lines_height(named, setting.text), setting.small, BLACK),
        )

    return Block(high + 1.6, draw, "", (("kind", "symbol"),))


def _home(setting: Setting, x: float, y: float) -> tuple[Item, ...]:
    stroke = setting.node(_LIVING)
    high = 10.5
    across = 0.72 * figure_width(high)
    return (
        *home(x - SAMPLE / 2, y - HIGH / 2, SAMPLE, HIGH, stroke),
        *figure(x - across, y - high / 2, high, stroke, side=_LIVING),
        *figure(x + across, y - high / 2, high, stroke, side=_LIVING),
    )


def _building(setting: Setting, x: float, y: float) -> tuple[Item, ...]:
    stroke = setting.node(_WORKING)
    high = 9.5
    return (
        *building(x - SAMPLE / 2, y - HIGH / 2, SAMPLE, HIGH, stroke),
        *figure(x, y + HIGH / 2 - high - 1.6, high, stroke, side=_WORKING),
    )


def _person(setting: Setting, x: float, y: float) -> tuple[Item, ...]:
    return figure(x, y - 6.5, 13.0, setting.node(_LIVING), side=_LIVING)


def _undecided(setting: Setting, x: float, y: float) -> tuple[Item, ...]:
    return figure(x, y - 6.5, 13.0, setting.node(Side.UNDECIDED), side=Side.UNDECIDED)


_SYMBOLS: dict[Sample, tuple[str, Symbol]] = {
    Sample.LIVING_FIGURE: ("home", _home),
    Sample.COLLECTIVE_FIGURE: ("person", _person),
    Sample.WORKING_FIGURE: ("building", _building),
    Sample.UNDECIDED_FIGURE: ("undecided", _undecided),
}
