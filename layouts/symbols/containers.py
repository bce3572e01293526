"""Homes and buildings, drawn from the box they must fill.

A home is a neutral outline: not everyone has a house.
"""

from colour_codes.palettes import Stroke
from layouts.sheet import Path
from layouts.symbols.geometry import polygon, rounded
from layouts.symbols.strokes import PAPER, stroked

EAVES = 1.6
ROOF_LEAST, ROOF_MOST, ROOF_PART = 3.0, 9.0, 0.13
"""How far a roof stands out on each side, in mm: it is inside the building's box."""


def home(x: float, y: float, width: float, height: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return the rounded outline of a home that fills the box."""
    return stroked(rounded(x, y, width, height, min(7.0, 0.25 * min(width, height))), stroke, fill=PAPER)


def roof_height(width: float) -> float:
    """Return the height, in mm, of the roof of a building `width` mm wide: label and members stand below."""
    return max(ROOF_LEAST, min(ROOF_MOST, ROOF_PART * width))


def building(x: float, y: float, width: float, height: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return walls under a roof that fill the box, eaves included."""
    eaves = min(EAVES, 0.06 * width)
    base = y + min(roof_height(width), 0.42 * height)
    walls = polygon(
        [
            (x + eaves, base),
            (x + width - eaves, base),
            (x + width - eaves, y + height),
            (x + eaves, y + height),
        ]
    )
    roof = polygon([(x, base), (x + width / 2, y), (x + width, base)])
    return (*stroked(walls, stroke, fill=PAPER), *stroked(roof, stroke, fill=PAPER))
