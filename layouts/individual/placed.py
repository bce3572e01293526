"""Places on paper are data: what is placed stays, and a newcomer takes the best free slot."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

from layouts.individual.boxes import Box, Point, around
from layouts.individual.model import ancestry
from layouts.individual.plots import Stand, Walls, stand_at, walls_around
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from sociogram.situation.staging import Container, Staging

SLOT = 4.0
"""Slots of newcomers are tried this far apart, in mm."""
APART = 2.4
"""Foreign boxes nearer than this, in mm, leave no room for an arrow."""
_HUNDREDTH = 0.01


def placed_scene(staging: Staging, area: Box, sizes: Sizes) -> Scene | None:
    """Return the scene with everything placed where `staging.positions` says, newcomers in free slots.

    None when something does not fit the area. Nobody who has a place moves: not by a hundredth.
    """
    builder = _Builder(staging, area, sizes)
    for figure in staging.figures:
        if figure.id not in builder.stands and not builder.seat(figure.id):
            return None
    for container in staging.containers:
        seated = container.id in builder.centres or builder.holds(container.id)
        if not seated and not builder.seat_empty(container):
            return None
    walls = builder.walls()
    things = [*(stand.box for stand in builder.stands.values()), *(wall.box for wall in walls.values())]
    if not area.grown(0.6).holds(around(things)):
        return None
    stands = {figure.id: builder.stands[figure.id] for figure in staging.figures}
    return Scene(area, sizes, stands, {c.id: walls[c.id] for c in staging.containers}, ancestry(staging))


def scene_at(staging: Staging, area: Box, sizes: Sizes, centres: Mapping[str, Point]) -> Scene:
    """Return the scene with every figure, and every container that holds nothing, at its centre."""
    stands = {f.id: stand_at(f.id, f.label, centres[f.id], sizes) for f in staging.figures}
    walls = walls_of(staging, list(stands.values()), centres, sizes)
    return Scene(area, sizes, stands, {c.id: walls[c.id] for c in staging.containers}, ancestry(staging))


def walls_of(
    staging: Staging, stands: Sequence[Stand], centres: Mapping[str, Point], sizes: Sizes
) -> dict[str, Walls]:
    """Return the outlines around those who stand in them, inner ones first; empty ones at their centres."""
    above = ancestry(staging)
    found: dict[str, Walls] = {}
    for container in sorted(staging.containers, key=lambda c: -len(above[c.id])):
        inside = [stand.box for stand in stands if above[stand.id][:1] == (container.id,)]
        inside += [wall.box for id_, wall in found.items() if above[id_][:1] == (container.id,)]
        if inside:
            found[container.id] = walls_around(container, around(inside), sizes)
        elif container.id in centres:
            found[container.id] = _empty_walls(container, centres[container.id], sizes)
    return found


def crowded(scene: Scene) -> bool:
    """Whether two boxes that do not hold each other touch, or leave no room between them."""
    boxes = [(id_, scene.box(id_)) for id_ in scene.ids]
    for index, (one, box) in enumerate(boxes):
        for other, second in boxes[index + 1 :]:
            if one not in scene.above[other] and other not in scene.above[one]:
                if box.overlaps(second, APART):
                    return True
            elif _label_hit(scene, one, other) or _label_hit(scene, other, one):
                return True
    return False


def _label_hit(scene: Scene, outer: str, inner: str) -> bool:
    return outer in scene.walls and scene.walls[outer].words.overlaps(scene.box(inner))


class _Builder:
    """A scene in the making."""

    def __init__(self, staging: Staging, area: Box, sizes: Sizes) -> None:
        self.staging, self.area, self.sizes = staging, area, sizes
        self.above = ancestry(staging)
        self.labels = {figure.id: figure.label for figure in staging.figures}
        self.containers = {container.id: container for container in staging.containers}
        self.centres: dict[str, Point] = {
            id_: (x * _HUNDREDTH, y * _HUNDREDTH) for id_, (x, y) in staging.positions
        }
        self.stands: dict[str, Stand] = {
            id_: stand_at(id_, label, self.centres[id_], sizes)
            for id_, label in self.labels.items()
            if id_ in self.centres
        }

    def holds(self, container: str) -> bool:
        """Whether anybody stands in the container already."""
        return any(container in self.above[id_] for id_ in self.stands)

    def walls(self, extra: Stand | None = None, empty: Mapping[str, Point] | None = None) -> dict[str, Walls]:
        """Return the outlines around those who stand in them (`extra`: one more figure)."""
        stands = [*self.stands.values(), *([extra] if extra else [])]
        return walls_of(self.staging, stands, {**self.centres, **(empty or {})}, self.sizes)

    def seat(self, id_: str) -> bool:
        """Give a newcomer the free slot nearest to its neighbours; whether there is one."""
        goal = self._goal(id_)
        for centre in self._slots(goal):
            stand = stand_at(id_, self.labels[id_], centre, self.sizes)
            if self._fits(stand.box) and self._free(self.walls(extra=stand), stand):
                self.stands[id_] = stand
                return True
        return False

    def seat_empty(self, container: Container) -> bool:
        """Give an empty newcomer building or home the free slot nearest to its neighbours."""
        for centre in self._slots(self._goal(container.id)):
            box = _empty_walls(container, centre, self.sizes).box
            if self._fits(box) and self._free(self.walls(empty={container.id: centre}), None):
                self.centres[container.id] = centre
                return True
        return False

    def _fits(self, box: Box) -> bool:
        return self.area.holds(box) and not any(
            stand.box.overlaps(box, self.sizes.cell_gap * 0.7) for stand in self.stands.values()
        )

    def _free(self, walls: Mapping[str, Walls], extra: Stand | None) -> bool:
        """Whether no outline meets a figure or an outline it does not hold, and all stand on the paper."""
        stands = [*self.stands.values(), *([extra] if extra else [])]
        boxes = list(walls.items())
        for index, (id_, wall) in enumerate(boxes):
            if not self.area.holds(wall.box) and extra is not None and id_ in self.above[extra.id]:
                return False
            if any(id_ not in self.above[s.id] and wall.box.overlaps(s.box, 3.0) for s in stands):
                return False
            for other, second in boxes[index + 1 :]:
                apart = id_ not in self.above[other] and other not in self.above[id_]
                if apart and wall.box.overlaps(second.box, 3.0):
                    return False
        return True

    def _goal(self, id_: str) -> Point:
        """Return the middle of those the newcomer stands with or is joined to, else of the sheet."""
        near: list[Point] = []
        for other, stand in self.stands.items():
            if self.above[id_] and self.above[id_][:1] == self.above[other][:1]:
                near += [stand.shape.centre] * 4
            near += [stand.shape.centre] * self._joined(id_, other)
        if not near:
            return self.area.centre
        return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)

    def _joined(self, one: str, other: str) -> int:
        ends = [(a.activator, a.activated) for a in self.staging.arrows]
        ends += [(line.a, line.b) for line in self.staging.kin]
        return sum({one, other} == set(pair) for pair in ends)

    def _slots(self, goal: Point) -> Iterator[Point]:
        """Yield the slots of the sheet, the nearest to `goal` first; ties from top left."""
        slots = [
            (round(self.area.x + i * SLOT, 2), round(self.area.y + j * SLOT, 2))
            for j in range(1, int(self.area.h / SLOT))
            for i in range(1, int(self.area.w / SLOT))
        ]
        yield from sorted(slots, key=lambda p: (round(hypot(p[0] - goal[0], p[1] - goal[1]), 3), p[1], p[0]))


def _empty_walls(container: Container, centre: Point, sizes: Sizes) -> Walls:
    walls = walls_around(container, Box(centre[0], centre[1], 0.0, 0.0), sizes)
    return walls.moved(0.0, round(centre[1] - walls.box.centre[1], 4))
