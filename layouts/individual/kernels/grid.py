"""The cheapest way over a grid: A* (Hart, Nilsson, Raphael 1968), eight neighbours, crowded cells dearer."""

from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.kernels.heap import pop, push
from layouts.individual.model import Bools, Floats, Ints

DIAGONAL = 1.4142135623730951


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
    best, goal_at = grid.best, np.full(len(grid.best), -1.0)
    for g in range(len(goals)):
        goal_at[goals[g]] = goal_costs[g]
    size = 0
    for s in range(len(starts)):
        node = starts[s]
        if start_costs[s] < best[node]:
            best[node] = start_costs[s]
            size = push(grid.keys, grid.nodes, size, start_costs[s] + _guess(grid, node), node)
    limit, last = 1e18, -1
    while size:
        key, node = grid.keys[0], grid.nodes[0]
        size = pop(grid.keys, grid.nodes, size)
        if key >= limit:
            break
        if not grid.done[node]:
            grid.done[node] = True
            if goal_at[node] >= 0.0 and best[node] + goal_at[node] < limit:
                limit, last = best[node] + goal_at[node], node
            size = _look_around(grid, node, size)
    return _way_back(grid.came, last)


class Grid(NamedTuple):
    """A search under way. `around`: the least and most row, the least and most column of the goals.

    By cell: the least cost to come there, from where, whether that is final. `keys`, `nodes`: the heap.
    """

    closed: Bools
    price: Floats
    around: tuple[int, int, int, int]
    best: Floats
    came: Ints
    done: Bools
    keys: Floats
    nodes: Ints


@compiled
def _grid_for(closed: Bools, price: Floats, goals: Ints) -> Grid:
    high, wide = closed.shape
    low_r, high_r, low_c, high_c = high, 0, wide, 0
    for node in goals:
        low_r, high_r = min(low_r, node // wide), max(high_r, node // wide)
        low_c, high_c = min(low_c, node % wide), max(high_c, node % wide)
    count = high * wide
    # Each cell is put on the heap at most once from each of its eight sides, and once as a start.
    room = 9 * count
    return Grid(
        closed, price, (low_r, high_r, low_c, high_c), np.full(count, 1e18),
        np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.bool_), np.empty(room),
        np.empty(room, dtype=np.int64),
    )  # fmt: skip


@compiled
def _look_around(grid: Grid, node: int, size: int) -> int:
    """Put on the heap the free neighbours that are reached more cheaply from here; return its new size."""
    high, wide = grid.closed.shape
    r, c = node // wide, node % wide
    for dr in range(-1, 2):
        for dc in range(-1, 2):
            nr, nc = r + dr, c + dc
            if (dr == 0 and dc == 0) or nr < 0 or nc < 0 or nr >= high or nc >= wide:
                continue
            near = nr * wide + nc
            if grid.done[near] or grid.closed[nr, nc]:
                continue
            length = DIAGONAL if dr != 0 and dc != 0 else 1.0
            total = grid.best[node] + length * grid.price[nr, nc]
            if total < grid.best[near]:
                grid.best[near], grid.came[near] = total, node
                size = push(grid.keys, grid.nodes, size, total + _guess(grid, near), near)
    return size


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
def _guess(grid: Grid, node: int) -> float:
    """Return the least way from a cell to the box around the goals."""
    low_r, high_r, low_c, high_c = grid.around
    wide = grid.closed.shape[1]
    r, c = node // wide, node % wide
    dy = max(0, low_r - r, r - high_r)
    dx = max(0, low_c - c, c - high_c)
    return float(max(dx, dy) + (DIAGONAL - 1.0) * min(dx, dy))
