"""Detours: when no round arrow is free, the cheapest way over a grid, drawn tight and round."""

from math import hypot

import numpy as np
import numpy.typing as npt

from layouts.individual.boxes import Point
from layouts.individual.curves import Curve, rounded_line
from layouts.individual.grid import CROWDED, Grid
from layouts.individual.ports import Ports
from layouts.individual.raster import CELL, Barrier, Raster

STRIDE = 2
EXIT = 3.6
"""How far from an outline a way over the grid begins and ends, in mm; two thirds of it where it is tight."""


def detour(
    raster: Raster, barrier: Barrier, tail: Ports, head: Ports, taken: "Taken", stride: int = STRIDE
) -> Curve | None:
    """Return a curve round everything that blocks it, or None when there is no way at all."""
    way = _way(raster, barrier, tail, head, taken, stride)
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


Taken = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""What each port of the tail and of the head costs already, in mm."""


def clear(raster: Raster, barrier: Barrier, curve: Curve) -> bool:
    """Whether the curve stays on the sheet and out of all that blocks it."""
    flat = curve.flat(0.4)
    row, column, inside = raster.cells(flat)
    return bool(inside.all() and not barrier.shapes[row, column].any() and not barrier.stops(flat))


def _way(
    raster: Raster, barrier: Barrier, tail: Ports, head: Ports, taken: Taken, stride: int
) -> list[Point] | None:
    """Return port, grid points, port of the cheapest way (A*, eight neighbours, crowded cells dearer)."""
    grid = Grid(barrier.mask, raster.crowd, stride)
    starts = _exits(raster, barrier, tail, taken[0], grid)
    goals = _exits(raster, barrier, head, taken[1], grid)
    if not starts or not goals:
        return None
    found = grid.cheapest(
        {node: cost for node, (cost, _) in starts.items()}, {node: cost for node, (cost, _) in goals.items()}
    )
    if not found:
        return None
    first, last = starts[found[0]][1], goals[found[-1]][1]
    return [_at(tail, first), *(_place(raster, grid, node) for node in found), _at(head, last)]


def _place(raster: Raster, grid: Grid, node: int) -> Point:
    r, c = grid.row_column(node)
    return raster.x + (c * grid.stride + 0.5) * CELL, raster.y + (r * grid.stride + 0.5) * CELL


def _exits(
    raster: Raster, barrier: Barrier, ports: Ports, taken: npt.NDArray[np.float64], grid: Grid
) -> dict[int, tuple[float, int]]:
    """Return for each free grid node beside a port what it costs to leave there, and the port."""
    nodes: dict[int, tuple[float, int]] = {}
    for index, (point, away) in enumerate(zip(ports.points, ports.away, strict=True)):
        x, y = point + away * (EXIT if grid.stride > 1 else 0.67 * EXIT)
        node = grid.node((y - raster.y) / CELL - 0.5, (x - raster.x) / CELL - 0.5)
        if node is None:
            continue
        cost = float(taken[index])
        if node in nodes and cost >= nodes[node][0]:
            continue
        if _line_price(raster, barrier, _at(ports, index), _place(raster, grid, node)) < 1e17:
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
        return price <= 1.04 * (costs[ahead] - costs[at]) + 1.5

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
    row, column, _ = raster.cells(points)
    price = 1.0 + CROWDED * raster.crowd[row, column]
    steps = np.hypot(*np.diff(points, axis=0).T) * (price[1:] + price[:-1]) / 2
    return [0.0, *np.cumsum(steps).tolist()]


def _line_price(raster: Raster, barrier: Barrier | None, a: Point, b: Point) -> float:
    """Return what a straight line costs in mm, crowding included; 1e18 when something blocks it."""
    length = hypot(b[0] - a[0], b[1] - a[1])
    t = np.linspace(0.0, 1.0, max(2, int(length / (0.3 if length < 8 else 0.7)) + 1))[:, None]
    points = np.array(a)[None] * (1 - t) + np.array(b)[None] * t
    row, column, _ = raster.cells(points)
    if barrier is not None and (barrier.mask[row, column].any() or barrier.stops(points)):
        return 1e18
    return length * float(1.0 + CROWDED * raster.crowd[row, column].mean())


def _at(ports: Ports, index: int) -> Point:
    x, y = ports.points[index]
    return float(x), float(y)
