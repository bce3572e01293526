"""The rows of a legend: a real sample, drawn as on the sheet, and its words."""

from collections.abc import Callable
from dataclasses import dataclass

from colour_codes.legend import ENDED_COUPLE, LegendLine, Sample
from colour_codes.palettes import Palette, Stroke, ink, link_stroke, node_stroke, stroke_of, text_colour
from colour_codes.pens import Pen, letter
from colour_codes.sides import Side
from layouts.sheet import Item
from layouts.symbols import (
    HeadStatus,
    Shape,
    SymbolSet,
    badge,
    badge_width,
    figure,
    figure_width,
    head,
    head_reach,
    home,
    person_shape,
    stroked,
)
from layouts.symbols.geometry import polyline

Draw = Callable[[float, float, float], tuple[Item, ...]]
"""(x of the left edge, y of the middle, letter size) -> the sample's items."""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One row. `width` is the sample's and `height` the row's least height, in letter sizes.

    Rows of one `block` like to stand in one column. A row of words alone has no `draw`.
    """

    block: str
    text: str
    draw: Draw | None = None
    width: float = 0.0
    height: float = 1.45


FIGURE = 1.75
ARROW = 6.0
_FIGURE_ROW = 2.15
_SIDES = {
    Sample.LIVING_FIGURE: Side.LIVING_TOGETHER,
    Sample.COLLECTIVE_FIGURE: Side.LIVING_TOGETHER,
    Sample.WORKING_FIGURE: Side.WORKING_TOGETHER,
    Sample.UNDECIDED_FIGURE: Side.UNDECIDED,
}


def legend_row(
    line: LegendLine, palette: Palette, lang: str, *, letters: bool, symbols: SymbolSet = "figures"
) -> LegendRow:
    """Return the row that says and shows `line`, people as `symbols` draws them."""
    if line.sample in _SIDES:
        inside = line.sample is Sample.LIVING_FIGURE
        shown = _figure_sample(_SIDES[line.sample], palette, inside, symbols)
        return LegendRow("sides", line.text, shown, 2.2, _FIGURE_ROW)
    if line.sample is Sample.ARROW and line.pen is not None:
        mark = letter(line.pen, lang) if letters else ""
        return LegendRow("arrows", line.text, _arrow_sample(line.pen, palette, mark), ARROW, 1.7)
    if line.sample is Sample.ARROW_HEAD:
        return LegendRow("heads", line.text, _head_sample(line.key), 2.6)
    if line.sample is Sample.KINSHIP:
        return LegendRow("links", line.text, _link_sample(line.key, palette), 2.6)
    if line.sample is Sample.SYMBOL:
        return LegendRow("signs", line.text, _sign_sample(line.key, palette, symbols), 2.2, 1.6)
    return LegendRow("words", line.text)


def _figure_sample(side: Side, palette: Palette, inside: bool, symbols: SymbolSet) -> Draw:
    """A figure; inside a home for those who live together, alone for the others."""
    shape: Shape = "figure" if side is Side.WORKING_TOGETHER else person_shape(symbols)
    part = 1.0 if shape == "figure" else 0.66

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        stroke = slim(node_stroke(side, palette), size)
        middle = x + 1.1 * size
        if not inside:
            high = FIGURE * size * part
            return figure(middle, y - high / 2, high, stroke, side=side, shape=shape)
        high = 1.3 * size * part
        outline = home(x, y - 0.98 * size, 2.2 * size, 1.96 * size, stroke)
        across = figure_width(high, shape) * (0.72 if shape == "figure" else 0.56)
        return (
            *outline,
            *figure(middle - across, y - high / 2, high, stroke, side=side, shape=shape),
            *figure(middle + across, y - high / 2, high, stroke, side=side, shape=shape),
        )

    return draw


def _sign_sample(gender: str, palette: Palette, symbols: SymbolSet) -> Draw:
    """The sign of a person of this gender."""
    shape = person_shape(symbols, gender)

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        stroke, high = slim(node_stroke(Side.LIVING_TOGETHER, palette), size), 1.25 * size
        return figure(x + 1.1 * size, y - high / 2, high, stroke, side=Side.LIVING_TOGETHER, shape=shape)

    return draw


def slim(stroke: Stroke, size: float) -> Stroke:
    """Return the outline of a sample: it is smaller than what it stands for, and so is its line."""
    width = min(stroke.width, 0.13 * size * (2.2 if stroke.double else 1.0))
    return Stroke(stroke.colour, round(width, 2), tuple(part * 0.45 for part in stroke.dash), stroke.double)


def _arrow_sample(pen: Pen, palette: Palette, mark: str) -> Draw:
    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        stroke = stroke_of(pen, palette)
        return arrow_sample(x, y, ARROW * size, size, stroke, mark, text_colour(pen, palette))

    return draw


def arrow_sample(
    x: float, y: float, length: float, size: float, stroke: Stroke, mark: str, letters: str
) -> tuple[Item, ...]:
    """Return a straight arrow as on the sheet, with the badge `mark` near its tail (none when empty)."""
    long = max(1.15 * size, 2.6 * stroke.width)
    letter_size = max(0.86 * size, 2.5)
    tail = x + (badge_width(mark, letter_size) / 2 if mark else stroke.width / 2)
    line = polyline([(tail, y), (x + length - head_reach(long), y)])
    items: tuple[Item, ...] = (
        *stroked(line, stroke),
        *head(x + length, y, 0.0, long, stroke.colour),
    )
    if mark:
        ring = stroke.colour
        items += badge(round(tail, 2), y, mark, letter_size, colour=ring, text_colour=letters, width=0.3)
    return items


def _head_sample(key: str) -> Draw:
    status: HeadStatus = "ended" if key == "ended" else "wished" if key == "wished" else "active"

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        colour, long = ink(Pen.BLACK), 1.15 * size
        tip = x + 2.6 * size
        line = polyline([(x, y), (tip - head_reach(long), y)])
        return (*stroked(line, Stroke(colour, 0.4)), *head(tip, y, 0.0, long, colour, status))

    return draw


def _link_sample(key: str, palette: Palette) -> Draw:
    return lambda x, y, size: link_items(key, palette, x, y, 2.6 * size, size)


def link_items(
    key: str, palette: Palette, x: float, y: float, length: float, size: float
) -> tuple[Item, ...]:
    """Return a thin line of a kind (LINK_KINDS, ENDED_COUPLE) as a sample; an ended couple's is struck."""
    stroke = link_stroke("couple" if key == ENDED_COUPLE else key, palette)
    line = stroked(polyline([(x, y), (x + length, y)]), stroke)
    if key != ENDED_COUPLE:
        return line
    middle = x + length / 2
    strike = polyline([(middle - 0.25 * size, y + 0.5 * size), (middle + 0.25 * size, y - 0.5 * size)])
    return (*line, *stroked(strike, stroke))
