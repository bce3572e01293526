"""Arrow heads as polygons: filled (under way), barred (ended), hollow (wished for)."""

from math import cos, sin
from typing import Literal

from layouts.sheet import Path
from layouts.symbols.geometry import Point, polygon, polyline
from layouts.symbols.strokes import PAPER

HeadStatus = Literal["active", "ended", "wished"]
HEAD_WIDTH = 0.82
"""Width of a head, in lengths of it."""
RIM = 0.3
"""Thickness of the rim of a hollow head, in mm."""


def head_reach(size: float) -> float:
    """Return how far before the tip the line should stop: inside the head, never at its point."""
    return 0.75 * size


def head(
    x: float, y: float, angle: float, size: float, colour: str, status: HeadStatus = "active"
) -> tuple[Path, ...]:
    """Return a head `size` mm long whose tip is at (x, y), pointing along `angle` (radians, y downwards)."""
    points = [_turned(x, y, angle, back, side) for back, side in _shape(size)]
    if status == "wished":
        return (Path(polygon(points), colour, 2 * RIM, (), PAPER),)
    body = Path(polygon(points), colour, 0.1, (), colour)
    if status == "active":
        return (body,)
    bar = [_turned(x, y, angle, -1.25 * size, side * 0.62 * size) for side in (-1, 1)]
    return (body, Path(polyline(bar), colour, 0.22 * size))


def _shape(size: float) -> tuple[Point, ...]:
    """Return tip, corner, notch, corner as (along, across)."""
    half = HEAD_WIDTH * size / 2
    return ((0.0, 0.0), (-size, half), (-0.82 * size, 0.0), (-size, -half))


def _turned(x: float, y: float, angle: float, along: float, across: float) -> Point:
    return x + along * cos(angle) - across * sin(angle), y + along * sin(angle) + across * cos(angle)
