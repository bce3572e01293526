"""Places on paper are data: what is placed stays, and a newcomer takes the best free slot."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from layouts.individual.boxes import Box, Point, around
from layouts.individual.kernels.slots import nearest_slot, seat, spot_within
from layouts.individual.model import Floats, ancestry
from layouts.individual.plots import Stand, Walls, stands_at, walls_around
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from layouts.individual.things import things_of
from sociogram.situation.situation import Position
from sociogram.situation.staging import Container, Staging

APART = 2.4
"""Foreign boxes nearer than this, in mm, leave no room for an arrow."""
BEYOND = 0.6
"""What is placed may stand out of the area by so many mm."""
TOGETHER = 4
"""How many arrows it counts for to stand in the same home or building."""
_HUNDREDTH = 0.01


def placed_scene(staging: Staging, area: Box, sizes: Sizes, *, tight: bool = False) -> Scene | None:
    """Return the scene with everything placed where `staging.positions` says, newcomers in free slots.

    None when something does not fit the area. Nobody who has a place moves: not by a hundredth. `tight`: the
    outline around a newcomer may meet others, because what is placed leaves it no room.
    """
    centres = placed_centres(staging, area, sizes, tight=tight)
    return None if centres is None else scene_at(staging, area, sizes, centres)


def placed_centres(
    staging: Staging, area: Box, sizes: Sizes, *, tight: bool = False
) -> dict[str, Point] | None:
    """Return where every figure stands, and every container that holds nothing; None as for the scene."""
    seats = _Seats(staging, area, sizes)
    for id_ in seats.waiting():
        if not seats.give(id_, tight):
            return None
    return None if seats.beyond() else seats.centres


def shift_into(staging: Staging, area: Box, sizes: Sizes) -> Position:
    """Return how far all that is placed must go together to stand in the area, in hundredths of a mm.

    Nothing, (0, 0), for what a layout recorded. What was drawn by hand may stand where this paper has its
    title or its legend; everything then goes the same way, so that nothing moves beside anything else.
    """
    return _Seats(staging, area, sizes).shift()


def shifted(staging: Staging, by: Position) -> Staging:
    """Return the staging with every recorded place moved by `by`, in hundredths of a mm."""
    if by == (0, 0):
        return staging
    return replace(
        staging, positions=tuple((id_, (x + by[0], y + by[1])) for id_, (x, y) in staging.positions)
    )


def placed_beyond(staging: Staging, area: Box, sizes: Sizes) -> tuple[str, ...]:
    """Return what is placed so that it, or the outline around it, reaches out of the area all the same."""
    return _Seats(shifted(staging, shift_into(staging, area, sizes)), area, sizes).beyond()


def scene_at(staging: Staging, area: Box, sizes: Sizes, centres: Mapping[str, Point]) -> Scene:
    """Return the scene with every figure, and every container that holds nothing, at its centre."""
    above = ancestry(staging)
    stands = stands_at(staging.figures, centres, sizes)
    walls = _walls_of(staging, above, stands.values(), centres, sizes)
    return Scene(area, sizes, stands, {c.id: walls[c.id] for c in staging.containers}, above)


def crowded(scene: Scene) -> bool:
    """Whether two boxes that do not hold each other touch, or leave no room between them."""
    ids = scene.ids
    index = {id_: number for number, id_ in enumerate(ids)}
    inside = np.zeros((len(ids), len(ids)), dtype=np.bool_)
    for id_ in ids:
        for outer in scene.above[id_]:
            inside[index[id_], index[outer]] = True
    boxes = _sides(scene.box(id_) for id_ in ids)
    struck = _meeting(_sides(wall.words for wall in scene.walls.values()), boxes, 0.0)
    near = _meeting(boxes, boxes, APART)
    np.fill_diagonal(near, val=False)
    held = inside.T[len(scene.stands) :]
    return bool((near & ~inside & ~inside.T).any() or (struck & held).any())


def _sides(boxes: Iterable[Box]) -> Floats:
    """Return left, top, right, bottom of boxes (n, 4)."""
    rows = [(box.x, box.y, box.x + box.w, box.y + box.h) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(len(rows), 4)


def _meeting(
    some: Floats, others: Floats, margin: float
) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Return (n, m) which boxes share more than an edge, or come nearer than `margin` (`Box.overlaps`)."""
    before = some[:, None, :2] < others[None, :, 2:] + margin
    after = others[None, :, :2] < some[:, None, 2:] + margin
    return np.asarray((before & after).all(axis=2))


def _walls_of(
    staging: Staging,
    above: Mapping[str, tuple[str, ...]],
    stands: Iterable[Stand],
    centres: Mapping[str, Point],
    sizes: Sizes,
) -> dict[str, Walls]:
    """Return the outlines around those who stand in them, inner ones first; empty ones at their centres."""
    inside: dict[str, list[Box]] = {container.id: [] for container in staging.containers}
    for one in stands:
        if above[one.id]:
            inside[above[one.id][0]].append(one.box)
    found: dict[str, Walls] = {}
    for container in sorted(staging.containers, key=lambda c: -len(above[c.id])):
        id_ = container.id
        if inside[id_]:
            found[id_] = walls_around(container, around(inside[id_]), sizes)
        elif id_ in centres:
            found[id_] = _empty_walls(container, centres[id_], sizes)
        else:
            continue
        if above[id_]:
            inside[above[id_][0]].append(found[id_].box)
    return found


