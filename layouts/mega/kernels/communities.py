"""Which nodes share a tile: communities of at most `cap`, found by moving nodes to where most ties lead.

One pass of Louvain's local moving (Blondel et al. 2008) with the constant Potts model (Traag et al. 2011) and
a limit of size. Nodes come in their order; ties are broken by the lowest label: same input, same answer.
"""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints

_SWEEPS = 12
_DENSITY = 0.004
"""Ties per pair of members that a community must exceed to take a node in: low, since the cap limits it."""


@compiled
def communities(starts: Ints, ends: Ints, weights: Floats, sizes: Floats, cap: float) -> Ints:
    """Return a label for each node of a graph in compressed rows; `sizes` are what nodes weigh in the cap."""
    count = len(starts) - 1
    label = np.arange(count)
    total = sizes.copy()
    linked = np.zeros(count)
    seen = np.zeros(count, np.int64)
    for _ in range(_SWEEPS):
        moved = 0
        for node in range(count):
            here = label[node]
            kinds = 0
            for at in range(starts[node], starts[node + 1]):
                there = label[ends[at]]
                if linked[there] == 0.0:
                    seen[kinds] = there
                    kinds += 1
                linked[there] += weights[at]
            best = here
            own = total[here] - sizes[node]
            highest = linked[here] - _DENSITY * sizes[node] * own
            for rank in range(kinds):
                there = seen[rank]
                if there == here or total[there] + sizes[node] > cap:
                    continue
                gain = linked[there] - _DENSITY * sizes[node] * total[there]
                if gain > highest + 1e-9 or (gain > highest - 1e-9 and best != here and there < best):
                    best, highest = there, gain
            for rank in range(kinds):
                linked[seen[rank]] = 0.0
            if best != here:
                total[here] -= sizes[node]
                total[best] += sizes[node]
                label[node] = best
                moved += 1
        if moved * 200 < count:
            break
    return label
