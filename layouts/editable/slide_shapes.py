"""What stands on a slide: outlines, lines of text, connectors and groups. Lengths are mm, y downwards."""

from dataclasses import dataclass
from typing import Literal

from layouts.editable.preset_curves import PresetCurve
from layouts.individual.boxes import Box

Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]
"""A letter of path data (M L Q C Z) and its points."""
Align = Literal["l", "ctr", "r"]
Head = Literal["none", "full", "open"]
NO_GLUE = ("", 0)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line is drawn; `double`: two lines within `width`."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    double: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A place where connectors are glued, and where it looks to: 0 right, 90 down, 180 left, 270 up."""

    at: Point
    angle: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A drawn shape of one ink: `parts` are runs of commands, each filled or not. `key` names it for glue."""

    name: str
    box: Box
    parts: tuple[tuple[tuple[Command, ...], bool], ...]
    ink: Ink | None
    fill: str | None = None
    key: str = ""
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text in a box, without wrapping. With an `ink` they stand in a rounded ring."""

    name: str
    box: Box
    lines: tuple[str, ...]
    size: float
    colour: str
    align: Align = "ctr"
    ink: Ink | None = None
    fill: str | None = None
    title: bool = False


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between two shapes: glued to a site of each, by key and number (NO_GLUE: to nothing)."""

    name: str
    says: str
    curve: PresetCurve
    ink: Ink
    head: Head = "none"
    tail_glue: tuple[str, int] = NO_GLUE
    head_glue: tuple[str, int] = NO_GLUE


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes that are moved as one. `says` is what is read aloud for it."""

    name: str
    says: str
    items: "tuple[Shape, ...]"


Shape = Outline | Words | Connector | ShapeGroup
