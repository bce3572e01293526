"""Homes and buildings, drawn from the box they must fill.

A home is a neutral outline: not everyone has a house.
"""

from colour_codes.palettes import Stroke
from layouts.sheet import Path
from layouts.symbols.geometry import polygon, rounded
from layouts.symbols.strokes import PAPER, stroked

EAVES = 1.6
"""How far a roof stands out on each side at most, in mm: it is inside the building's box."""
ROOF_LEAST, ROOF_MOST, ROOF_PART = 3.0, 9.0, 0.13
"""Height of a roof at least and at most, in mm, and in widths of the building."""


def home(x: float, y: float, width: float, height: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return the rounded outline of a home that fills the box."""
    return stroked(rounded(x, y, width, height, min(7.0, 0.25 * min(width, height))), stroke, fill=PAPER)


def roof_height(width: float) -> float:
    """Return the height, in mm, of the roof of a building `width` mm wide: label and members stand below."""
    return max(ROOF_LEAST, min(ROOF_MOST, ROOF_PART * width))


def eaves(width: float) -> float:
    """Return how far the roof of a building `width` mm wide stands out on each side, in mm."""
    return min(EAVES, 0.06 * width)


def building(x: float, y: float, width: float, height: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return walls under a roof that fill the box, eaves included."""
    out = eaves(width)
    base = y + min(roof_height(width), 0.42 * height)
    walls = polygon(
        [
            (x + out, base),
            (x + width - out, base),
            (x + width - out, y + height),
            (x + out, y + height),
        ]
    )
    roof = polygon([(x, base), (x + width / 2, y), (x + width, base)])
    return (*stroked(walls, stroke, fill=PAPER), *stroked(roof, stroke, fill=PAPER))
