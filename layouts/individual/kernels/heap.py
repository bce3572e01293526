"""A binary heap in two arrays: prices, and what has them. Ties go to the smaller number."""

from layouts.compiled import compiled
from layouts.individual.model import Floats, Ints


@compiled
def push(keys: Floats, nodes: Ints, size: int, key: float, node: int) -> int:
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
def pop(keys: Floats, nodes: Ints, size: int) -> int:
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
