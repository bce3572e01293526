"""Arrows whose pen is not told: a hollow line and head, to colour."""

from dataclasses import dataclass, replace
from math import atan2

from layouts.copies.path_cutting import pieces_of, stopped_before, written
from layouts.copies.writing import BLACK
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols import HeadStatus, head, head_reach
from layouts.symbols.geometry import Point
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import CAP_HEIGHT

TUBE = 1.8
"""Width of a hollow line from edge to edge, in mm: a felt pen fills it."""
RIM = 0.3
"""Width of each of its edges, in mm."""
HEAD = 2.3
"""Length of its head, in widths of the line."""


@dataclass(frozen=True, slots=True)
class ArrowParts:
    """What an arrow group of a sheet is made of: its line, its tip, the angle it arrives at, its badge."""

    line: str
    tip: Point
    angle: float
    badge: tuple[Point, float] | None


def hollow_line(
    parts: ArrowParts, status: HeadStatus, *, plain: bool = True, scale: float = 1.0
) -> tuple[Item, ...]:
    """Return the hollow line and its head. `scale`: smaller than 1 for a sample in a legend.

    The head is hollow too, open towards the line: nothing else on a sheet looks so, not even the double line
    of the black palette. Where heads tell a status (`plain` is False) they keep their own three shapes.
    """
    width, size = TUBE * scale, HEAD * TUBE * scale
    line = written(stopped_before([*pieces_of(parts.line)], head_reach(size)))
    point = head(*parts.tip, parts.angle, size, BLACK, status)
    if plain:
        point = (replace(point[0], stroke=BLACK, width=RIM + 0.1, fill=PAPER),)
    outer, inner = Path(line, BLACK, round(width, 2)), Path(line, PAPER, round(width - 2 * RIM, 2))
    return (outer, *point, inner) if plain else (outer, inner, *point)


def arrow_parts(group: Group) -> ArrowParts:
    """Return the parts of an activation's group. ValueError if it holds no line or no head."""
    paths = [item for item in group.items if isinstance(item, Path)]
    texts = [item for item in group.items if isinstance(item, Text)]
    line = paths[0].d if paths else ""
    heads = [path for path in paths[1:] if path.d.count(" L ") == 3 and path.d.endswith("Z")]
    if not heads or line.endswith("Z"):
        raise ValueError("an arrow is drawn as a line, then a head")
    corners = [tuple(map(float, pair.split())) for pair in heads[0].d[2:-2].split(" L ")]
    (tip_x, tip_y), (notch_x, notch_y) = corners[0], corners[2]
    angle = atan2(tip_y - notch_y, tip_x - notch_x)
    whole = f"{line} L {tip_x:g} {tip_y:g}"
    return ArrowParts(whole, (tip_x, tip_y), angle, _badge(texts))


def _badge(texts: list[Text]) -> tuple[Point, float] | None:
    if not texts:
        return None
    text = texts[-1]
    return (text.x, round(text.y - CAP_HEIGHT * text.size / 2, 2)), text.size
