"""Fewer crossings in one tile: nodes move to free cells or change places where this costs less."""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints
from layouts.mega.kernels.cells import wiggle_x, wiggle_y

_LENGTH = 0.22
"""What a tie costs for each cell of its length, in crossings."""


@compiled
def untangle(
    count: int,
    side: int,
    starts: Ints,
    ends: Ints,
    heads: Ints,
    tails: Ints,
    x: Floats,
    y: Floats,
    cell: Ints,
    held: Ints,
    passes: int,
) -> None:
    """Improve `cell` and `held` in place, and set `x` and `y` to the places of the cells."""
    for node in range(count):
        _stand(node, side, cell[node], x, y, cell, held)
    for _ in range(passes):
        better = 0
        for node in range(count):
            if starts[node + 1] > starts[node]:
                better += _improve(node, side, starts, ends, heads, tails, x, y, cell, held)
        if better == 0:
            break


@compiled
def _improve(
    node: int,
    side: int,
    starts: Ints,
    ends: Ints,
    heads: Ints,
    tails: Ints,
    x: Floats,
    y: Floats,
    cell: Ints,
    held: Ints,
) -> int:
    """Try the cells about the node and about the middle of its neighbours; keep the best."""
    degree = starts[node + 1] - starts[node]
    across, down = 0.0, 0.0
    for at in range(starts[node], starts[node + 1]):
        across += x[ends[at]]
        down += y[ends[at]]
    middle = (int(across / degree), int(down / degree))
    own = cell[node]
    alone = _cost(node, starts, ends, heads, tails, x, y, 1e18)
    if alone < 1.5 * _LENGTH * degree:
        return 0  # nothing crosses, and every tie is short
    best, gained = -1, 1e-6
    for tried in range(18):
        place = _candidate(tried, own, middle, side)
        if place < 0 or place == own:
            continue
        gain = _gain(node, place, alone, gained, side, starts, ends, heads, tails, x, y, cell, held)
        if gain > gained:
            best, gained = place, gain
    if best < 0:
        return 0
    _exchange(node, held[best], own, best, side, x, y, cell, held)
    return 1


@compiled
def _candidate(tried: int, own: int, middle: tuple[int, int], side: int) -> int:
    """Return the cell tried: nine about the node's own, nine about the middle; -1 off the grid."""
    row = (own // side if tried < 9 else middle[1]) + (tried % 9) // 3 - 1
    column = (own % side if tried < 9 else middle[0]) + tried % 3 - 1
    if row < 0 or column < 0 or row >= side or column >= side:
        return -1
    return row * side + column


@compiled
def _gain(
    node: int,
    place: int,
    alone: float,
    least: float,
    side: int,
    starts: Ints,
    ends: Ints,
    heads: Ints,
    tails: Ints,
    x: Floats,
    y: Floats,
    cell: Ints,
    held: Ints,
) -> float:
    """Return what is gained by moving `node` to a cell, whoever is there changing places with it.

    `alone` is what the node costs where it stands; a gain under `least` need not be exact.
    """
    own, other = cell[node], held[place]
    before = alone
    if other >= 0:
        before += _cost(other, starts, ends, heads, tails, x, y, 1e18)
    _exchange(node, other, own, place, side, x, y, cell, held)
    most = before - least
    after = _cost(node, starts, ends, heads, tails, x, y, most)
    if other >= 0 and after < most:
        after += _cost(other, starts, ends, heads, tails, x, y, most - after)
    _exchange(node, other, place, own, side, x, y, cell, held)
    return before - after


@compiled
def _cost(
    node: int, starts: Ints, ends: Ints, heads: Ints, tails: Ints, x: Floats, y: Floats, most: float
) -> float:
    """Return the crossings of a node's ties and what their lengths cost; over `most`, any more than it."""
    total = 0.0
    ax, ay = x[node], y[node]
    for at in range(starts[node], starts[node + 1]):
        total += _LENGTH * np.sqrt((x[ends[at]] - ax) ** 2 + (y[ends[at]] - ay) ** 2)
    if total > most:
        return total
    for at in range(starts[node], starts[node + 1]):
        other = ends[at]
        bx, by = x[other], y[other]
        dx, dy = bx - ax, by - ay
        left, right = min(ax, bx), max(ax, bx)
        top, bottom = min(ay, by), max(ay, by)
        for tie in range(len(heads)):
            one, two = heads[tie], tails[tie]
            cx, cy, ex, ey = x[one], y[one], x[two], y[two]
            if (cx < left and ex < left) or (cx > right and ex > right):
                continue
            if (cy < top and ey < top) or (cy > bottom and ey > bottom):
                continue
            if one == node or two == node:
                continue
            if one == other or two == other:
                continue
            side_one = dx * (cy - ay) - dy * (cx - ax)
            side_two = dx * (ey - ay) - dy * (ex - ax)
            if side_one * side_two >= 0.0:
                continue
            fx, fy = ex - cx, ey - cy
            if (fx * (ay - cy) - fy * (ax - cx)) * (fx * (by - cy) - fy * (bx - cx)) < 0.0:
                total += 1.0
                if total > most:
                    return total
    return total


@compiled
def _exchange(
    node: int, other: int, start: int, end: int, side: int, x: Floats, y: Floats, cell: Ints, held: Ints
) -> None:
    """Put `node` from cell `start` into cell `end`, and whoever was there into `start`."""
    held[start] = -1
    _stand(node, side, end, x, y, cell, held)
    if other >= 0:
        _stand(other, side, start, x, y, cell, held)


@compiled
def _stand(node: int, side: int, place: int, x: Floats, y: Floats, cell: Ints, held: Ints) -> None:
    cell[node] = place
    held[place] = node
    x[node] = place % side + wiggle_x(place)
    y[node] = place // side + wiggle_y(place)
