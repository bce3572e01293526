"""Two figures and the arrow between them, with the pen that the table gives it."""

from colour_codes.activation_code import pen_of_activation
from colour_codes.palettes import stroke_of, text_colour
from colour_codes.pens import letter
from colour_codes.sides import Side
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item
from layouts.symbols import badge, badge_width, figure, figure_width, head, head_reach, stroked
from layouts.symbols.geometry import polyline


def scene(
    setting: Setting,
    activator: Side,
    activated: Side,
    *,
    centre: tuple[float, float],
    width: float,
    high: float,
    number: str = "",
) -> tuple[Item, ...]:
    """Return the scene round `centre`, figures `high` mm high, their middles `width` mm apart."""
    x, y = centre
    pen = pen_of_activation(activator=activator, activated=activated)
    stroke = stroke_of(pen, setting.palette)
    across = figure_width(high) / 2
    left, right = x - width / 2, x + width / 2
    start, tip = left + across + 1.6, right - across - 1.2
    level = y + 0.12 * high
    long = max(0.28 * high, 2.6 * stroke.width)
    line = polyline([(start, level), (tip - head_reach(long), level)])
    size = 3.55
    mark = (letter(pen, setting.pack.lang) if setting.charter.marks.tail_letters else "") + number
    items: tuple[Item, ...] = (
        *figure(left, y - high / 2, high, setting.node(activator), side=activator),
        *figure(right, y - high / 2, high, setting.node(activated), side=activated),
        *stroked(line, stroke),
        *head(tip, level, 0.0, long, stroke.colour),
    )
    if mark:
        at = round(start + 0.6 * badge_width(mark, size) + 0.8, 2)
        colour = text_colour(pen, setting.palette)
        items += badge(at, level, mark, size, colour=stroke.colour, text_colour=colour, width=0.4)
    return items
