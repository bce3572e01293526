"""Curves flattened: points along pieces of lines and Béziers."""

from math import ceil, hypot

import numpy as np

from layouts.compiled import compiled
from layouts.individual.model import Floats, Ints


@compiled
def flat_points(control: Floats, ends: Ints, step: float) -> Floats:
    """Return points (n, 2) along pieces joined end to end, at most about `step` mm apart.

    `control` (c, 2): the control points of all pieces, two to four a piece; `ends` (p): where each ends.
    """
    counts, total, first = np.empty(len(ends), dtype=np.int64), 1, 0
    for piece in range(len(ends)):
        length = 0.0
        for k in range(first + 1, ends[piece]):
            length += hypot(control[k, 0] - control[k - 1, 0], control[k, 1] - control[k - 1, 1])
        counts[piece] = max(2, ceil(length / step) + 1)
        total += counts[piece] - 1
        first = ends[piece]
    points, row = np.empty((total, 2)), np.empty((4, 2))
    first, at = 0, 0
    for piece in range(len(ends)):
        for i in range(0 if piece == 0 else 1, counts[piece]):
            t = 1.0 if i == counts[piece] - 1 else i * (1.0 / (counts[piece] - 1))
            _bezier(control, first, ends[piece], t, row)
            points[at, 0], points[at, 1] = row[0, 0], row[0, 1]
            at += 1
        first = ends[piece]
    return points


@compiled
def _bezier(control: Floats, first: int, end: int, t: float, row: Floats) -> None:
    """Write the point of one piece at parameter `t` into row 0 (de Casteljau)."""
    count = end - first
    for k in range(count):
        row[k, 0], row[k, 1] = control[first + k, 0], control[first + k, 1]
    while count > 1:
        count -= 1
        for k in range(count):
            row[k, 0] = row[k, 0] * (1.0 - t) + row[k + 1, 0] * t
            row[k, 1] = row[k, 1] * (1.0 - t) + row[k + 1, 1] * t
