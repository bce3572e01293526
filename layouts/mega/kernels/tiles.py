"""All tiles of one level, one after the other: each is a small problem of its own."""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints
from layouts.mega.kernels.cells import snap
from layouts.mega.kernels.stress import descend, distances
from layouts.mega.kernels.untangle import untangle

_DENSE = 5
"""Ties per member beyond which crossings are no longer counted."""


@compiled
def lay_out_tiles(
    first: Ints,
    members: Ints,
    label: Ints,
    rank: Ints,
    starts: Ints,
    ends: Ints,
    widest: int,
    air: float,
    passes: int,
    x: Floats,
    y: Floats,
    sides: Ints,
) -> None:
    """Fill `x`, `y` (in cells from the tile's corner) and `sides` (cells along an edge of each tile).

    `members[first[t]:first[t + 1]]` are the nodes of tile `t`, `rank` their places among them; the graph is
    in compressed rows; `widest` is the largest tile; `air` is cells per node.
    """
    found = np.empty((widest, widest))
    queue = np.empty(widest, np.int64)
    tx, ty = np.empty(widest), np.empty(widest)
    cell = np.empty(widest, np.int64)
    held = np.empty(int(widest * air) + 4 * widest + 16, np.int64)
    for tile in range(len(first) - 1):
        here = members[first[tile] : first[tile + 1]]
        count = len(here)
        side = max(1, int(np.ceil(np.sqrt(count * air))))
        sides[tile] = side
        inner_starts, inner_ends, heads, tails = _inside(here, tile, label, rank, starts, ends)
        distances(count, inner_starts, inner_ends, found, queue)
        descend(count, found, tx, ty)
        if len(heads) > _DENSE * count:
            # Where nearly everything crosses, counting it costs much and helps little: short ties only.
            heads, tails = heads[:0], tails[:0]
        snap(count, side, tx, ty, cell, held)
        untangle(count, side, inner_starts, inner_ends, heads, tails, tx, ty, cell, held, passes)
        for one in range(count):
            x[here[one]] = tx[one]
            y[here[one]] = ty[one]


@compiled
def _inside(
    here: Ints, tile: int, label: Ints, rank: Ints, starts: Ints, ends: Ints
) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the ties inside a tile as compressed rows over ranks, and as a list with each tie once."""
    count, total = len(here), 0
    inner = np.zeros(count + 1, np.int64)
    for one in range(count):
        for at in range(starts[here[one]], starts[here[one] + 1]):
            if label[ends[at]] == tile:
                total += 1
        inner[one + 1] = total
    others = np.empty(total, np.int64)
    heads, tails = np.empty(total // 2, np.int64), np.empty(total // 2, np.int64)
    at_other, once = 0, 0
    for one in range(count):
        for at in range(starts[here[one]], starts[here[one] + 1]):
            if label[ends[at]] == tile:
                other = rank[ends[at]]
                others[at_other] = other
                at_other += 1
                if one < other:
                    heads[once], tails[once] = one, other
                    once += 1
    return inner, others, heads, tails
