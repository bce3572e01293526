"""Where kinship lines leave a figure and where they reach it, whatever its sign: on its sides, on its top."""

from collections.abc import Iterator
from dataclasses import dataclass

from layouts.individual.boxes import Box, Point
from layouts.individual.plots import Stand
from layouts.individual.scene import Scene
from layouts.symbols import Shape, figure_outline, outline_sides

RIM = 0.36
"""How far outside the middle of the ink a line ends on top of a figure, in mm: their edges touch."""
INSIDE = 0.1
"""How far inside the outline a line begins at a side, in mm."""
_HEIGHTS = {"couple": (0.74, 0.5), "parent": (0.86, 0.64), "other": (0.6, 0.36)}
"""Where a line leaves the side, in heights of a figure and of a genogram sign: each kind its own."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """A figure in its place, seen by its lines of kinship."""

    stand: Stand
    sign: Shape

    @property
    def shape(self) -> Box:
        """The box of the figure alone."""
        return self.stand.shape

    def sides(self, kind: str) -> tuple[Point, Point]:
        """Return the points left and right where a line of this kind ("couple", "parent", "other") leaves."""
        part = _HEIGHTS[kind][self.sign != "figure"]
        left, right = outline_sides(*self._placed(), part, self.sign)
        return (left[0] + INSIDE, left[1]), (right[0] - INSIDE, right[1])

    def crown(self, aside: float = 0.0) -> Point:
        """Return the point on top where a line from above ends, `aside` mm right of the middle."""
        x = self.shape.x + self.shape.w / 2 + aside
        return x, min(self._heights_at(x)) - RIM

    def level_with(self, other: "Anchors") -> bool:
        """Whether two figures stand in one row."""
        return abs(self.shape.y - other.shape.y) < 0.35 * self.shape.h

    def _placed(self) -> tuple[float, float, float]:
        return self.shape.x + self.shape.w / 2, self.shape.y, self.shape.h

    def _heights_at(self, x: float) -> Iterator[float]:
        points = figure_outline(*self._placed(), self.sign)
        for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
            if min(ax, bx) <= x <= max(ax, bx):
                yield min(ay, by) if ax == bx else ay + (by - ay) * (x - ax) / (bx - ax)


def anchors(scene: Scene, id_: str) -> Anchors:
    """Return the anchors of a figure of the scene."""
    return Anchors(scene.stands[id_], scene.sizes.signs.of(id_))
