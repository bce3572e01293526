"""The Sheet: a display list that every printer draws alike (SVG, PDF, PNG, the page).

Coordinates and lengths are millimetres in the coordinates of the whole sheet, origin at the top left, rounded
to 0.01; there are no transforms. Paint order is list order. Colours are hex; the pens' colours come from
`colour_codes.palettes` and nowhere else.
"""

from dataclasses import dataclass, field
from typing import Literal

from colour_codes.palettes import Palette
from sociogram.language import Lang

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Path:
    """One path. `d` uses absolute M L C Q A Z only. Round joins and caps."""

    d: str
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of real text, whole. `y` is the baseline, `size` the font size in mm (>= 2.5).

    `halo` is the width of a white outline under the letters (0: none), printed as a second text.
    """

    x: float
    y: float
    size: float
    text: str
    colour: str
    anchor: Anchor = "start"
    halo: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are one thing for a reader. `data`: data-* attributes; `label`: its accessible name."""

    items: tuple["Path | Text | Group", ...]
    data: tuple[tuple[str, str], ...] = ()
    label: str = ""


Item = Path | Text | Group


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished sheet. `data` goes on the root element; `title` and `desc` are its accessible texts."""

    width: float
    height: float
    lang: Lang
    palette: Palette
    title: str
    desc: str
    items: tuple[Item, ...]
    data: tuple[tuple[str, str], ...] = field(default=())
