"""Badges: the pen's letter and the number, near the tail, where they touch nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from colour_codes.palettes import Stroke
from layouts.individual.boxes import Box, Point
from layouts.individual.curves import flattened
from layouts.individual.kernels.badges import best_badge
from layouts.individual.model import Floats
from layouts.individual.scene import Scene
from layouts.symbols import building, home

FIRST = 1.2
"""How far along its arrow a badge may begin, in mm."""
STEP = 0.8
_ANY = Stroke("", 0.0)
_NOWHERE = Box(-1e6, -1e6, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class BadgeWish:
    """A badge to place: the arrow's id, its flattened line, the figure or container at its tail, its size.

    `clear`: off every figure's box, wherever its line leaves room for that, and be it on a drawn wall.
    """

    arrow: str
    flat: Floats
    tail: str
    size: tuple[float, float]
    reach: float = 0.62
    clear: bool = False


def badge_places(
    scene: Scene,
    wishes: Sequence[BadgeWish],
    others: Mapping[str, Floats],
    heads: Sequence[Point],
    taken: Sequence[Box] = (),
) -> dict[str, Point]:
    """Return the centre of each badge.

    `others`: every flattened line by id; `heads`: tips of arrows; `taken`: boxes of what is written already.
    """
    solid = _Solid(scene, others, heads)
    placed: dict[str, Box] = {}
    for _ in range(2):
        for wish in wishes:
            placed.pop(wish.arrow, None)
            placed[wish.arrow] = solid.best(wish, [*taken, *placed.values()])
    return {arrow: box.centre for arrow, box in placed.items()}


class _Solid:
    """All a badge should not touch, in numbers."""

    def __init__(self, scene: Scene, lines: Mapping[str, Floats], heads: Sequence[Point]) -> None:
        self.area = _corners([scene.area])[0]
        self.index = {id_: i for i, id_ in enumerate(scene.stands)}
        stands = list(scene.stands.values())
        self.shapes = _corners([stand.shape for stand in stands])
        self.labels = _corners([stand.words if stand.label.lines else _NOWHERE for stand in stands])
        self.boxes = _corners([stand.box for stand in stands])
        self.words = _corners([wall.words for wall in scene.walls.values()])
        self.rims = _drawn_walls(scene)
        self.heads = np.array(heads).reshape(len(heads), 2)
        self.numbers = {id_: i for i, id_ in enumerate(lines)}
        thin = [flat[::2] for flat in lines.values()]
        self.points = np.concatenate(thin) if thin else np.zeros((0, 2))
        self.owners = np.repeat(np.arange(len(thin)), [len(part) for part in thin])

    def best(self, wish: BadgeWish, badges: list[Box]) -> Box:
        """Return the cheapest box along the arrow."""
        steps = np.hypot(*np.diff(wish.flat, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        w, h = wish.size
        first = FIRST + h / 2
        far = np.arange(first, max(first + 0.1, float(along[-1]) * wish.reach), STEP)
        x, y = np.interp(far, along, wish.flat[:, 0]), np.interp(far, along, wish.flat[:, 1])
        if wish.clear:
            free = self._off_boxes(x, y, w, h)
            far, x, y = (far[free], x[free], y[free]) if free.any() else (far, x, y)
        k = best_badge(
            np.stack([x, y], axis=1), far, w, h, self.numbers.get(wish.arrow, -1),
            self.index.get(wish.tail, -1), self.points, self.owners, self.rims, self.heads, self.shapes,
            self.labels, self.boxes, self.words, _corners(badges), self.area,
        )  # fmt: skip
        return Box(float(x[k]) - w / 2, float(y[k]) - h / 2, w, h)

    def _off_boxes(self, x: Floats, y: Floats, w: float, h: float) -> NDArray[np.bool_]:
        """Return which of the centres keep a box of w x h mm off every figure's box."""
        beside = (self.boxes[:, 0] >= x[:, None] + w / 2) | (self.boxes[:, 2] <= x[:, None] - w / 2)
        above = (self.boxes[:, 1] >= y[:, None] + h / 2) | (self.boxes[:, 3] <= y[:, None] - h / 2)
        clear: NDArray[np.bool_] = np.logical_and.reduce(beside | above, axis=1)
        return clear


def _corners(boxes: Sequence[Box]) -> Floats:
    """Return x, y, right, bottom of boxes (n, 4)."""
    return np.array([(b.x, b.y, b.right, b.bottom) for b in boxes], dtype=np.float64).reshape(len(boxes), 4)


def _drawn_walls(scene: Scene) -> Floats:
    """Return points along every drawn outline of a home or building."""
    parts = [np.zeros((0, 2))]
    for wall in scene.walls.values():
        draw, box = (building if wall.building else home), wall.box
        parts += [flattened(path.d, 0.8) for path in draw(box.x, box.y, box.w, box.h, _ANY)]
    return np.concatenate(parts)
