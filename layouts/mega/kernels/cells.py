"""From free places to cells of a grid, so that no two nodes are ever nearer than a cell allows."""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints

WIGGLE = 0.3
"""Most that nodes stand apart within their cells, in cells: no three nodes in one line."""


@compiled
def wiggle_x(cell: int) -> float:
    """Return how far to the right of its middle the node of a cell stands."""
    return ((cell * 7919 + 13) % 101) / 101.0 * WIGGLE - WIGGLE / 2


@compiled
def wiggle_y(cell: int) -> float:
    """Return how far below its middle the node of a cell stands."""
    return ((cell * 104729 + 57) % 97) / 97.0 * WIGGLE - WIGGLE / 2


@compiled
def snap(count: int, side: int, x: Floats, y: Floats, cell: Ints, held: Ints) -> None:
    """Give each node the free cell nearest to its place; `held` maps cells to nodes (-1: free)."""
    left, right, top, bottom = x[0], x[0], y[0], y[0]
    for node in range(count):
        left, right = min(left, x[node]), max(right, x[node])
        top, bottom = min(top, y[node]), max(bottom, y[node])
    wide, high = max(right - left, 1e-6), max(bottom - top, 1e-6)
    for place in range(side * side):
        held[place] = -1
    order = np.argsort(
        np.hypot(x[:count] - (left + right) / 2, y[:count] - (top + bottom) / 2), kind="mergesort"
    )
    for rank in range(count):
        node = order[rank]
        column = (x[node] - left) / wide * (side - 1)
        row = (y[node] - top) / high * (side - 1)
        best, nearest = -1, 1e18
        reach = 1
        while best < 0:
            for r in range(max(0, int(row) - reach), min(side, int(row) + reach + 2)):
                for c in range(max(0, int(column) - reach), min(side, int(column) + reach + 2)):
                    if held[r * side + c] < 0:
                        away = (r - row) ** 2 + (c - column) ** 2
                        if away < nearest:
                            best, nearest = r * side + c, away
            reach += 2
        held[best] = node
        cell[node] = best
