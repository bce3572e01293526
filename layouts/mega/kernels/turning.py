"""Which way round each tile lies: one of eight turns and mirrors, so that ties out of it are short."""

import numpy as np

from layouts.compiled import compiled
from layouts.mega.kernels.arrays import Floats, Ints


@compiled
def turn_tiles(
    first: Ints,
    members: Ints,
    label: Ints,
    starts: Ints,
    ends: Ints,
    weights: Floats,
    x: Floats,
    y: Floats,
    left: Floats,
    top: Floats,
    sides: Ints,
    sweeps: int,
) -> None:
    """Turn tiles in place. `x`, `y` are in the tile; `left`, `top` are the corner of each tile."""
    for _ in range(sweeps):
        for tile in range(len(first) - 1):
            best, shortest = 0, 1e300
            for way in range(8):
                length = 0.0
                for at in range(first[tile], first[tile + 1]):
                    node = members[at]
                    px, py = _turned(x[node], y[node], sides[tile], way)
                    px += left[tile]
                    py += top[tile]
                    for link in range(starts[node], starts[node + 1]):
                        other = ends[link]
                        if label[other] != tile:
                            dx = left[label[other]] + x[other] - px
                            dy = top[label[other]] + y[other] - py
                            length += weights[link] * np.sqrt(dx * dx + dy * dy)
                if length < shortest - 1e-9:
                    best, shortest = way, length
            if best:
                for at in range(first[tile], first[tile + 1]):
                    node = members[at]
                    x[node], y[node] = _turned(x[node], y[node], sides[tile], best)


@compiled
def _turned(x: float, y: float, side: float, way: int) -> tuple[float, float]:
    if way & 1:
        x = side - 1 - x
    if way & 2:
        y = side - 1 - y
    if way & 4:
        return y, x
    return x, y
