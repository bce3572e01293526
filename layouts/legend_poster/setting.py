"""What the parts of the poster share: language, pens, letter sizes, charter and words."""

from dataclasses import dataclass

from colour_codes.charter import Charter
from colour_codes.palettes import Palette, Stroke, node_stroke
from colour_codes.sides import Side
from layouts.copies.flow import Block, words_block
from layouts.copies.language_pack import LanguagePack
from layouts.copies.writing import BLACK


@dataclass(frozen=True, slots=True)
class Setting:
    """Lengths are those of an A4 sheet lying on its side; the finished poster is scaled. `text` is in mm."""

    pack: LanguagePack
    palette: Palette
    charter: Charter
    text: float

    @property
    def small(self) -> float:
        """The smallest letters: 2.5 mm on A5."""
        return max(3.55, round(0.88 * self.text, 2))

    @property
    def heading(self) -> float:
        """The letters of a heading."""
        return round(1.35 * self.text, 2)

    def node(self, side: Side) -> Stroke:
        """Return the outline of a figure, a home or a building, a little finer than on a sheet."""
        stroke = node_stroke(side, self.palette)
        part = 0.7 if stroke.double else 1.0
        return Stroke(stroke.colour, round(part * stroke.width, 2), stroke.dash, stroke.double)

    def head(self, key: str, width: float) -> Block:
        """Return the heading of a part."""
        return words_block(self.pack.say(key), self.heading, width, BLACK, after=0.35, heads=True)
