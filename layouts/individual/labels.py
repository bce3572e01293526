"""Labels in lines: as few and as even as leaves the box small."""

from dataclasses import dataclass
from functools import lru_cache

from layouts.individual.sizes import Sizes
from layouts.text.metrics import LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap

LABEL_GAP = 0.7
"""Between a figure and its label, in mm."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in lines, with the width and height of the whole in mm. Nothing is ever cut off."""

    lines: tuple[str, ...]
    width: float
    height: float


def figure_label(text: str, sizes: Sizes) -> Label:
    """Return the label of a figure, broken so that figure and label together take the least room."""
    return _beside(text, sizes.font, sizes.figure_width, sizes.figure_height)


def wrapped(text: str, sizes: Sizes, width: float) -> Label:
    """Return `text` in lines of at most `width` mm where its words allow it."""
    return _wrapped(text, sizes.font, width)


@lru_cache(maxsize=16_384)
def _beside(text: str, font: float, figure_width: float, figure_height: float) -> Label:
    best: tuple[float, Label] | None = None
    for width in (4.2, 5.2, 6.4, 7.8, 9.6):
        label = _wrapped(text, font, width * font)
        w = max(label.width, figure_width)
        room = (w + 9.0) * (figure_height + label.height + 6.0)
        room *= 1.0 + 0.06 * max(0, len(label.lines) - 3)
        if _broken_word(text, label):
            room *= 1.5
        if best is None or room < best[0] - 1e-9:
            best = (room, label)
    assert best is not None
    return best[1]


@lru_cache(maxsize=65_536)
def _wrapped(text: str, font: float, width: float) -> Label:
    lines = tuple(wrap(text, font, width))
    widest = max((text_width(line, font) for line in lines), default=0.0)
    return Label(lines, widest, len(lines) * (LINE_HEIGHT * font))


def _broken_word(text: str, label: Label) -> bool:
    words = set(text.replace("\u00a0", " ").split())
    return any(word not in words for line in label.lines for word in line.replace("\u00a0", " ").split())
