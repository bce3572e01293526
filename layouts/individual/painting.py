"""The order in which arrows are painted: the story's, save that no line is painted over another's badge."""

from collections.abc import Mapping, Sequence

import numpy as np

from layouts.individual.badges import BadgeWish
from layouts.individual.boxes import Point
from layouts.individual.model import Floats
from sociogram.situation.staging import Arrow


def paint_order(
    arrows: Sequence[Arrow],
    wishes: Sequence[BadgeWish],
    places: Mapping[str, Point],
    flats: Mapping[str, Floats],
) -> list[Arrow]:
    """Return the arrows in painting order: a line that runs under a badge comes before the badge's arrow.

    Two arrows that hide each other's badge keep the order of the story.
    """
    sizes = {wish.arrow: wish.size for wish in wishes}
    before = {
        arrow.id: {
            other.id
            for other in arrows
            if other.id != arrow.id and _under(flats[other.id], places[arrow.id], sizes[arrow.id])
        }
        for arrow in arrows
    }
    waiting, painted = sorted(arrows, key=lambda arrow: arrow.number), []
    while waiting:
        left = {arrow.id for arrow in waiting}
        ready = next((arrow for arrow in waiting if not before[arrow.id] & left), waiting[0])
        waiting.remove(ready)
        painted.append(ready)
    return painted


def _under(flat: Floats, centre: Point, size: tuple[float, float]) -> bool:
    near = np.abs(flat - np.array(centre)) < np.array(size) / 2 + 0.4
    return bool(near.all(axis=1).any())
