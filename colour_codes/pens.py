"""The five felt pens, and the pencil of what is not decided yet."""

from enum import StrEnum

from colour_codes.words import Words


class Pen(StrEnum):
    """A pen as it is held, whatever ink the palette in force prints it with."""

    BLACK = "black"
    GREEN = "green"
    BLUE = "blue"
    RED = "red"
    ORANGE = "orange"
    PENCIL = "pencil"


ARROW_PENS = (Pen.BLUE, Pen.RED, Pen.ORANGE, Pen.GREEN)
"""The pens that draw activations, in the order of the legend."""

_NAMES = {
    Pen.BLACK: Words(fr="noir", en="black"),
    Pen.GREEN: Words(fr="vert", en="green"),
    Pen.BLUE: Words(fr="bleu", en="blue"),
    Pen.RED: Words(fr="rouge", en="red"),
    Pen.ORANGE: Words(fr="orange", en="orange"),
    Pen.PENCIL: Words(fr="crayon", en="pencil"),
}

# The French initials are all different; the English ones are not (black and blue). One habit serves every
# language and every palette, so that a sheet printed in English can be read beside a French one.
_LETTERS = {
    Pen.BLACK: "N",
    Pen.GREEN: "V",
    Pen.BLUE: "B",
    Pen.RED: "R",
    Pen.ORANGE: "O",
    Pen.PENCIL: "",
}


def name(pen: Pen, lang: str = "fr") -> str:
    """Return the pen's name in lower case, in ``fr`` or ``en``; ValueError for another language."""
    return _NAMES[pen].said(lang)


def letter(pen: Pen, lang: str = "fr") -> str:
    """Return the letter printed near an arrow's tail: the French initial in every language.

    The pencil carries no arrow and has no letter (an empty string). ValueError for an unknown language.
    """
    _NAMES[pen].said(lang)
    return _LETTERS[pen]
