"""How well colours stand out from the paper and from one another, whoever looks.

WCAG 2.2 contrast (success criterion 1.4.11 asks 3:1 for lines, 1.4.6 asks 7:1 for text at level AAA); the
difference between pens is CIEDE2000, taken over usual vision and the three full dichromacies of Machado 2009.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from colour_codes.colour_spaces import lab_of_linear, linear_of_hex, oklch_of_hex
from colour_codes.difference import ciede2000
from colour_codes.vision import MACHADO_2009, Vision, seen

__all__ = [
    "MACHADO_2009",
    "PAPER",
    "SmallestDifference",
    "Vision",
    "ciede2000",
    "contrast_ratio",
    "difference",
    "grey_lightness",
    "oklch_of_hex",
    "relative_luminance",
    "smallest_difference",
]

PAPER = "#ffffff"
"""The sheet: white, so that a copier adds nothing."""


@dataclass(frozen=True, slots=True)
class SmallestDifference:
    """The two colours of a set that look most alike, to whom, and by how much (CIEDE2000)."""

    value: float
    first: str
    second: str
    vision: Vision


def relative_luminance(colour: str) -> float:
    """Return the WCAG relative luminance (0..1) of a "#rrggbb" colour."""
    red, green, blue = linear_of_hex(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str = PAPER) -> float:
    """Return the WCAG contrast (1..21) of two "#rrggbb" colours, on white paper by default."""
    low, high = sorted((relative_luminance(first), relative_luminance(second)))
    return (high + 0.05) / (low + 0.05)


def difference(first: str, second: str, vision: Vision = Vision.NORMAL) -> float:
    """Return the CIEDE2000 difference of two "#rrggbb" colours as ``vision`` sees them."""
    one, other = (lab_of_linear(seen(linear_of_hex(colour), vision)) for colour in (first, second))
    return ciede2000(one, other)


def grey_lightness(colour: str) -> float:
    """Return L* (0..100) of a colour on a grey copy."""
    level = relative_luminance(colour)
    return lab_of_linear((level, level, level))[0]


def smallest_difference(colours: Iterable[str]) -> SmallestDifference:
    """Return the closest pair among at least two "#rrggbb" colours over the four visions.

    ValueError with fewer than two colours. Of equal pairs the first in the order given is returned.
    """
    pairs = [
        SmallestDifference(difference(first, second, vision), first, second, vision)
        for first, second in combinations(colours, 2)
        for vision in Vision
    ]
    if not pairs:
        raise ValueError("at least two colours are needed to compare")
    return min(pairs, key=lambda pair: pair.value)
