"""The cheapest way over a grid: A* (Hart, Nilsson, Raphael 1968), eight neighbours, crowded cells dearer."""

import numpy as np

from layouts.compiled import compiled
from layouts.individual.model import Bools, Floats, Ints

DIAGONAL = 1.4142135623730951


@compiled
def cheapest_way(
    closed: Bools,
    price: Floats,
    stride: int,
    starts: Ints,
    start_costs: Floats,
    goals: Ints,
    goal_costs: Floats,
) -> Ints:
    """Return the cells (numbers, row by row) of the cheapest way from any start to any goal, or none.

    `closed`, `price` (rows, columns): where no way runs, and what a cell of way costs (at least 1). Steps go
    `stride` cells at a time over the cells whose row and column it divides; a step over a closed cell is
    closed. Costs of starts and goals are in cells.
    """
    rows, columns = closed.shape
    high, wide = (rows + stride - 1) // stride, (columns + stride - 1) // stride
    count = high * wide
    best = np.full(count, 1e18)
    came = np.full(count, -1, dtype=np.int64)
    goal_at = np.full(count, -1.0)
    low_r, high_r, low_c, high_c = high, 0, wide, 0
    for g in range(len(goals)):
        node = goals[g]
        goal_at[node] = goal_costs[g]
        low_r, high_r = min(low_r, node // wide), max(high_r, node // wide)
        low_c, high_c = min(low_c, node % wide), max(high_c, node % wide)
    # Each cell is put on the heap at most once from each of its eight sides.
    heap_key = np.empty(8 * count + len(starts))
    heap_node = np.empty(8 * count + len(starts), dtype=np.int64)
    size = 0
    limit, last = 1e18, -1
    for s in range(len(starts)):
        node = starts[s]
        if start_costs[s] < best[node]:
            best[node] = start_costs[s]
            guess = _guess(node, wide, low_r, high_r, low_c, high_c)
            size = _push(heap_key, heap_node, size, start_costs[s] + guess, node)
    done = np.zeros(count, dtype=np.bool_)
    while size:
        key, node = heap_key[0], heap_node[0]
        size = _pop(heap_key, heap_node, size)
        if key >= limit:
            break
        if done[node]:
            continue
        done[node] = True
        cost = best[node]
        if goal_at[node] >= 0.0 and cost + goal_at[node] < limit:
            limit, last = cost + goal_at[node], node
        r, c = node // wide, node % wide
        for dr in range(-1, 2):
            for dc in range(-1, 2):
                if dr == 0 and dc == 0:
                    continue
                nr, nc = r + dr, c + dc
                if nr < 0 or nc < 0 or nr >= high or nc >= wide:
                    continue
                y, x = nr * stride, nc * stride
                if closed[y, x]:
                    continue
                if stride > 1 and closed[r * stride + dr * (stride // 2), c * stride + dc * (stride // 2)]:
                    continue
                near = nr * wide + nc
                if done[near]:
                    continue
                total = cost + (DIAGONAL if dr != 0 and dc != 0 else 1.0) * price[y, x]
                if total < best[near]:
                    best[near], came[near] = total, node
                    guess = _guess(near, wide, low_r, high_r, low_c, high_c)
                    size = _push(heap_key, heap_node, size, total + guess, near)
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
def _guess(node: int, wide: int, low_r: int, high_r: int, low_c: int, high_c: int) -> float:
    """Return the least way from a cell to the box around the goals."""
    r, c = node // wide, node % wide
    dy = max(0, low_r - r, r - high_r)
    dx = max(0, low_c - c, c - high_c)
    return max(dx, dy) + (DIAGONAL - 1.0) * min(dx, dy)


@compiled
def _push(keys: Floats, nodes: Ints, size: int, key: float, node: int) -> int:
    """Put one more on a heap. Ties go to the smaller node: ways never depend on the order of pushes."""
    at = size
    while at > 0:
        above = (at - 1) // 2
        if keys[above] < key or (keys[above] == key and nodes[above] <= node):
            break
        keys[at], nodes[at] = keys[above], nodes[above]
        at = above
    keys[at], nodes[at] = key, node
    return size + 1


@compiled
def _pop(keys: Floats, nodes: Ints, size: int) -> int:
    """Take the least off a heap."""
    size -= 1
    key, node = keys[size], nodes[size]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        right = below + 1
        if right < size and (
            keys[right] < keys[below] or (keys[right] == keys[below] and nodes[right] < nodes[below])
        ):
            below = right
        if keys[below] > key or (keys[below] == key and nodes[below] >= node):
            break
        keys[at], nodes[at] = keys[below], nodes[below]
        at = below
    keys[at], nodes[at] = key, node
    return size
