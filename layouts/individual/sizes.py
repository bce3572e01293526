"""How large things are drawn on one sheet: everything follows from the size of the letters."""

from dataclasses import dataclass

from layouts.symbols import Signs, badge_width
from layouts.symbols.badges import HEIGHT as BADGE_HEIGHT
from layouts.text.metrics import LINE_HEIGHT

SMALLEST_TEXT = 2.5
"""No letter is smaller, in mm (the contract of the sheet)."""
FIGURES = Signs()


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in mm. `air` widens (above 1) or narrows (below 1) the space between things.

    `signs`: the shape of each figure; the box of all figures follows from them.
    """

    font: float
    air: float = 1.0
    signs: Signs = FIGURES

    @property
    def figure_height(self) -> float:
        """Height of every figure, whoever it is."""
        return self.signs.height * self.font

    @property
    def figure_width(self) -> float:
        """Width of every figure."""
        return self.signs.width(self.figure_height)

    @property
    def pitch(self) -> float:
        """From one line of text to the next."""
        return LINE_HEIGHT * self.font

    @property
    def cell_gap(self) -> float:
        """Between the boxes of two figures side by side."""
        return 8.0 * self.air

    @property
    def row_gap(self) -> float:
        """Between two rows of figures."""
        return 7.0 * self.air

    @property
    def padding(self) -> float:
        """Between a container's outline and its figures."""
        return 5.0 * self.air

    @property
    def block_gap(self) -> float:
        """The least space between two blocks."""
        return 10.0 * self.air

    @property
    def badge_font(self) -> float:
        """Size of the letters in a badge."""
        return max(SMALLEST_TEXT, 0.78 * self.font)

    def head(self, line: float) -> float:
        """Return the length of the head of an arrow whose line is `line` mm wide."""
        return max(2.2 + 0.2 * self.font, 1.4 + 2.1 * line)

    def badge(self, words: str) -> tuple[float, float]:
        """Return width and height of the badge that says `words`."""
        return badge_width(words, self.badge_font), BADGE_HEIGHT * self.badge_font


_STEPS = (
    (4.3, 2.1), (4.0, 1.9), (4.0, 1.6), (4.0, 1.35), (3.7, 1.35), (3.7, 1.15), (3.4, 1.15), (3.4, 1.0),
    (3.2, 1.0), (3.0, 1.0), (2.8, 1.0), (2.8, 0.88), (2.6, 0.88), (2.5, 0.82), (2.5, 0.72), (2.5, 0.6),
)  # fmt: skip


def ladder(scale: float, signs: Signs = FIGURES) -> tuple[Sizes, ...]:
    """Return sizes from the most comfortable to the smallest allowed; `scale`: 1 on A4, more beyond."""
    steps = [(round(font * scale, 2), round(air * scale, 3)) for font, air in _STEPS if scale > 1.05]
    large = [step for step in steps if step[0] > 4.4]
    return tuple(Sizes(font, air, signs) for font, air in (*large, *_STEPS))
