"""The cheapest way over a grid: A* (Hart, Nilsson, Raphael 1968), eight neighbours, crowded cells dearer."""

from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.kernels.queue import Queue, drawn, put, queue_of, taken
from layouts.individual.model import Bools, Floats, Ints

DIAGONAL = 1.4142135623730951
FAR, DONE = 1e18, -1.0


@compiled
def cheapest_way(
    closed: Bools,
    price: Floats,
    starts: Ints,
    start_costs: Floats,
    goals: Ints,
    goal_costs: Floats,
) -> Ints:
    """Return the cells (numbers, row by row) of the cheapest way from any start to any goal, or none.

    `closed`, `price` (rows, columns): where no way runs, and what a cell of way costs (at least 1). Costs of
    starts and goals are in cells.
    """
    grid = _grid_for(closed, price, goals)
    queue = queue_of(9 * closed.size, _least(grid, starts, start_costs))
    for s in range(len(starts)):
        node = starts[s]
        if start_costs[s] < grid.best[node]:
            grid.best[node], grid.came[node] = start_costs[s], -1
            put(queue, start_costs[s] + _guess(grid, node // grid.wide, node % grid.wide), node)
    limit, last = 1e18, -1
    while drawn(queue):
        key, node = taken(queue)
        if key >= limit:
            break
        here = grid.best[node]
        if here < 0.0:
            continue
        grid.best[node] = DONE
        extra = _goal_cost(grid, node, goals, goal_costs)
        if here + extra < limit:
            limit, last = here + extra, node
        _look_around(grid, queue, node, here)
    return _way_back(grid.came, last)


class Grid(NamedTuple):
    """A search under way. `around`: the least and most row, the least and most column of the goals.

    By cell: `best`, the least cost to come there, or DONE when nothing more is to be found out about it (it
    is closed, or that is final), and `came`, from where.
    """

    price: Floats
    wide: int
    around: tuple[int, int, int, int]
    best: Floats
    came: Ints


@compiled
def _grid_for(closed: Bools, price: Floats, goals: Ints) -> Grid:
    high, wide = closed.shape
    low_r, high_r, low_c, high_c = high, 0, wide, 0
    for node in goals:
        low_r, high_r = min(low_r, node // wide), max(high_r, node // wide)
        low_c, high_c = min(low_c, node % wide), max(high_c, node % wide)
    best = np.empty(high * wide)
    for r in range(high):
        for c in range(wide):
            best[r * wide + c] = DONE if closed[r, c] else FAR
    around = (low_r, high_r, low_c, high_c)
    return Grid(price, wide, around, best, np.empty(high * wide, dtype=np.int64))


@compiled
def _least(grid: Grid, starts: Ints, start_costs: Floats) -> float:
    """Return the least that any way could cost."""
    least = FAR
    for s in range(len(starts)):
        least = min(least, start_costs[s] + _guess(grid, starts[s] // grid.wide, starts[s] % grid.wide))
    return least


@compiled
def _goal_cost(grid: Grid, node: int, goals: Ints, goal_costs: Floats) -> float:
    """Return what it costs to end in a cell: FAR where no goal is."""
    r, c = node // grid.wide, node % grid.wide
    low_r, high_r, low_c, high_c = grid.around
    if r < low_r or r > high_r or c < low_c or c > high_c:
        return FAR
    for g in range(len(goals) - 1, -1, -1):
        if goals[g] == node:
            return float(goal_costs[g])
    return FAR


@compiled
def _look_around(grid: Grid, queue: Queue, node: int, here: float) -> None:
    """Queue the free neighbours that are reached more cheaply from a cell, where it costs `here` to be."""
    high, wide = grid.price.shape
    r, c = node // wide, node % wide
    for nr in range(max(0, r - 1), min(high, r + 2)):
        for nc in range(max(0, c - 1), min(wide, c + 2)):
            near = nr * wide + nc
            length = DIAGONAL if nr != r and nc != c else 1.0
            total = here + length * grid.price[nr, nc]
            if total < grid.best[near]:
                grid.best[near], grid.came[near] = total, node
                put(queue, total + _guess(grid, nr, nc), near)


@compiled
def _way_back(came: Ints, last: int) -> Ints:
    length, at = 0, last
    while at >= 0:
        length, at = length + 1, came[at]
    way = np.empty(length, dtype=np.int64)
    at = last
    for k in range(length - 1, -1, -1):
        way[k] = at
        at = came[at]
    return way


@compiled
def _guess(grid: Grid, r: int, c: int) -> float:
    """Return the least way from a cell to the box around the goals."""
    low_r, high_r, low_c, high_c = grid.around
    dy = max(0, low_r - r, r - high_r)
    dx = max(0, low_c - c, c - high_c)
    return float(max(dx, dy) + (DIAGONAL - 1.0) * min(dx, dy))
