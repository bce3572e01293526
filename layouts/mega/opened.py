"""An open tile: its frame, as large as what it holds needs with the letters of the sheet."""

from dataclasses import dataclass

from layouts.frame import Rect
from layouts.mega.cast import Cast
from layouts.mega.network import Network
from layouts.mega.plan import Plan, Planner
from layouts.mega.tiles import Tile
from layouts.text.metrics import LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap

_WIDTHS = (20, 26, 34, 44, 56, 70, 88, 110, 140, 175)
"""Widths tried, in letter sizes."""
_ASPECT = 1.5
"""Width over height that suits a sheet lying on its long side."""
_PAD = 1.2


@dataclass(frozen=True, slots=True)
class Opened:
    """The frame as a tile, and where in it (`left`, `top`, in mm) the plan of its insides stands."""

    tile: Tile
    plan: Plan
    area: Rect
    left: float
    top: float


def opened_tile(one: str, title: str, cast: Cast, network: Network, size: float) -> Opened:
    """Return the open tile `one` with letters of `size` mm, as compact as may be."""
    planner = Planner(cast, network)
    made = [found for across in _WIDTHS if (found := planner.lowest(across * size, size)) is not None]
    plan, width, height = min(made, key=lambda found: _badness(found[1], found[2]))
    loud = round(1.2 * size, 2)
    lines = tuple((line, loud) for line in wrap(title, loud, max(width, 16 * size)))
    widest = max((text_width(line, loud) for line, _ in lines), default=0.0)
    head = len(lines) * LINE_HEIGHT * loud + 1.4 * size
    whole = max(width, widest) + 2 * _PAD * size
    left = (whole - width) / 2
    tile = Tile(one, title, lines, round(whole, 2), round(head + height + _PAD * size, 2), head, "open")
    return Opened(tile, plan, Rect(0.0, 0.0, round(width, 2), round(height, 2)), left, head)


def _badness(width: float, height: float) -> float:
    aspect = width / max(height, 1e-6) / _ASPECT
    return width * height * float(max(aspect, 1 / aspect) ** 0.7)
