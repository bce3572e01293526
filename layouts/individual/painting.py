"""The order in which lines are painted: the story's, save that none goes over another's badge or date."""

from collections.abc import Mapping, Sequence

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.model import Floats

Words = tuple[Point, tuple[float, float]]
"""What is written on a line: its centre, its width and height, in mm."""


def paint_order(lines: Sequence[str], words: Mapping[str, Words], flats: Mapping[str, Floats]) -> list[str]:
    """Return the lines in painting order: one that runs under the words of another comes before it.

    `lines`: ids in the order they have otherwise, which two that hide each other's words keep.
    """
    before = {
        id_: {other for other in lines if other != id_ and _under(flats[other], *words[id_])}
        for id_ in lines
        if id_ in words
    }
    waiting, painted = list(lines), list[str]()
    while waiting:
        left = set(waiting)
        ready = next((id_ for id_ in waiting if not before.get(id_, set()) & left), waiting[0])
        waiting.remove(ready)
        painted.append(ready)
    return painted


def _under(flat: Floats, centre: Point, size: tuple[float, float]) -> bool:
    near = np.abs(flat - np.array(centre)) < np.array(size) / 2 + 0.4
    return bool(near.all(axis=1).any())
