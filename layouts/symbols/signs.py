"""Which sign stands for whom: the figures of the wall chart, or the signs of a genogram.

A genogram tells genders apart; ours tells apart only those somebody wrote down. Whoever has none, as
everybody by default, gets the sign for "unspecified". Only the gender a person lives in is drawn, never how
they came to it. Those who work keep their figure with its collar in both sets. The shapes of each set stand
in the charter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from colour_codes.charter import load_charter
from layouts.symbols.figures import Shape, figure_width
from sociogram.language import Bilingual, Lang
from sociogram.situation.staging import Figure

SymbolSet = Literal["figures", "genogram"]
SYMBOL_SETS: tuple[SymbolSet, ...] = get_args(SymbolSet)
UNSPECIFIED = "unspecified"
TALL, SQUARE = 3.9, 2.9
"""Height of the box of a figure, and of a genogram sign, in sizes of the letters."""
_LIVED = {
    "woman": "woman",
    "trans_woman": "woman",
    "man": "man",
    "trans_man": "man",
    "nonbinary": "nonbinary",
}
_GENDERS = {
    "woman": Bilingual(fr="femme", en="woman"),
    "man": Bilingual(fr="homme", en="man"),
    "nonbinary": Bilingual(fr="personne non binaire", en="non-binary person"),
}


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one sheet, by id; who is not in `shapes` is a figure. All stand in boxes of one size.

    `said`: what a sign tells, in words, for those who cannot see it; only where it tells something.
    """

    shapes: Mapping[str, Shape] = field(default_factory=dict, hash=False)
    said: Mapping[str, str] = field(default_factory=dict, hash=False)

    def of(self, id_: str) -> Shape:
        """Return the shape of a figure, by its id."""
        return self.shapes.get(id_, "figure")

    @property
    def height(self) -> float:
        """Height of the box of every figure, in sizes of the letters."""
        return SQUARE if self._square else TALL

    def width(self, height: float) -> float:
        """Return the width, in mm, of the box of every figure `height` mm high."""
        return figure_width(height, "square" if self._square else "figure")

    @property
    def _square(self) -> bool:
        return any(shape != "figure" for shape in self.shapes.values())


def signs_of(figures: Iterable[Figure], symbols: SymbolSet, lang: Lang) -> Signs:
    """Return who is drawn with which shape, and what it tells in `lang`."""
    living = [one for one in figures if one.kind != "professional"]
    shapes = {one.id: person_shape(symbols, lived_gender(one)) for one in living}
    neutral = person_shape(symbols)
    said = {
        one.id: _GENDERS[lived_gender(one)].in_(lang)
        for one in living
        if lived_gender(one) in _GENDERS and shapes[one.id] != neutral
    }
    return Signs(shapes, said)


def genders_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the genders, as the charter names them, that these people's signs tell apart."""
    return tuple(sorted({lived_gender(one) for one in figures if one.kind != "professional"}))


def lived_gender(figure: Figure) -> str:
    """Return the gender that is drawn: one of the charter's."""
    return _LIVED.get(figure.gender or "", UNSPECIFIED)


def person_shape(symbols: SymbolSet, gender: str = UNSPECIFIED) -> Shape:
    """Return the shape of a person of this gender, as the charter says."""
    return cast(Shape, load_charter().symbols.sets[symbols].shapes[gender])
