"""Detours: when no round arrow is free, the cheapest way over a grid, drawn tight and round."""

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.curves import Curve, rounded_line
from layouts.individual.kernels.grid import cheapest_way
from layouts.individual.kernels.lines import BLOCKED, CROWDED, straight_price
from layouts.individual.kernels.lines import clear as clear_points
from layouts.individual.model import Floats, Ints
from layouts.individual.ports import Ports
from layouts.individual.raster import CELL, Barrier, Raster

EXIT = 2.4
"""How far from an outline a way over the grid begins and ends, in mm."""
STRAIGHTER, BEND = 1.1, 5.0
"""A straight stretch is worth so many times the way it replaces, and so many mm more: bends look nervous."""
Taken = tuple[Floats, Floats]
"""What each port of the tail and of the head costs already, in mm."""


def detour(raster: Raster, barrier: Barrier, tail: Ports, head: Ports, taken: Taken) -> Curve | None:
    """Return a curve round everything that blocks it, or None when there is no way at all."""
    way = _way(raster, barrier, tail, head, taken)
    if way is None:
        return None
    return _rounded(raster, barrier, _pulled(raster, barrier, way))


def _rounded(raster: Raster, barrier: Barrier, points: list[Point]) -> Curve | None:
    """Return the line with each corner as round as what stands there allows."""
    parts = [1.0] * max(0, len(points) - 2)
    for _ in range(12):
        curve = rounded_line(points, parts)
        corners = [piece for piece in curve.pieces if len(piece) == 3]
        tight = [k for k, piece in enumerate(corners) if not clear(raster, barrier, Curve((piece,)))]
        if not tight:
            return curve if clear(raster, barrier, curve) else None
        parts = [part * (0.6 if k in tight else 1.0) for k, part in enumerate(parts)]
    return None


def clear(raster: Raster, barrier: Barrier, curve: Curve) -> bool:
    """Whether the curve stays on the sheet and out of all that blocks it."""
    return clear_points(curve.flat(0.15), barrier.shapes, barrier.boxes, raster.x, raster.y)


def _way(raster: Raster, barrier: Barrier, tail: Ports, head: Ports, taken: Taken) -> list[Point] | None:
    """Return port, grid points, port of the cheapest way."""
    starts = _exits(raster, barrier, tail, taken[0])
    goals = _exits(raster, barrier, head, taken[1])
    if not starts or not goals:
        return None
    price = 1.0 + CROWDED * raster.crowd
    found = cheapest_way(barrier.mask, price, *_costs(starts), *_costs(goals)).tolist()
    if not found:
        return None
    first, last = starts[found[0]][1], goals[found[-1]][1]
    return [_at(tail, first), *(_place(raster, node) for node in found), _at(head, last)]


def _costs(exits: dict[int, tuple[float, int]]) -> tuple[Ints, Floats]:
    nodes = np.array(list(exits), dtype=np.int64)
    return nodes, np.array([cost for cost, _ in exits.values()])


def _place(raster: Raster, node: int) -> Point:
    r, c = divmod(node, raster.columns)
    return raster.x + (c + 0.5) * CELL, raster.y + (r + 0.5) * CELL


def _exits(raster: Raster, barrier: Barrier, ports: Ports, taken: Floats) -> dict[int, tuple[float, int]]:
    """Return for each free cell beside a port what it costs to leave there, and the port."""
    nodes: dict[int, tuple[float, int]] = {}
    for index, (point, away) in enumerate(zip(ports.points, ports.away, strict=True)):
        x, y = point + away * EXIT
        r = round((y - raster.y) / CELL - 0.5)
        c = round((x - raster.x) / CELL - 0.5)
        if not (0 <= r < raster.rows and 0 <= c < raster.columns) or barrier.mask[r, c]:
            continue
        node, cost = r * raster.columns + c, float(taken[index])
        if node in nodes and cost >= nodes[node][0]:
            continue
        if _line_price(raster, barrier, _at(ports, index), _place(raster, node)) < BLOCKED:
            nodes[node] = (cost, index)
    return nodes


def _pulled(raster: Raster, barrier: Barrier, way: list[Point]) -> list[Point]:
    """Return the way pulled tight: points left out where the straight line is free and no more crowded.

    From each point kept the next is sought by leaps that double, then by halving.
    """
    costs = _way_costs(raster, way)

    def free(at: int, ahead: int) -> bool:
        if ahead == at + 1:
            return True
        price = _line_price(raster, barrier, way[at], way[ahead])
        return price <= STRAIGHTER * (costs[ahead] - costs[at]) + BEND

    kept, at, last = [way[0]], 0, len(way) - 1
    while at < last:
        good, leap = at + 1, 2
        while at + leap <= last and free(at, at + leap):
            good, leap = at + leap, leap * 2
        bad = min(at + leap, last + 1)
        if bad == last + 1 and good < last and free(at, last):
            good = last
        while bad - good > 1:
            middle = (good + bad) // 2
            good, bad = (middle, bad) if free(at, middle) else (good, middle)
        kept.append(way[good])
        at = good
    return kept


def _way_costs(raster: Raster, way: list[Point]) -> list[float]:
    """Return what the way costs up to each of its points, in mm."""
    points = np.array(way)
    column = np.clip(np.floor((points[:, 0] - raster.x) / CELL).astype(np.int64), 0, raster.columns - 1)
    row = np.clip(np.floor((points[:, 1] - raster.y) / CELL).astype(np.int64), 0, raster.rows - 1)
    price = 1.0 + CROWDED * raster.crowd[row, column]
    steps = np.hypot(*np.diff(points, axis=0).T) * (price[1:] + price[:-1]) / 2
    return [0.0, *np.cumsum(steps).tolist()]


def _line_price(raster: Raster, barrier: Barrier, a: Point, b: Point) -> float:
    """Return what a straight line costs in mm, company included; BLOCKED when something is in its way."""
    return straight_price(*a, *b, barrier.mask, raster.crowd, barrier.boxes, raster.x, raster.y)


def _at(ports: Ports, index: int) -> Point:
    x, y = ports.points[index]
    return float(x), float(y)
