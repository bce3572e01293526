"""Three sets of pens: which ink, how wide, which dots, for each pen.

``wall``: five felt pens on a large sheet. ``notebook``: no orange pen at hand, so orange is red made dotted
(validated by a trainer in Mali); dots mean orange there and nothing else. ``mono``: one black pen, for
copiers; it keeps the notebook's logic: the same thick line, dotted, leads back towards the home.

How the inks were chosen: docs/design/0004-pens-and-palettes.md. Lengths are millimetres on paper.
"""

from dataclasses import dataclass
from enum import StrEnum

from colour_codes.activation_code import pen_of_side
from colour_codes.pens import ARROW_PENS, Pen
from colour_codes.sides import Side


class Palette(StrEnum):
    """Which set of pens a sheet is drawn with."""

    WALL = "wall"
    NOTEBOOK = "notebook"
    MONO = "mono"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line as a printer draws it, always with round caps and joins.

    ``colour``: "#rrggbb". ``width``: mm; of a double line, the whole width from edge to edge. ``dash``: mm of
    ink and of gap in turn, empty for a plain line; the round caps add ``width`` to each length of ink, so
    that a length near 0 is a round dot as wide as the line. ``double``: two lines with paper between.
    """

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    double: bool = False

    @property
    def gap(self) -> float:
        """The paper inside a double line, in mm: half of its width (0 for any other line)."""
        return self.width / 2 if self.double else 0.0


# Inks of the wall: found by benchmarks/search_pens.py within the bounds of hue; the figures are tested.
_INK = {
    Pen.BLACK: "#000000",
    Pen.GREEN: "#4aa670",
    Pen.BLUE: "#2355b5",
    Pen.RED: "#b2120d",
    Pen.ORANGE: "#dc6400",
    Pen.PENCIL: "#595959",
}

# The same hues darkened to a contrast of 7:1 and more, so that small letters survive a copier.
_TEXT_INK = {
    Pen.BLACK: "#000000",
    Pen.GREEN: "#10562f",
    Pen.BLUE: "#1e4a8a",
    Pen.RED: "#8f1a1f",
    Pen.ORANGE: "#7d3b00",
    Pen.PENCIL: "#505050",
}

_BLACK_INK = _INK[Pen.BLACK]
_FIGURE, _ARROW, _PENCIL, _KINSHIP = 0.5, 0.8, 0.4, 0.3
_PENCIL_DASH = (2.0, 1.6)

# Dots as wide as the line, gaps a good millimetre wide: still apart on a copy of a copy of a copy (0004).
_NOTEBOOK_DOTS = Stroke(_INK[Pen.RED], 1.0, (0.01, 2.4))
_MONO_ARROWS = {
    Pen.BLUE: Stroke(_BLACK_INK, 0.35),
    Pen.RED: Stroke(_BLACK_INK, 1.4),
    Pen.ORANGE: Stroke(_BLACK_INK, 1.4, (0.01, 3.0)),
    Pen.GREEN: Stroke(_BLACK_INK, 2.0, double=True),
}
_MONO_WORKING = Stroke(_BLACK_INK, 1.8, double=True)

_LINK_DASHES: dict[str, tuple[float, ...]] = {
    "couple": (),
    "filiation": (),
    "foster": (3.2, 1.1),
    "siblings": (),
    "other": (1.6, 1.6),
    "same_person": (),
    "former_home": (2.4, 1.4),
    "shared_home": (3.0, 1.1, 0.8, 1.1),
}
LINK_KINDS = tuple(_LINK_DASHES)
"""The thin headless lines of a sheet: kinship, one person drawn twice, a former or a second home."""
_PENCILLED = ("same_person", "former_home", "shared_home")


def ink(pen: Pen, palette: Palette = Palette.WALL) -> str:
    """Return the colour, "#rrggbb", this palette prints the pen with."""
    if palette is Palette.MONO and pen is not Pen.PENCIL:
        return _BLACK_INK
    if palette is Palette.NOTEBOOK and pen is Pen.ORANGE:
        return _INK[Pen.RED]
    return _INK[pen]


def stroke_of(pen: Pen, palette: Palette) -> Stroke:
    """Return the line of an arrow drawn with ``pen``; ValueError for a pen that draws no arrow."""
    if pen not in ARROW_PENS:
        raise ValueError(
            f"no arrow is drawn with the pen {pen.value!r}: the arrow pens are "
            f"{', '.join(p.value for p in ARROW_PENS)}"
        )
    if palette is Palette.MONO:
        return _MONO_ARROWS[pen]
    if palette is Palette.NOTEBOOK and pen is Pen.ORANGE:
        return _NOTEBOOK_DOTS
    return Stroke(ink(pen, palette), _ARROW)


def node_stroke(side: Side, palette: Palette) -> Stroke:
    """Return the outline of a figure, a home or a building of this side.

    In ``mono`` the working side has a double outline. An undecided figure is pencilled in dashes everywhere.
    """
    if side is Side.UNDECIDED:
        return Stroke(_INK[Pen.PENCIL], _PENCIL, _PENCIL_DASH)
    if palette is Palette.MONO and side is Side.WORKING_TOGETHER:
        return _MONO_WORKING
    return Stroke(ink(pen_of_side(side), palette), _FIGURE)


def link_stroke(kind: str, palette: Palette) -> Stroke:
    """Return the thin headless line of a link: one of LINK_KINDS (ValueError otherwise).

    Black, save those that only join a figure to itself and to its homes, in pencil grey.
    """
    if kind not in _LINK_DASHES:
        raise ValueError(f"unknown link {kind[:30]!r}: use one of {', '.join(LINK_KINDS)}")
    pen = Pen.PENCIL if kind in _PENCILLED else Pen.BLACK
    return Stroke(ink(pen, palette), _KINSHIP, _LINK_DASHES[kind])


def text_colour(pen: Pen, palette: Palette) -> str:
    """Return a colour for small letters near what ``pen`` draws: its hue, at 7:1 on white or more."""
    if palette is Palette.MONO:
        return _BLACK_INK
    if palette is Palette.NOTEBOOK and pen is Pen.ORANGE:
        return _TEXT_INK[Pen.RED]
    return _TEXT_INK[pen]
