"""The cheapest way over a grid: A* (Hart, Nilsson, Raphael 1968), eight neighbours, crowded cells dearer."""

from collections.abc import Mapping
from heapq import heappop, heappush

import numpy as np
import numpy.typing as npt

CROWDED = 0.35
"""Millimetres of way one millimetre near another arrow is worth, beyond its length."""
DIAGONAL = 1.4142


class Grid:
    """Every `stride`-th cell of a raster, with a closed rim. Nodes are numbers, row by row."""

    def __init__(self, mask: npt.NDArray[np.bool_], crowd: npt.NDArray[np.float64], stride: int) -> None:
        self.stride = stride
        coarse = mask[::stride, ::stride]
        self.rows, self.columns = coarse.shape
        self.width = self.columns + 2
        closed = np.ones((self.rows + 2, self.width), dtype=np.bool_)
        closed[1:-1, 1:-1] = coarse
        price = np.ones((self.rows + 2, self.width))
        price[1:-1, 1:-1] += CROWDED * crowd[::stride, ::stride]
        self.price: list[float] = price.ravel().tolist()
        self.steps = self._steps(mask, closed)

    def _steps(
        self, mask: npt.NDArray[np.bool_], closed: npt.NDArray[np.bool_]
    ) -> list[tuple[int, float, list[bool]]]:
        """Return for each of the eight directions: the step, its length, and where it is open."""
        steps = []
        padded = np.ones((mask.shape[0] + 2 * self.stride, mask.shape[1] + 2 * self.stride), dtype=np.bool_)
        padded[self.stride : -self.stride, self.stride : -self.stride] = mask
        for dy, dx in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)):
            target = np.roll(closed, (-dy, -dx), axis=(0, 1))
            y, x = self.stride + dy * (self.stride // 2), self.stride + dx * (self.stride // 2)
            between = padded[y : y + mask.shape[0] : self.stride, x : x + mask.shape[1] : self.stride]
            free = ~closed & ~target
            free[1:-1, 1:-1] &= ~between
            steps.append((dy * self.width + dx, DIAGONAL if dy and dx else 1.0, free.ravel().tolist()))
        return steps

    def node(self, row: float, column: float) -> int | None:
        """Return the nearest node to a place given in raster cells, or None outside or where it is closed."""
        r, c = round(row / self.stride), round(column / self.stride)
        if not (0 <= r < self.rows and 0 <= c < self.columns):
            return None
        node = (r + 1) * self.width + c + 1
        return node if any(free[node] for _, _, free in self.steps) else None

    def row_column(self, node: int) -> tuple[int, int]:
        """Return the row and column of a node, counted in strides."""
        row, column = divmod(node, self.width)
        return row - 1, column - 1

    def cheapest(self, starts: Mapping[int, float], goals: Mapping[int, float]) -> list[int]:
        """Return the cheapest way from any start to any goal (their costs in cells count), or nothing."""
        guess = self._guess(list(goals))
        best = [1e18] * len(self.price)
        came = [0] * len(self.price)
        queue: list[tuple[float, float, int]] = []
        for node, cost in starts.items():
            best[node] = cost / self.stride
            heappush(queue, (best[node] + guess[node], best[node], node))
        limit, last = 1e18, 0
        price, steps = self.price, self.steps
        while queue:
            estimate, cost, node = heappop(queue)
            if estimate >= limit:
                break
            if cost > best[node]:
                continue
            if node in goals and cost + goals[node] / self.stride < limit:
                limit, last = cost + goals[node] / self.stride, node
            for step, length, free in steps:
                if free[node]:
                    near = node + step
                    total = cost + length * price[near]
                    if total < best[near]:
                        best[near], came[near] = total, node
                        heappush(queue, (total + guess[near], total, near))
        return _way_back(last, came)

    def _guess(self, goals: list[int]) -> list[float]:
        """Return for each node the least way to the box around the goals."""
        places = [divmod(goal, self.width) for goal in goals]
        low_r, high_r = min(r for r, _ in places), max(r for r, _ in places)
        low_c, high_c = min(c for _, c in places), max(c for _, c in places)
        row, column = np.arange(self.rows + 2), np.arange(self.width)
        dy = np.clip(low_r - row, 0, None) + np.clip(row - high_r, 0, None)
        dx = np.clip(low_c - column, 0, None) + np.clip(column - high_c, 0, None)
        short, long = np.minimum(dy[:, None], dx[None, :]), np.maximum(dy[:, None], dx[None, :])
        guess: list[float] = (long + (DIAGONAL - 1.0) * short).ravel().tolist()
        return guess


def _way_back(last: int, came: list[int]) -> list[int]:
    if not last:
        return []
    way = [last]
    while came[way[-1]]:
        way.append(came[way[-1]])
    return way[::-1]
