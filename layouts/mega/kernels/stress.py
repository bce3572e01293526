"""Where the nodes of one small tile stand: distances by breadth-first search, then stochastic stress descent.

Stress by pairs as Zheng, Pawar and Goodman 2018, in a fixed order drawn from a small generator of its own.
"""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints

_EPOCHS = 14


@compiled
def distances(count: int, starts: Ints, ends: Ints, found: Floats, queue: Ints) -> None:
    """Fill `found[:count, :count]` with numbers of steps; who cannot be reached is far."""
    far = count // 2 + 2
    for source in range(count):
        for other in range(count):
            found[source, other] = -1.0
        found[source, source] = 0.0
        queue[0] = source
        first, last = 0, 1
        while first < last:
            node = queue[first]
            first += 1
            for at in range(starts[node], starts[node + 1]):
                other = ends[at]
                if found[source, other] < 0:
                    found[source, other] = found[source, node] + 1
                    queue[last] = other
                    last += 1
        for other in range(count):
            if found[source, other] < 0:
                found[source, other] = far


@compiled
def descend(count: int, found: Floats, x: Floats, y: Floats) -> None:
    """Move `x` and `y` towards places whose distances are those in `found`."""
    longest = 1.0
    for one in range(count):
        for other in range(one):
            longest = max(longest, found[one, other])
    state = np.uint64(88172645463325252)
    for node in range(count):
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        x[node] = float(state & np.uint64(0xFFFF)) / 65536.0
        y[node] = float((state >> np.uint64(20)) & np.uint64(0xFFFF)) / 65536.0
    step, decay = longest * longest, (0.1 / (longest * longest)) ** (1.0 / (_EPOCHS - 1))
    for _ in range(_EPOCHS):
        shift = 1 + int(state % np.uint64(max(1, count - 1)))
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        for gap in range(1, count):
            apart = (gap * shift) % count
            if apart == 0:
                apart = gap
            for one in range(count):
                other = one + apart
                if other >= count:
                    continue
                _pull(one, other, found[one, other], step, x, y)
        step *= decay


@compiled
def _pull(one: int, other: int, wanted: float, step: float, x: Floats, y: Floats) -> None:
    dx, dy = x[one] - x[other], y[one] - y[other]
    now = np.sqrt(dx * dx + dy * dy) + 1e-9
    share = min(1.0, step / (wanted * wanted)) * (now - wanted) / (2.0 * now)
    x[one] -= share * dx
    y[one] -= share * dy
    x[other] += share * dx
    y[other] += share * dy