def _empty_walls(container: Container, centre: Point, sizes: Sizes) -> Walls:
    walls = walls_around(container, Box(centre[0], centre[1], 0.0, 0.0), sizes)
    return walls.moved(0.0, round(centre[1] - walls.box.centre[1], 4))


class _Seats:
    """Who has a place, and the free ones: `centres` of figures and of containers that hold nothing."""

    def __init__(self, staging: Staging, area: Box, sizes: Sizes) -> None:
        self.staging, self.area, self.above = staging, area, ancestry(staging)
        self.things = things_of(staging, area, sizes, self.above)
        ids = [*(figure.id for figure in staging.figures), *(c.id for c in staging.containers)]
        self.index = {id_: number for number, id_ in enumerate(ids)}
        self.placed = {id_: (x * _HUNDREDTH, y * _HUNDREDTH) for id_, (x, y) in staging.positions}
        held = {chain[0] for chain in self.above.values() if chain}
        self.leaves = [id_ for id_ in ids if id_ not in held]
        self.centres: dict[str, Point] = {}
        self._seat({id_: self.placed[id_] for id_ in self.leaves if id_ in self.placed})

    def waiting(self) -> list[str]:
        """Return who has no place yet, figures first."""
        return [id_ for id_ in self.leaves if id_ not in self.centres]

    def give(self, id_: str, tight: bool) -> bool:
        """Give a newcomer the free slot nearest to its neighbours; whether there is one."""
        number, home = self.index[id_], self._empty_home(id_)
        if home and number < len(self.staging.figures):
            x, y, free = spot_within(self.things, number, *home)
            if free:
                self._seat({id_: (x, y)})
                return True
        slot = nearest_slot(self.things, number, *(home or self._goal(id_)), tight)
        if slot < 0:
            return False
        row, column = divmod(slot, len(self.things.xs))
        self._seat({id_: (float(self.things.xs[column]), float(self.things.ys[row]))})
        return True

    def beyond(self) -> tuple[str, ...]:
        """Return what does not stand in the area, nor as good as."""
        boxes, area = self.things.boxes, self.area.grown(BEYOND)
        out = (boxes[:, :2] < (area.x, area.y)) | (boxes[:, 2:] > (area.right, area.bottom))
        found = np.flatnonzero(out.any(axis=1) & self.things.seated)
        return tuple(id_ for id_, number in self.index.items() if number in found) if len(found) else ()

    def shift(self) -> Position:
        """Return the way of `shift_into`; what is larger than the area stays at its left and top."""
        boxes, area = self.things.boxes[self.things.seated], self.area.grown(BEYOND)
        if not len(boxes):
            return 0, 0
        low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        before, after = np.array((area.x, area.y)) - low, np.array((area.right, area.bottom)) - high
        # `before` leads to the left and top edges, `after` to the others; they cross when all is too large.
        first = (before > 0) | (before > after)
        way = np.where(first, np.ceil(before * 100), np.where(after < 0, np.floor(after * 100), 0.0))
        return int(way[0]), int(way[1])

    def _seat(self, places: dict[str, Point]) -> None:
        numbers = np.array([self.index[id_] for id_ in places], dtype=np.int64)
        seat(self.things, numbers, np.array(list(places.values()), dtype=np.float64).reshape(-1, 2))
        self.centres |= places

    def _empty_home(self, id_: str) -> Point | None:
        """Return the place recorded for the home or building the newcomer is the first to stand in."""
        chain = self.above[id_]
        if not chain or self.things.seated[self.index[chain[0]]]:
            return None
        return self.placed.get(chain[0])

    def _goal(self, id_: str) -> Point:
        """Return the middle of those the newcomer stands with or is joined to, else of the sheet."""
        near = [end for end in self._joined(id_) if self.things.seated[self.index[end]]]
        home = self.above[id_][:1]
        if home:
            near += TOGETHER * [one for one in self.centres if self.above[one][:1] == home]
        if not near:
            return self.area.centre
        x, y = zip(*(self._middle(one) for one in near), strict=True)
        return sum(x) / len(x), sum(y) / len(y)

    def _middle(self, id_: str) -> Point:
        if id_ in self.centres:
            return self.centres[id_]
        left, top, right, bottom = self.things.boxes[self.index[id_]]
        return float(left + right) / 2, float(top + bottom) / 2

    def _joined(self, id_: str) -> list[str]:
        """Return the other end of each arrow and kinship line of a newcomer."""
        ends = [(arrow.activator, arrow.activated) for arrow in self.staging.arrows]
        ends += [(line.a, line.b) for line in self.staging.kin]
        others = [b if a == id_ else a for a, b in ends if id_ in (a, b) and a != b]
        return [other for other in others if other in self.index]
