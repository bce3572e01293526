"""The 2x2 table: which pen draws an activation. Nothing else in the project knows it.

The colour is a function of the sides of both ends and of the direction, never typed and never stored as
truth. Read an arrow from its head: the activated "est activé(e) par" the activator.
"""

from colour_codes.pens import Pen
from colour_codes.sides import Side

_L, _W = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER

_PEN_OF_SIDE = {_L: Pen.BLACK, _W: Pen.GREEN, Side.UNDECIDED: Pen.PENCIL}

_PEN_OF_ACTIVATION = {
    (_L, _L): Pen.BLUE,
    (_L, _W): Pen.RED,
    (_W, _L): Pen.ORANGE,
    (_W, _W): Pen.GREEN,
}

_LETTER_OF_SIDE = {_L: "V", _W: "T"}
_SIDE_OF_LETTER = {letter: side for side, letter in _LETTER_OF_SIDE.items()}

CHANNELS = ("VV", "VT", "TV", "TT")
"""The channel codes of plain files (V = vivent, T = travaillent; activator first). Never shown to people."""


def pen_of_side(side: Side) -> Pen:
    """Return the pen that draws a figure, a home or a building of this side."""
    return _PEN_OF_SIDE[side]


def pen_of_activation(*, activator: Side, activated: Side) -> Pen:
    """Return the pen of the arrow from ``activator`` (its tail) to ``activated`` (its head).

    ValueError if an end is undecided: such a figure carries no arrow until its side is chosen.
    """
    _refuse_undecided(activator=activator, activated=activated)
    return _PEN_OF_ACTIVATION[activator, activated]


def channel_of(*, activator: Side, activated: Side) -> str:
    """Return the channel code of plain files: "VV", "VT", "TV" or "TT". ValueError as pen_of_activation."""
    _refuse_undecided(activator=activator, activated=activated)
    return _LETTER_OF_SIDE[activator] + _LETTER_OF_SIDE[activated]


def sides_of_channel(code: str) -> tuple[Side, Side]:
    """Return (activator's side, activated's side) for a channel code; ValueError for any other text."""
    if code not in CHANNELS:
        raise ValueError(f"unknown channel {code[:20]!r}: use one of {', '.join(CHANNELS)}")
    return _SIDE_OF_LETTER[code[0]], _SIDE_OF_LETTER[code[1]]


def _refuse_undecided(**ends: Side) -> None:
    for role, side in ends.items():
        if side is Side.UNDECIDED:
            raise ValueError(
                f"the {role} has no side yet: an undecided figure (pencil) carries no arrow; "
                "choose living or working first"
            )
