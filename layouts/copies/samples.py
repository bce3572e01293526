"""Small samples beside a step: the very thing to draw, with its pen."""

from colour_codes.palettes import Palette, node_stroke, stroke_of, text_colour
from colour_codes.sides import Side
from layouts.copies.steps import Step
from layouts.frame.legend_rows import link_items, slim
from layouts.sheet import Item
from layouts.symbols import (
    HeadStatus,
    badge,
    badge_width,
    building,
    figure,
    figure_width,
    head,
    head_reach,
    home,
    stroked,
)
from layouts.symbols.geometry import polyline

WIDTH = 6.0
"""Room for a sample, in letter sizes."""
_LIVING, _WORKING = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER
_SIDES = {"person": _LIVING, "professional": _WORKING, "undecided": Side.UNDECIDED}


def sample_items(step: Step, x: float, middle: float, size: float, palette: Palette) -> tuple[Item, ...]:
    """Return the sample of a step, its left edge at `x`; nothing for words."""
    centre = x + WIDTH * size / 2
    if step.sample == "arrow":
        return _arrow(step, x, middle, size, palette)
    if step.sample == "link":
        return link_items(step.key, palette, x + 0.4 * size, middle, (WIDTH - 0.8) * size, size)
    if step.sample == "home":
        return _home(centre, middle, size, palette)
    if step.sample == "building":
        return _building(centre, middle, size, palette)
    if step.sample in _SIDES:
        side = _SIDES[step.sample]
        high = 2.2 * size
        return figure(centre, middle - high / 2, high, slim(node_stroke(side, palette), size), side=side)
    return ()


def _home(centre: float, middle: float, size: float, palette: Palette) -> tuple[Item, ...]:
    stroke = slim(node_stroke(_LIVING, palette), size)
    wide, tall, high = 3.2 * size, 2.3 * size, 1.5 * size
    across = figure_width(high) * 0.75
    return (
        *home(centre - wide / 2, middle - tall / 2, wide, tall, stroke),
        *figure(centre - across, middle - high / 2, high, stroke, side=_LIVING),
        *figure(centre + across, middle - high / 2, high, stroke, side=_LIVING),
    )


def _building(centre: float, middle: float, size: float, palette: Palette) -> tuple[Item, ...]:
    stroke = slim(node_stroke(_WORKING, palette), size)
    wide, tall, high = 3.0 * size, 2.9 * size, 1.5 * size
    top = middle - tall / 2
    return (
        *building(centre - wide / 2, top, wide, tall, stroke),
        *figure(centre, top + tall - high - 0.3 * size, high, stroke, side=_WORKING),
    )


def _arrow(step: Step, x: float, middle: float, size: float, palette: Palette) -> tuple[Item, ...]:
    stroke = stroke_of(step.pen, palette)
    status: HeadStatus = "ended" if step.key == "ended" else "wished" if step.key == "wished" else "active"
    long, tip = max(1.15 * size, 2.6 * stroke.width), x + (WIDTH - 0.3) * size
    line = polyline([(x + 0.3 * size, middle), (tip - head_reach(long), middle)])
    drawn = (*stroked(line, stroke), *head(tip, middle, 0.0, long, stroke.colour, status))
    if not step.number:
        return drawn
    letters = max(2.5, round(0.85 * size, 2))
    across = badge_width(str(step.number), letters)
    mark = badge(
        round(x + across / 2, 2), middle, str(step.number), letters,
        colour=stroke.colour, text_colour=text_colour(step.pen, palette), width=0.3,
    )  # fmt: skip
    return (*drawn, *mark)
