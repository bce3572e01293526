"""The sheet as a raster of one square millimetre: where lines may run, and where others already do."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import numpy.typing as npt

from layouts.individual.boxes import Box
from layouts.individual.kernels.lines import add_company
from layouts.individual.model import Floats
from layouts.individual.scene import Scene
from layouts.symbols import Shape, figure_outline

CELL = 1.0
"""Cells are a millimetre wide; the compiled loops count on it."""
CLEARANCE = 1.3
"""Lines keep this many mm away from foreign boxes where they can."""
ALONG_WALL = 0.8
ON_ROOF = 1.2
RIM = 1.0
"""Arrows may come this far inside the outline of the figure they end at, so that they may end on it."""
Cells = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Barrier:
    """What blocks one line: cells with the clearance, cells of the shapes at its ends alone, and the boxes
    themselves (n, 4: x, y, right, bottom) for the exact check.
    """

    mask: npt.NDArray[np.bool_]
    shapes: npt.NDArray[np.bool_]
    boxes: Floats


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
                # Leaving a building through its roof looks like flying out of it.
                self.crowd[self._cells(wall.roof, 0.0)] += ON_ROOF
        boxes = [scene.box(id_) for id_ in scene.ids]
        self._index = {id_: i for i, id_ in enumerate(scene.ids)}
        self._boxes = np.array([(b.x, b.y, b.right, b.bottom) for b in boxes]).reshape(len(boxes), 4)
        self._closed: dict[float, npt.NDArray[np.int16]] = {}
        self._insides: dict[str, list[Cells]] = {}

    def barrier(self, line_ends: tuple[str, str], clearance: float = CLEARANCE) -> "Barrier":
        """Return what a line between two things may not enter.

        It may enter the things at its ends and what they stand in. Labels block always; the figures at its
        ends block by their shape, so that no arrow runs through them.
        """
        if clearance not in self._closed:
            self._closed[clearance] = self._all_closed(clearance)
        closed, boxes = self._closed[clearance].copy(), self._boxes.copy()
        shapes = np.zeros(closed.shape, dtype=np.bool_)
        for id_ in self.scene.open_to(*line_ends):
            words = self.scene.stands[id_].words if id_ in self.scene.stands else self.scene.walls[id_].words
            closed[self._cells(self.scene.box(id_), clearance)] -= 1
            closed[self._cells(words, min(0.7, clearance))] += 1
            boxes[self._index[id_]] = (words.x, words.y, words.right, words.bottom)
        for id_ in set(line_ends):
            if id_ in self.scene.stands:
                for cells in self._inside_of(id_):
                    shapes[cells] = True
        return Barrier((closed > 0) | shapes, shapes, boxes)

    def _all_closed(self, clearance: float) -> npt.NDArray[np.int16]:
        """Return how many boxes lie over each cell, grown by the clearance."""
        closed = np.zeros((self.rows, self.columns), dtype=np.int16)
        for id_ in self.scene.ids:
            closed[self._cells(self.scene.box(id_), clearance)] += 1
        return closed

    def _line_walls(self, box: Box) -> None:
        """Make it dear to run along a wall; crossing it costs little."""
        near = np.zeros((self.rows, self.columns), dtype=np.bool_)
        near[self._cells(box, 1.5)] = True
        near[self._cells(box, -1.5)] = False
        self.crowd[near] += ALONG_WALL

    def _cells(self, box: Box, margin: float) -> Cells:
        """Return the cells whose middle lies in the box grown by `margin`."""
        x0 = max(0, ceil((box.x - margin - self.x) / CELL - 0.5))
        x1 = floor((box.right + margin - self.x) / CELL - 0.5 + 1e-6) + 1
        y0 = max(0, ceil((box.y - margin - self.y) / CELL - 0.5 - 1e-6))
        y1 = floor((box.bottom + margin - self.y) / CELL - 0.5 + 1e-6) + 1
        return slice(y0, max(y0, y1)), slice(x0, max(x0, x1))

    def _inside_of(self, id_: str) -> list[Cells]:
        """Return the inside of a figure row by row, its rim left free: arrows end there."""
        if id_ not in self._insides:
            self._insides[id_] = self._rows_of(self.scene.stands[id_].shape, self.scene.sizes.signs.of(id_))
        return self._insides[id_]

    def _rows_of(self, shape: Box, sign: Shape) -> list[Cells]:
        outline = np.array(figure_outline(shape.x + shape.w / 2, shape.y, shape.h, sign))
        ends = np.roll(outline, -1, axis=0)
        found: list[Cells] = []
        for row in range(int((shape.y - self.y) / CELL), int((shape.bottom - self.y) / CELL) + 1):
            y = self.y + (row + 0.5) * CELL
            cut = (outline[:, 1] > y) != (ends[:, 1] > y)
            if not cut.any():
                continue
            a, b = outline[cut], ends[cut]
            x = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
            inner = Box(float(x.min()) + RIM, y - CELL / 2, float(x.max() - x.min()) - 2 * RIM, CELL)
            found.append(self._cells(inner, 0.0))
        return found

    def add_line(self, points: Floats, weight: float) -> None:
        """Crowd (or, with a negative weight, free) the cells near a drawn line (n, 2)."""
        add_company(self.crowd, points, weight, self.x, self.y)
