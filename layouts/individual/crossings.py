"""Which boxes a line enters."""

from collections.abc import Sequence

import numpy as np

from layouts.individual.boxes import Box
from layouts.individual.model import Bools, Floats


def entered(points: Floats, boxes: Sequence[Box]) -> Bools:
    """Return which boxes (n,) a polyline enters, by exact intersection: running along an edge is outside.

    A segment and a box are apart where they part along an axis: x, y, or across the segment. The search
    asks the same of one segment at a time (`kernels.lines.meets_box`, which keeps a hair of distance).
    """
    middles = np.array([box.centre for box in boxes]).reshape(-1, 2)
    sizes = np.array([(box.w / 2, box.h / 2) for box in boxes]).reshape(-1, 2)
    low, high = points.min(axis=0), points.max(axis=0)
    hit: Bools = ((middles - sizes < high) & (middles + sizes > low)).all(axis=1)
    middles, sizes = middles[hit], sizes[hit]
    half = np.diff(points, axis=0)[:, None, :] / 2
    reach = np.abs(half)
    off = middles[None] - (points[:-1, None, :] + half)
    near = (np.abs(off) < reach + sizes[None]).all(axis=2)
    aside = np.abs(half[..., 0] * off[..., 1] - half[..., 1] * off[..., 0])
    still = ~reach.any(axis=2)
    meets = near & (still | (aside < reach[..., 0] * sizes[:, 1] + reach[..., 1] * sizes[:, 0]))
    hit[hit] = meets.any(axis=0)
    return hit
