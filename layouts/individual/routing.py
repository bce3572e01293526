"""The routing of all lines of a sheet, one by one in a fixed order, then again with all in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.curves import Curve, rounded_line, segments
from layouts.individual.detour import clear, detour
from layouts.individual.elbows import ROUND, elbows
from layouts.individual.kernels.lines import bow, course_price, crossings, side_price
from layouts.individual.kernels.rounds import Ends, Ground, best_round
from layouts.individual.model import Floats
from layouts.individual.ports import Ports, ports_of
from layouts.individual.raster import Barrier, Raster
from layouts.individual.scene import Scene

CROSSING = 60.0
"""Millimetres of way a crossing is worth."""
TOUCH = 4.4
"""Ends of arrows on one outline keep this far apart where they can, in mm."""
HEAD = 1.5
TIGHT = (0.8, 0.5, 0.35)
"""Clearances tried, in mm, where there is no way at the usual one."""
STRAIGHT_ENOUGH = 1.03
"""A line this many times as dear as the straight way is not routed again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to route. `rank`: its place among the lines that run the same way between the same ends.

    `fan`: how far it should bow to its own left, in mm; None when it is alone between its ends. `light`: the
    kind of a thin headless line, empty for an arrow. `joint`: the other parent, for a filiation.
    """

    id: str
    tail: str
    head: str
    rank: int = 0
    fan: float | None = None
    light: str = ""
    joint: str | None = None


class NoWay(Exception):
    """No line can reach an end: everything stands too close together."""


@dataclass(slots=True)
class _Routed:
    curve: Curve
    flat: Floats
    parts: Floats
    cost: float
    offset: float


@dataclass(slots=True)
class Router:
    """Routes lines over a scene, keeping track of crowded cells, of taken ports and of crossings.

    `forced`: a line that has no way runs straight, instead of raising NoWay.
    """

    scene: Scene
    raster: Raster
    forced: bool = False
    done: dict[str, _Routed] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    _ports: dict[str, Ports] = field(default_factory=dict)

    @property
    def cost(self) -> float:
        """What all lines cost together, in mm."""
        return sum(routed.cost for routed in self.done.values())

    def route_all(self, lines: Sequence[Line], rounds: int = 2) -> dict[str, Curve]:
        """Return a curve for every line; NoWay if one has none."""
        order = sorted(lines, key=lambda line: (not line.light, self._far(line), line.rank))
        for line in order:
            self._place(line, self._best(line))
        for _ in range(rounds - 1):
            self.reroute(order)
        return self.curves(lines)

    def reroute(self, lines: Sequence[Line]) -> None:
        """Route once more, the worst first, the lines that are not yet short and free."""
        for line in sorted(lines, key=lambda line: -self.done[line.id].cost):
            if not line.light and self.done[line.id].cost >= STRAIGHT_ENOUGH * self._far(line):
                before = self._take(line)
                try:
                    self._place(line, self._best(line))
                except NoWay:
                    # The others have closed in on it meanwhile; it had a way, and keeps it.
                    self._place(line, before)

    def curves(self, lines: Sequence[Line]) -> dict[str, Curve]:
        """Return the curve of each line."""
        return {line.id: self.done[line.id].curve for line in lines}

    def _far(self, line: Line) -> float:
        (ax, ay), (bx, by) = self._middle(line.tail), self._middle(line.head)
        return round(float(np.hypot(bx - ax, by - ay)), 2)

    def _middle(self, id_: str) -> Point:
        if id_ in self.scene.stands:
            return self.scene.stands[id_].shape.centre
        return self.scene.walls[id_].box.centre

    def _place(self, line: Line, routed: _Routed) -> None:
        self.done[line.id], self.lines[line.id] = routed, line
        self._crowd(line, routed.flat, 1.0)

    def _take(self, line: Line) -> _Routed:
        routed = self.done.pop(line.id)
        self._crowd(line, routed.flat, -1.0)
        return routed

    def _crowd(self, line: Line, flat: Floats, weight: float) -> None:
        """Make the cells of a line dear, those of its head dearest: nothing should run across a head."""
        self.raster.add_line(flat, weight)
        if not line.light:
            self.raster.add_line(flat[-7:], HEAD * weight)

    def _at(self, id_: str) -> Ports:
        if id_ not in self._ports:
            self._ports[id_] = ports_of(self.scene, id_)
        return self._ports[id_]

    def _taken(self, id_: str) -> Floats:
        """Return for each port of a thing how much its nearness to ends already there costs, in mm."""
        ports = self._at(id_)
        ends = [
            flat
            for other, routed in self.done.items()
            for end, flat in (
                (self.lines[other].tail, routed.curve.start),
                (self.lines[other].head, routed.curve.end),
            )
            if end == id_
        ]
        if not ends:
            return np.zeros(len(ports.points))
        far = np.hypot(
            ports.points[:, None, 0] - np.array(ends)[None, :, 0],
            ports.points[:, None, 1] - np.array(ends)[None, :, 1],
        )
        cost: Floats = (np.clip(TOUCH - far, 0.0, None) * 7.0 + (far < 1.8) * 150.0).sum(axis=1)
        return cost

    def _square(self, line: Line) -> _Routed | None:
        """Return the first free square line of a kinship, if its kind has any."""
        ends = (line.tail, line.head)
        barrier = self.raster.barrier(ends)
        none = (np.zeros(len(self._at(line.tail).points)), np.zeros(len(self._at(line.head).points)))
        for way in elbows(self.scene, line.light, *ends, line.joint):
            curve = rounded_line(way, 1.0, ROUND)
            if clear(self.raster, barrier, curve):
                return self._priced(line, curve, none)
        return None

    def _best(self, line: Line) -> _Routed:
        """Return the cheapest way for a line: a round arrow if one is free, else a detour."""
        ends = (line.tail, line.head)
        square = self._square(line) if line.light else None
        if square is not None:
            return square
        walls = self.raster.barrier(ends)
        taken = (self._taken(line.tail), self._taken(line.head))
        arc = self._round(line, taken, walls)
        options = [arc] if arc else []
        tail, head = self._at(line.tail), self._at(line.head)
        if not arc or arc.cost > 1.3 * self._far(line) + CROSSING:
            way = detour(self.raster, walls, tail, head, taken)
            options += [self._priced(line, way, taken)] if way is not None else []
        for clearance in TIGHT:
            if options:
                break
            walls = self.raster.barrier(ends, clearance)
            # Where it is tight, any port will do.
            anywhere = (np.zeros(len(tail.points)), np.zeros(len(head.points)))
            for costs in (taken, anywhere):
                way = detour(self.raster, walls, tail, head, costs)
                options += [self._priced(line, way, taken)] if way is not None else []
        if not options and self.forced:
            options = [self._priced(line, self._straight(line), taken)]
        if not options:
            raise NoWay(line.id)
        return min(options, key=lambda option: option.cost)

    def _straight(self, line: Line) -> Curve:
        """Return the straight line between the two ports that are nearest to each other."""
        a, b = self._at(line.tail).points, self._at(line.head).points
        far = np.hypot(a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1])
        i, j = (int(k) for k in np.unravel_index(int(far.argmin()), far.shape))
        return Curve((((float(a[i][0]), float(a[i][1])), (float(b[j][0]), float(b[j][1]))),))

    def _round(self, line: Line, taken: tuple[Floats, Floats], barrier: Barrier) -> _Routed | None:
        tail, head = self._at(line.tail), self._at(line.head)
        ends = self._ends(line)
        a, b = tail.facing(self._middle(line.head)), head.facing(self._middle(line.tail))
        found = best_round(
            Ends(
                tail.points[a], tail.away[a], taken[0][a], head.points[b], head.away[b], taken[1][b], ends
            ),
            Ground(
                barrier.mask, barrier.shapes, barrier.boxes, self._walls(line), self.raster.crowd,
                self._others(), self.raster.x, self.raster.y,
            ),
            nan if line.fan is None else line.fan, self._mates(line), CROSSING,
        )  # fmt: skip
        if not len(found):
            return None
        curve = Curve((tuple((float(x), float(y)) for x, y in found[:4]),))
        flat = curve.flat()
        return _Routed(curve, flat, segments(flat, 8), float(found[4, 0]), bow(flat, ends))

    def _ends(self, line: Line) -> Floats:
        return np.array([self._middle(line.tail), self._middle(line.head)])

    def _mates(self, line: Line) -> Floats:
        """Return the other lines of the pair: which way each runs and how far it bows (see `side_price`)."""
        rows = []
        for other, routed in self.done.items():
            mate = self.lines[other]
            if (mate.tail, mate.head) == (line.head, line.tail):
                rows.append((-1.0, routed.offset))
            elif (mate.tail, mate.head) == (line.tail, line.head):
                rows.append((1.0 if line.rank > mate.rank else 2.0, routed.offset))
        return np.array(rows).reshape(len(rows), 2)

    def _walls(self, line: Line) -> Floats:
        """Return the boxes of the homes and buildings the line may pass."""
        open_ = self.scene.open_to(line.tail, line.head)
        boxes = [wall.box for id_, wall in self.scene.walls.items() if id_ in open_]
        return np.array([(box.x, box.y, box.right, box.bottom) for box in boxes]).reshape(len(boxes), 4)

    def _others(self) -> Floats:
        parts = [routed.parts for routed in self.done.values()]
        return np.concatenate(parts) if parts else np.zeros((0, 4))

    def _priced(self, line: Line, curve: Curve, taken: tuple[Floats, Floats]) -> _Routed:
        flat, ends = curve.flat(), self._ends(line)
        offset, parts = bow(flat, ends), segments(flat, 8)
        cost = course_price(flat, self.raster.crowd, self._walls(line), self.raster.x, self.raster.y)
        for id_, point, costs in ((line.tail, curve.start, taken[0]), (line.head, curve.end, taken[1])):
            cost += float(costs[int(np.argmin(np.hypot(*(self._at(id_).points - point).T)))])
        cost += CROSSING * crossings(parts, self._others())
        cost += side_price(offset, nan if line.fan is None else line.fan, self._mates(line))
        return _Routed(curve, flat, parts, cost, offset)
