"""The scene: every figure and every container in its place on the sheet, before any line is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.individual.boxes import Box
from layouts.individual.plots import Stand, Walls
from layouts.individual.sizes import Sizes


@dataclass(frozen=True, slots=True)
class Scene:
    """`area` is where things may stand. `above[id]`: the containers a thing stands in, the nearest first."""

    area: Box
    sizes: Sizes
    stands: Mapping[str, Stand]
    walls: Mapping[str, Walls]
    above: Mapping[str, tuple[str, ...]]

    def box(self, id_: str) -> Box:
        """Return the box of a figure or container."""
        return self.stands[id_].box if id_ in self.stands else self.walls[id_].box

    def open_to(self, *ends: str) -> frozenset[str]:
        """Return what a line between `ends` may enter: the ends and the containers they stand in."""
        return frozenset(thing for end in ends for thing in (end, *self.above[end]))

    @property
    def ids(self) -> tuple[str, ...]:
        """All figures, then all containers."""
        return (*self.stands, *self.walls)
