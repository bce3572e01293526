"""The sheet as a raster of one square millimetre: where lines may run, and where others already do."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from layouts.individual.boxes import Box
from layouts.individual.model import Floats
from layouts.individual.scene import Scene
from layouts.symbols import Shape, figure_outline

CELL = 1.0
CLEARANCE = 1.3
"""Lines keep this many mm away from foreign boxes where they can."""
ALONG_WALL = 0.8
ON_ROOF = 1.2
HAIR = 0.3
RIM = 1.0
"""Arrows may come this far inside the outline of the figure they end at, so that they may end on it."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """What blocks one line: cells with the clearance, cells of the shapes at its ends alone, and the boxes
    themselves (n, 4: x, y, right, bottom) for the exact check.
    """

    mask: npt.NDArray[np.bool_]
    shapes: npt.NDArray[np.bool_]
    boxes: Floats

    def stops(self, flat: Floats) -> bool:
        """Whether a flattened line enters a box, or comes within a hair of it."""
        x, y = flat[:, 0][:, None], flat[:, 1][:, None]
        low_x, low_y, high_x, high_y = (self.boxes[None, :, i] for i in range(4))
        inside = (x > low_x - HAIR) & (x < high_x + HAIR) & (y > low_y - HAIR) & (y < high_y + HAIR)
        return bool(inside.any())


class Raster:
    """Occupied and crowded cells over the drawing area, a little margin included."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.x, self.y = scene.area.x, scene.area.y
        self.columns = int(scene.area.w / CELL) + 1
        self.rows = int(scene.area.h / CELL) + 1
        self.crowd = np.zeros((self.rows, self.columns), dtype=np.float64)
        for wall in scene.walls.values():
            self._line_walls(wall.box)
            if wall.building:
                self._crowd_roof(wall.rims[0])

    def barrier(
        self, open_: Collection[str], ends: Collection[str], clearance: float = CLEARANCE
    ) -> "Barrier":
        """Return what a line between `ends` may not enter; `open_` are the things it may cross.

        Labels block always; the figures at its ends block by their shape, so that no arrow runs through them.
        """
        mask = np.zeros((self.rows, self.columns), dtype=np.bool_)
        shapes = mask.copy()
        boxes: list[Box] = []
        for id_, stand in self.scene.stands.items():
            if id_ in ends:
                self._fill(mask, stand.words, min(0.7, clearance))
                self._fill_shape(shapes, stand.shape, self.scene.sizes.signs.of(id_))
                boxes.append(stand.words)
            else:
                self._fill(mask, stand.box, clearance)
                boxes.append(stand.box)
        for id_, wall in self.scene.walls.items():
            box = wall.words if id_ in open_ else wall.box
            self._fill(mask, box, min(0.7, clearance) if id_ in open_ else clearance)
            boxes.append(box)
        sides = [(box.x, box.y, box.right, box.bottom) for box in boxes]
        return Barrier(mask | shapes, shapes, np.array(sides).reshape(len(sides), 4))

    def _line_walls(self, box: Box) -> None:
        """Make it dear to run along a wall; crossing it costs little."""
        near = np.zeros((self.rows, self.columns), dtype=np.bool_)
        inner = near.copy()
        self._fill(near, box, 1.5)
        self._fill(inner, box, -1.5)
        self.crowd[near & ~inner] += ALONG_WALL

    def _crowd_roof(self, roof: Box) -> None:
        """Make it dear to leave a building through its roof."""
        under = np.zeros((self.rows, self.columns), dtype=np.bool_)
        self._fill(under, roof, 0.0)
        self.crowd[under] += ON_ROOF

    def _fill(self, blocked: npt.NDArray[np.bool_], box: Box, margin: float) -> None:
        x0 = max(0, int(np.ceil((box.x - margin - self.x) / CELL - 0.5)))
        x1 = int(np.floor((box.right + margin - self.x) / CELL - 0.5 + 1e-6)) + 1
        y0 = max(0, int(np.ceil((box.y - margin - self.y) / CELL - 0.5 - 1e-6)))
        y1 = int(np.floor((box.bottom + margin - self.y) / CELL - 0.5 + 1e-6)) + 1
        if x1 > x0 and y1 > y0:
            blocked[y0:y1, x0:x1] = True

    def _fill_shape(self, blocked: npt.NDArray[np.bool_], shape: Box, sign: Shape) -> None:
        """Block the inside of a figure row by row, its rim left free: arrows end there."""
        outline = np.array(figure_outline(shape.x + shape.w / 2, shape.y, shape.h, sign))
        ends = np.roll(outline, -1, axis=0)
        for row in range(int((shape.y - self.y) / CELL), int((shape.bottom - self.y) / CELL) + 1):
            y = self.y + (row + 0.5) * CELL
            cut = (outline[:, 1] > y) != (ends[:, 1] > y)
            if not cut.any():
                continue
            a, b = outline[cut], ends[cut]
            x = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
            inner = Box(float(x.min()) + RIM, y - CELL / 2, float(x.max() - x.min()) - 2 * RIM, CELL)
            self._fill(blocked, inner, 0.0)

    def cells(
        self, points: Floats
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
        """Return row, column and inside-ness of points (..., 2)."""
        column = np.floor((points[..., 0] - self.x) / CELL).astype(np.int64)
        row = np.floor((points[..., 1] - self.y) / CELL).astype(np.int64)
        inside = (column >= 0) & (row >= 0) & (column < self.columns) & (row < self.rows)
        return np.clip(row, 0, self.rows - 1), np.clip(column, 0, self.columns - 1), inside

    def add_line(self, points: Floats, weight: float) -> None:
        """Crowd (or, with a negative weight, free) the cells near a drawn line (n, 2)."""
        row, column, _ = self.cells(points)
        flat = np.unique(row * self.columns + column)
        row, column = flat // self.columns, flat % self.columns
        for dy, dx, part in _NEAR:
            r, c = row + dy, column + dx
            fits = (r >= 0) & (c >= 0) & (r < self.rows) & (c < self.columns)
            np.add.at(self.crowd, (r[fits], c[fits]), weight * part)


def _near() -> Iterable[tuple[int, int, float]]:
    for dy in range(-2, 3):
        for dx in range(-2, 3):
            far = max(abs(dy), abs(dx))
            yield dy, dx, (1.0, 0.6, 0.25)[far]


_NEAR = tuple(_near())
