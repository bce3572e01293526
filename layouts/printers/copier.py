"""Which pens a black-and-white copier makes alike where no letter stands beside the line."""

from itertools import combinations

from colour_codes.contrast import grey_lightness
from colour_codes.palettes import Palette, Stroke, stroke_of
from colour_codes.pens import ARROW_PENS, Pen, name
from sociogram.language import Bilingual

TOLD_APART = 15.0
"""Difference in L* from which two greys side by side are told apart on a copy of a copy."""
THICKER = 1.5
"""How many times as wide a line must be to be told from another by its width alone."""
_NOTE = Bilingual(
    fr="sur une copie en noir et blanc, ces feutres se confondent\u00a0: {pairs}. Sans les lettres, "
    "prendre --palette mono pour photocopier.",
    en="on a black-and-white copy these pens look alike: {pairs}. Without the letters, take --palette mono "
    "for copying.",
)


def alike_in_grey(palette: Palette) -> tuple[tuple[Pen, Pen], ...]:
    """Return the pairs of arrow pens that neither line style, width nor lightness tells apart in grey."""
    return tuple(
        (one, other)
        for one, other in combinations(ARROW_PENS, 2)
        if _alike(stroke_of(one, palette), stroke_of(other, palette))
    )


def copier_note(palette: Palette) -> Bilingual | None:
    """Return what to say of a sheet without letters in `palette`, or None where a copy stays readable."""
    pairs = alike_in_grey(palette)
    if not pairs:
        return None
    fr = ", ".join(f"{name(one, 'fr')} et {name(other, 'fr')}" for one, other in pairs)
    en = ", ".join(f"{name(one, 'en')} and {name(other, 'en')}" for one, other in pairs)
    return Bilingual(_NOTE.fr.format(pairs=fr), _NOTE.en.format(pairs=en))


def _alike(one: Stroke, other: Stroke) -> bool:
    if bool(one.dash) != bool(other.dash) or one.double != other.double:
        return False
    if max(one.width, other.width) >= THICKER * min(one.width, other.width):
        return False
    return abs(grey_lightness(one.colour) - grey_lightness(other.colour)) < TOLD_APART
