"""The badge near an arrow's tail: the pen's letter and the number in the story, on white paper."""

from layouts.sheet import Path, Text
from layouts.symbols.geometry import rounded
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import CAP_HEIGHT, text_width

PADDING = 0.34
"""Room left and right of the text, in font sizes."""
HEIGHT = 1.5
"""Height of a badge, in font sizes."""


def badge_width(text: str, size: float) -> float:
    """Return the width of a badge: a circle when the text is short, longer for `V12`."""
    return max(HEIGHT * size, text_width(text, size) + 2 * PADDING * size)


def badge(
    x: float, y: float, text: str, size: float, *, colour: str, text_colour: str, width: float = 0.4
) -> tuple[Path | Text, ...]:
    """Return a badge centred on (x, y); `size` is its font size, `width` its line's, in mm."""
    across, high = badge_width(text, size), HEIGHT * size
    ring = rounded(x - across / 2, y - high / 2, across, high, high / 2)
    baseline = y + CAP_HEIGHT * size / 2
    return (
        Path(ring, colour, width, (), PAPER),
        Text(round(x, 2), round(baseline, 2), size, text, text_colour, "middle"),
    )
