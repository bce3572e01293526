"""Who stands where at one date: what a layout needs to know of a situation, and nothing more.

A staging is made for one viewer, one language and one date. Organisations the viewer may not see have already
become "no organisation": nothing of them is left here, not even a gap in the numbers.
"""

from dataclasses import dataclass
from typing import Literal

from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.dates import PartialDate
from sociogram.language import Lang
from sociogram.situation.actors import Gender
from sociogram.situation.links import ActivationStatus, KinshipKind
from sociogram.situation.situation import Position


@dataclass(frozen=True, slots=True)
class Figure:
    """A person, professional or undecided figure. `inside` is the container it stands in, if any.

    A living figure outside any household shares collective life (the second black line of the legend).
    `gender` is drawn by the genogram signs alone, and only where somebody wrote it.
    """

    id: str
    kind: Literal["person", "professional", "undecided"]
    side: Side
    label: str
    inside: str | None = None
    birth: int | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A home or a building, with the ids of the figures in it; a home may stand `inside` a building."""

    id: str
    kind: Literal["household", "institution"]
    side: Side
    label: str
    members: tuple[str, ...] = ()
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class FormerHome:
    """Another home of a person: a thin dated line leads to it. `when` is words ("→ 2022-09").

    `still`: the person lives in both at once (shared care); otherwise the home was left.
    """

    id: str
    person: str
    household: str
    when: str
    still: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An activation to draw. `number` is its rank in the story, from 1 without gaps; `when` as written."""

    id: str
    activator: str
    activated: str
    pen: Pen
    number: int
    when: str = ""
    status: ActivationStatus = "active"


@dataclass(frozen=True, slots=True)
class KinLine:
    """A kinship line. For `filiation`, `a` is the parent. `ended` draws a slash (couple)."""

    id: str
    a: str
    b: str
    kind: KinshipKind
    label: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the numbered story: date as written, passive sentence naming both ends, working label."""

    number: int
    arrow: str
    pen: Pen
    when: str
    sentence: str
    label: str


@dataclass(frozen=True, slots=True)
class Staging:
    """A situation at a date, ready to be laid out. `date` is None when the sheet is undated."""

    situation: str
    lang: Lang
    fictional: bool
    date: PartialDate | None
    figures: tuple[Figure, ...]
    containers: tuple[Container, ...]
    former_homes: tuple[FormerHome, ...]
    arrows: tuple[Arrow, ...]
    kin: tuple[KinLine, ...]
    story: tuple[StoryLine, ...]
    positions: tuple[tuple[str, Position], ...] = ()
    title: str = ""
