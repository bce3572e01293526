"""Badges: the pen's letter and the number, near the tail, where they touch nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colour_codes.palettes import Stroke
from layouts.individual.boxes import Box, Point
from layouts.individual.curves import flattened
from layouts.individual.model import Bools, Floats
from layouts.individual.scene import Scene
from layouts.symbols import building, home

FIRST = 1.2
"""How far along its arrow a badge may begin, in mm."""
STEP = 0.8
_ANY = Stroke("", 0.0)


@dataclass(frozen=True, slots=True)
class BadgeWish:
    """A badge to place: the arrow's id, its flattened line, the figure or container at its tail, its size."""

    arrow: str
    flat: Floats
    tail: str
    size: tuple[float, float]
    reach: float = 0.62


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
    """All a badge should not touch."""

    def __init__(self, scene: Scene, lines: Mapping[str, Floats], heads: Sequence[Point]) -> None:
        self.scene, self.lines = scene, lines
        self.stands = [(id_, stand) for id_, stand in scene.stands.items()]
        self.rims = _drawn_walls(scene)
        self.words = [wall.words for wall in scene.walls.values()]
        self.heads = np.array(heads) if heads else np.zeros((0, 2))

    def best(self, wish: BadgeWish, badges: list[Box]) -> Box:
        """Return the cheapest box along the arrow."""
        steps = np.hypot(*np.diff(wish.flat, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        total = float(along[-1])
        w, h = wish.size
        far = np.arange(FIRST + h / 2, max(FIRST + h / 2 + 0.1, total * wish.reach), STEP)
        x, y = np.interp(far, along, wish.flat[:, 0]), np.interp(far, along, wish.flat[:, 1])
        centres = np.stack([x, y], axis=1)
        cost = far * 1.0 + self._line_cost(wish, centres)
        best: tuple[float, Box] | None = None
        for k in np.argsort(cost, kind="stable"):
            if best is not None and cost[k] >= best[0]:
                break
            box = Box(float(x[k]) - w / 2, float(y[k]) - h / 2, w, h)
            price = float(cost[k]) + self._box_cost(wish, box, badges)
            if best is None or price < best[0]:
                best = (price, box)
        assert best is not None
        return best[1]

    def _line_cost(self, wish: BadgeWish, centres: Floats) -> Floats:
        """Foreign lines and heads under a badge."""
        w, h = wish.size
        cost = np.zeros(len(centres))
        for id_, flat in self.lines.items():
            if id_ == wish.arrow:
                continue
            cost += 45.0 * _any_near(flat[::2], centres, w / 2 + 0.5, h / 2 + 0.5)
        cost += 150.0 * _any_near(self.rims, centres, w / 2 + 0.5, h / 2 + 0.5)
        if len(self.heads):
            near = (np.abs(self.heads[None, :, 0] - centres[:, None, 0]) < w / 2 + 1.6) & (
                np.abs(self.heads[None, :, 1] - centres[:, None, 1]) < h / 2 + 1.6
            )
            cost += 60.0 * near.sum(axis=1)
        return cost

    def _box_cost(self, wish: BadgeWish, box: Box, badges: list[Box]) -> float:
        cost = 0.0
        for id_, stand in self.stands:
            if stand.shape.overlaps(box, 0.2) or (stand.label.lines and stand.words.overlaps(box, 0.2)):
                cost += 400.0
            elif stand.box.overlaps(box, 0.2):
                cost += 14.0 if id_ == wish.tail else 150.0
        cost += sum(300.0 for words in self.words if words.overlaps(box, 0.2))
        cost += sum(220.0 for badge in badges if badge.overlaps(box, 0.35))
        if not self.scene.area.holds(box):
            cost += 300.0
        return cost


def _drawn_walls(scene: Scene) -> Floats:
    """Return points along every drawn outline of a home or building."""
    parts = [np.zeros((0, 2))]
    for wall in scene.walls.values():
        draw, box = (building if wall.building else home), wall.box
        parts += [flattened(path.d, 0.8) for path in draw(box.x, box.y, box.w, box.h, _ANY)]
    return np.concatenate(parts)


def _any_near(points: Floats, centres: Floats, dx: float, dy: float) -> Bools:
    """Return for each centre whether a point lies within `dx` and `dy` of it."""
    across = np.abs(points[None, :, 0] - centres[:, None, 0]) < dx
    along = np.abs(points[None, :, 1] - centres[:, None, 1]) < dy
    near: Bools = np.any(across & along, axis=1)
    return near
