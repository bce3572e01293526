"""A pen's stroke as paths: a double line is a wide one with paper drawn in its middle."""

from colour_codes.palettes import Stroke
from layouts.sheet import Path

PAPER = "#ffffff"


def stroked(d: str, stroke: Stroke, *, fill: str | None = None) -> tuple[Path, ...]:
    """Return the paths that draw `d` with `stroke`; the first one is the line itself."""
    line = Path(d, stroke.colour, stroke.width, stroke.dash, fill)
    if not stroke.double:
        return (line,)
    return (line, Path(d, PAPER, stroke.gap))
