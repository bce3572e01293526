"""Detours: when no round arrow is free, the cheapest way round over a grid (A*), then drawn tight and round."""

from heapq import heappop, heappush
from math import hypot

import numpy as np
import numpy.typing as npt

from layouts.individual.boxes import Point
from layouts.individual.curves import Curve, rounded_line
from layouts.individual.ports import Ports
from layouts.individual.raster import CELL, Barrier, Raster

STRIDE = 2
CROWDED = 0.35
"""Millimetres of way one millimetre near another arrow is worth, beyond its length."""
EXIT = 2.4
_STEPS = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
_ROUNDINGS = (1.0, 0.8, 0.62, 0.46, 0.32, 0.2, 0.1, 0.03)
Bools = npt.NDArray[np.bool_]


def detour(
    raster: Raster, barrier: Barrier, tail: Ports, head: Ports, taken: "Taken", stride: int = STRIDE
) -> Curve | None:
    """Return a curve round everything that blocks it, or None when there is no way at all."""
    walls = barrier.mask
    way = _way(raster, walls, tail, head, taken, stride)
    if way is None:
        return None
    points = _pulled(raster, walls, way)
    for part in _ROUNDINGS:
        curve = rounded_line(points, part)
        if clear(raster, barrier, curve):
            return curve
    return None


Taken = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""What each port of the tail and of the head costs already, in mm."""


def clear(raster: Raster, barrier: Barrier, curve: Curve) -> bool:
    """Whether the curve stays on the sheet and out of all that blocks it."""
    flat = curve.flat(0.4)
    row, column, inside = raster.cells(flat)
    return bool(inside.all() and not barrier.mask[row, column].any() and not barrier.stops(flat))


def _way(
    raster: Raster, walls: Bools, tail: Ports, head: Ports, taken: Taken, stride: int
) -> list[Point] | None:
    """Return port, grid points, port of the cheapest way (A*, eight neighbours, crowded cells dearer)."""
    starts = _exits(raster, walls, tail, taken[0], stride)
    goals = _exits(raster, walls, head, taken[1], stride)
    if not starts or not goals:
        return None
    middle = head.points.mean(axis=0)
    reach = float(np.hypot(*(head.points - middle).T).max()) + 2 * EXIT
    target = ((middle[1] - raster.y) / CELL / stride, (middle[0] - raster.x) / CELL / stride)
    found = _astar(walls, raster.crowd, starts, goals, target, reach / CELL / stride, stride)
    if found is None:
        return None
    first, last = starts[found[0]][1], goals[found[-1]][1]
    points = [(raster.x + (c * stride + 0.5) * CELL, raster.y + (r * stride + 0.5) * CELL) for r, c in found]
    return [_at(tail, first), *points, _at(head, last)]


Node = tuple[int, int]


def _exits(
    raster: Raster, walls: Bools, ports: Ports, taken: npt.NDArray[np.float64], stride: int
) -> dict[Node, tuple[float, int]]:
    """Return for each free grid node beside a port what it costs to leave there, and the port."""
    nodes: dict[Node, tuple[float, int]] = {}
    for index, (point, away) in enumerate(zip(ports.points, ports.away, strict=True)):
        x, y = point + away * EXIT
        r, c = round(((y - raster.y) / CELL - 0.5) / stride), round(((x - raster.x) / CELL - 0.5) / stride)
        if not (0 <= r * stride < raster.rows and 0 <= c * stride < raster.columns):
            continue
        if walls[r * stride, c * stride]:
            continue
        cost = float(taken[index]) / stride
        if (r, c) not in nodes or cost < nodes[(r, c)][0]:
            nodes[(r, c)] = (cost, index)
    return nodes


def _astar(
    walls: Bools,
    crowd: npt.NDArray[np.float64],
    starts: dict[Node, tuple[float, int]],
    goals: dict[Node, tuple[float, int]],
    target: tuple[float, float],
    reach: float,
    stride: int,
) -> list[Node] | None:
    rows, columns = walls.shape
    blocked, price = walls.tolist(), (1.0 + CROWDED * crowd[::stride, ::stride]).tolist()
    high, wide = (rows - 1) // stride + 1, (columns - 1) // stride + 1
    best: dict[Node, float] = {}
    came: dict[Node, Node] = {}
    queue: list[tuple[float, float, Node]] = []
    for node, (cost, _) in starts.items():
        best[node] = cost
        heappush(queue, (cost, cost, node))
    done: tuple[float, Node] | None = None
    while queue:
        guess, cost, node = heappop(queue)
        if done is not None and guess >= done[0]:
            break
        if cost > best[node]:
            continue
        if node in goals and (done is None or cost + goals[node][0] < done[0]):
            done = (cost + goals[node][0], node)
        r, c = node
        for dy, dx in _STEPS:
            y, x = r + dy, c + dx
            if not (0 <= y < high and 0 <= x < wide) or blocked[y * stride][x * stride]:
                continue
            if blocked[r * stride + dy][c * stride + dx]:
                continue
            step = cost + (1.4142 if dy and dx else 1.0) * price[y][x]
            near = (y, x)
            if step < best.get(near, 1e18):
                best[near], came[near] = step, node
                left = max(0.0, hypot(y - target[0], x - target[1]) - reach)
                heappush(queue, (step + left, step, near))
    if done is None:
        return None
    way = [done[1]]
    while way[-1] in came:
        way.append(came[way[-1]])
    return way[::-1]


def _pulled(raster: Raster, walls: Bools, way: list[Point]) -> list[Point]:
    """Return the way pulled tight: points left out where the straight line is free and no more crowded."""
    costs = [0.0]
    for a, b in zip(way[:-1], way[1:], strict=True):
        costs.append(costs[-1] + _line_price(raster, None, a, b))
    kept, at = [way[0]], 0
    while at < len(way) - 1:
        for ahead in range(len(way) - 1, at, -1):
            price = _line_price(raster, walls if ahead > at + 1 else None, way[at], way[ahead])
            if ahead == at + 1 or price <= 1.03 * (costs[ahead] - costs[at]) + 0.5:
                kept.append(way[ahead])
                at = ahead
                break
    return kept


def _line_price(raster: Raster, walls: Bools | None, a: Point, b: Point) -> float:
    length = hypot(b[0] - a[0], b[1] - a[1])
    t = np.linspace(0.0, 1.0, max(2, int(length / 0.7) + 1))[:, None]
    points = np.array(a)[None] * (1 - t) + np.array(b)[None] * t
    row, column, _ = raster.cells(points)
    if walls is not None and walls[row, column].any():
        return 1e18
    return length * float(1.0 + CROWDED * raster.crowd[row, column].mean())


def _at(ports: Ports, index: int) -> Point:
    x, y = ports.points[index]
    return float(x), float(y)
