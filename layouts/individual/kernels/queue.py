"""A queue for prices that hardly ever fall: buckets of nearly equal ones, and a heap for the one in turn.

What comes out is what comes out of one heap, ties by number included (Dial 1969, with a heap for the rest).
"""

from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.kernels.heap import pop, push
from layouts.individual.model import Floats, Ints

PER_UNIT, BUCKETS = 8.0, 16384
"""So many buckets for a price of one, and in all; the last one takes whatever is dearer."""
SIZE, TURN, STORED = 0, 1, 2


class Queue(NamedTuple):
    """`keys`, `nodes`: the heap. `first`: by bucket the last thing put in, or -1; `after`: by thing the next
    one; `stored_keys`, `stored_nodes`: the things. `counts`: the size of the heap, the bucket in turn, how
    many things were stored. `least`: the price at which the first bucket begins.
    """

    keys: Floats
    nodes: Ints
    first: Ints
    after: Ints
    stored_keys: Floats
    stored_nodes: Ints
    counts: Ints
    least: float


@compiled
def queue_of(room: int, least: float) -> Queue:
    """Return an empty queue that takes `room` things in all, few of them cheaper than `least`."""
    return Queue(
        np.empty(room), np.empty(room, dtype=np.int64), np.full(BUCKETS, -1), np.empty(room, dtype=np.int64),
        np.empty(room), np.empty(room, dtype=np.int64), np.zeros(3, dtype=np.int64), least,
    )  # fmt: skip


@compiled
def put(queue: Queue, key: float, node: int) -> None:
    """Put one more into the queue."""
    bucket = int(min(BUCKETS - 1.0, (key - queue.least) * PER_UNIT))
    if bucket <= queue.counts[TURN]:
        queue.counts[SIZE] = push(queue.keys, queue.nodes, queue.counts[SIZE], key, node)
        return
    at = queue.counts[STORED]
    queue.stored_keys[at], queue.stored_nodes[at] = key, node
    queue.after[at], queue.first[bucket] = queue.first[bucket], at
    queue.counts[STORED] = at + 1


@compiled
def drawn(queue: Queue) -> bool:
    """Whether anything is left; the cheapest of it then lies on top of the heap, to be taken by `taken`."""
    while queue.counts[SIZE] == 0:
        bucket = queue.counts[TURN] + 1
        while bucket < BUCKETS and queue.first[bucket] < 0:
            bucket += 1
        if bucket == BUCKETS:
            return False
        queue.counts[TURN], at, size = bucket, queue.first[bucket], 0
        while at >= 0:
            size = push(queue.keys, queue.nodes, size, queue.stored_keys[at], queue.stored_nodes[at])
            at = queue.after[at]
        queue.counts[SIZE] = size
    return True


@compiled
def taken(queue: Queue) -> tuple[float, int]:
    """Take the cheapest off; return its price and number."""
    key, node = queue.keys[0], queue.nodes[0]
    queue.counts[SIZE] = pop(queue.keys, queue.nodes, queue.counts[SIZE])
    return key, node
