"""The routing of all lines of a sheet, one by one in a fixed order, then again with all in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.candidates import Candidates, candidates
from layouts.individual.crossings import crossing_count, crossings_by_line, segments
from layouts.individual.curves import Curve, length_of, rounded_line
from layouts.individual.detour import clear, detour
from layouts.individual.elbows import ROUND, elbows
from layouts.individual.model import Floats, Ints
from layouts.individual.ports import Ports, ports_of
from layouts.individual.raster import Barrier, Raster
from layouts.individual.scene import Scene

CROSSING = 20.0
"""Millimetres of way a crossing is worth."""
WALL = 25.0
"""Millimetres of way a needless passage through a wall is worth."""
TURN = 11.0
"""Millimetres of way one radian of turning is worth."""
TOUCH = 4.4
"""Ends of arrows on one outline keep this far apart where they can, in mm."""
WRONG_SIDE = 60.0
FAN = 1.6
"""Millimetres of way a millimetre off its place in the fan is worth."""
CROWD = 0.8
HEAD = 1.5
KEPT = 10
MANY = 40
"""Beyond so many lines only those that turned out long are routed again."""
TIGHT = (1.3, 0.8, 0.4, 0.2)
"""Clearances tried, in mm, where there is no way at the usual one."""


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

    `forced`: a line that has no way runs straight, instead of raising NoWay. `quick`: lines that need a
    detour are only given a price, to compare plans by.
    """

    scene: Scene
    raster: Raster
    forced: bool = False
    quick: bool = False
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
        enough = 1.03 if len(lines) <= MANY else 1.5
        for line in sorted(lines, key=lambda line: -self.done[line.id].cost):
            if not line.light and self.done[line.id].cost >= enough * self._far(line):
                self._take(line)
                self._place(line, self._best(line))

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

    def _take(self, line: Line) -> None:
        self._crowd(line, self.done.pop(line.id).flat, -1.0)

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
        barrier = self.raster.barrier(self.scene.open_to(*ends), ends)
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
        walls = self.raster.barrier(self.scene.open_to(*ends), ends)
        tail, head = self._at(line.tail), self._at(line.head)
        taken = (self._taken(line.tail), self._taken(line.head))
        found = candidates(tail, head, self._middle(line.tail), self._middle(line.head))
        row, column, inside = self.raster.cells(found.samples)
        free = (inside & ~walls.mask[row, column]).all(axis=1)
        options: list[_Routed] = []
        if free.any():
            options = self._round_options(line, found, np.flatnonzero(free), taken, walls)
        if self.quick:
            return min(options, key=lambda option: option.cost) if options else self._guessed(line, taken)
        if not options or min(option.cost for option in options) > 1.5 * self._far(line) + 3 * CROSSING:
            way = detour(self.raster, walls, tail, head, taken)
            if way is not None:
                options.append(self._priced(line, way, taken))
        for clearance in TIGHT:
            if options:
                break
            walls = self.raster.barrier(self.scene.open_to(*ends), ends, clearance)
            way = detour(self.raster, walls, tail, head, taken, stride=1)
            options += [self._priced(line, way, taken)] if way is not None else []
        if not options and self.forced:
            options = [self._priced(line, self._straight(line), taken)]
        if not options:
            raise NoWay(line.id)
        return min(options, key=lambda option: option.cost)

    def _guessed(self, line: Line, taken: tuple[Floats, Floats]) -> _Routed:
        """Return the straight line at the price of a usual detour."""
        straight = self._priced(line, self._straight(line), taken)
        return replace(straight, cost=straight.cost + 0.6 * self._far(line) + 3 * CROSSING)

    def _straight(self, line: Line) -> Curve:
        """Return the straight line between the two ports that are nearest to each other."""
        a, b = self._at(line.tail).points, self._at(line.head).points
        far = np.hypot(a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1])
        i, j = (int(k) for k in np.unravel_index(int(far.argmin()), far.shape))
        return Curve((((float(a[i][0]), float(a[i][1])), (float(b[j][0]), float(b[j][1]))),))

    def _round_options(
        self,
        line: Line,
        found: Candidates,
        free: Ints,
        taken: tuple[Floats, Floats],
        walls: Barrier,
    ) -> list[_Routed]:
        samples = found.samples[free]
        steps = np.diff(samples, axis=1)
        lengths = np.hypot(steps[..., 0], steps[..., 1])
        row, column, _ = self.raster.cells(samples)
        crowd = (self.raster.crowd[row, column][:, 1:] * lengths).sum(axis=1)
        cost = lengths.sum(axis=1) + TURN * _turning(steps) + CROWD * crowd
        cost += taken[0][found.tail[free]] + taken[1][found.head[free]]
        offset = self._offsets(line, samples)
        cost += self._side_cost(line, offset) + self._wall_cost(line, samples)
        best = np.argsort(cost, kind="stable")[: KEPT * 2]
        kept = self._clear(walls, found, free, best)
        if not kept:
            return []
        coarse = samples[kept][:, _every_second(samples.shape[1])]
        parts = np.concatenate([coarse[:, :-1], coarse[:, 1:]], axis=2)
        counts = crossings_by_line(parts, self._others())
        total = [float(cost[k]) + CROSSING * int(n) for k, n in zip(kept, counts, strict=True)]
        pick = int(np.argmin(total))
        curve = found.curve(int(free[kept[pick]]))
        flat = curve.flat()
        return [_Routed(curve, flat, segments(flat, 8), total[pick], float(offset[kept[pick]]))]

    def _clear(self, barrier: Barrier, found: Candidates, free: Ints, best: Ints) -> list[int]:
        """Return the first candidates that pass the exact check."""
        kept: list[int] = []
        for k in best:
            if clear(self.raster, barrier, found.curve(int(free[k]))):
                kept.append(int(k))
                if len(kept) == KEPT:
                    break
        return kept

    def _others(self) -> Floats:
        parts = [routed.parts for routed in self.done.values()]
        return np.concatenate(parts) if parts else np.zeros((0, 4))

    def _priced(self, line: Line, curve: Curve, taken: tuple[Floats, Floats]) -> _Routed:
        flat = curve.flat()
        row, column, _ = self.raster.cells(flat)
        steps = np.diff(flat, axis=0)
        offset = self._offsets(line, flat[None])
        parts = segments(flat, 8)
        cost = length_of(flat) + TURN * float(_turning(steps[None])[0])
        cost += CROWD * float(self.raster.crowd[row, column].mean()) * length_of(flat)
        for id_, point, costs in ((line.tail, curve.start, taken[0]), (line.head, curve.end, taken[1])):
            cost += float(costs[int(np.argmin(np.hypot(*(self._at(id_).points - point).T)))])
        cost += CROSSING * crossing_count(parts, self._others())
        cost += float(self._side_cost(line, offset)[0] + self._wall_cost(line, flat[None])[0])
        return _Routed(curve, flat, parts, cost, float(offset[0]))

    def _offsets(self, line: Line, samples: Floats) -> Floats:
        """Return how far each sampled line bows to its own left of the straight way, on average, in mm."""
        a, b = np.array(self._middle(line.tail)), np.array(self._middle(line.head))
        along = (b - a) / max(1e-6, float(np.hypot(*(b - a))))
        offset: Floats = ((samples[..., 0] - a[0]) * along[1] - (samples[..., 1] - a[1]) * along[0]).mean(
            axis=1
        )
        return offset

    def _wall_cost(self, line: Line, samples: Floats) -> Floats:
        """A line passes the walls of its own ends once: going out and in again looks like another house."""
        cost = np.zeros(len(samples))
        x, y = samples[..., 0], samples[..., 1]
        for id_ in self.scene.open_to(line.tail, line.head):
            if id_ not in self.scene.walls:
                continue
            box = self.scene.walls[id_].box
            inside = (x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)
            passed = (inside[:, 1:] != inside[:, :-1]).sum(axis=1)
            cost += WALL * (passed - (inside[:, 0] != inside[:, -1]))
        return cost

    def _side_cost(self, line: Line, offset: Floats) -> Floats:
        """Lines of one pair lie in a fan, each to its own left: there and back on opposite sides."""
        cost = np.zeros(len(offset))
        if line.fan is None:
            return cost
        for other, routed in self.done.items():
            mate = self.lines[other]
            if (mate.tail, mate.head) == (line.head, line.tail):
                cost += WRONG_SIDE * (offset + routed.offset < 1.5)
            elif (mate.tail, mate.head) == (line.tail, line.head):
                ahead = offset - routed.offset if line.rank > mate.rank else routed.offset - offset
                cost += WRONG_SIDE * (ahead < 1.5)
        return cost + FAN * np.abs(offset - line.fan)


def _every_second(count: int) -> list[int]:
    """Return every second index, and the last."""
    return [*range(0, count - 1, 2), count - 1]


def _turning(steps: Floats) -> Floats:
    """Return the total turning, in radians, of lines given by their steps (k, s, 2)."""
    angle = np.unwrap(np.arctan2(steps[..., 1], steps[..., 0]), axis=1)
    turning: Floats = np.abs(np.diff(angle, axis=1)).sum(axis=1)
    return turning
