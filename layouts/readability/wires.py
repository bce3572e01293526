"""Wires: the lines of a sheet as they are measured, from outline to tip, without needless points."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from layouts.individual.model import Floats
from layouts.individual.sheet_reading import DrawnLine

TURN = 5e-4
"""A line that has turned by less than this since the last point kept, in radians, is straight."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A drawn line. `pen` is the pen's name for arrows, the kind of line ("link", "former-home") otherwise.

    `points` (n, 2) in mm from the first end to the second; straight parts are two points, curves one point
    about each half millimetre.
    """

    id: str
    kind: str
    tail: str
    head: str
    pen: str
    points: Floats

    @property
    def arrow(self) -> bool:
        """Whether it is an activation."""
        return self.kind == "activation"

    @property
    def length(self) -> float:
        """Length in mm."""
        return float(np.hypot(*np.diff(self.points, axis=0).T).sum())

    @property
    def segments(self) -> Floats:
        """The segments (n - 1, 4)."""
        return np.concatenate([self.points[:-1], self.points[1:]], axis=1)


def wires_of(lines: Iterable[DrawnLine]) -> tuple[Wire, ...]:
    """Return all lines of a sheet as wires."""
    return tuple(_wire(line) for line in lines)


def _wire(line: DrawnLine) -> Wire:
    pen = line.pen if line.kind == "activation" else line.kind
    return Wire(line.id, line.kind, line.tail, line.head, pen, thinned(line.whole))


def thinned(points: Floats) -> Floats:
    """Return the polyline without repeated points and without those in the middle of a straight stretch.

    Two straight lines that meet exactly at a sampled point would else be missed or counted twice.
    """
    moves = np.hypot(*np.diff(points, axis=0).T) > 1e-9
    kept = points[np.concatenate([[True], moves])]
    if len(kept) < 3:
        return kept if len(kept) > 1 else np.repeat(kept, 2, axis=0)
    before, after = kept[1:-1] - kept[:-2], kept[2:] - kept[1:-1]
    across = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turned = np.arctan2(across, (before * after).sum(axis=1))
    # Turns add up: of a long shallow bend, no point may go for being nearly straight with its neighbours.
    bends = np.diff(np.round(np.cumsum(turned) / TURN), prepend=0.0) != 0
    thin: Floats = kept[np.concatenate([[True], bends, [True]])]
    return thin
