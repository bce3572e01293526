"""Where lines cross: flattened lines, all pairs at once."""

import numpy as np

from layouts.individual.model import Floats, Ints


def segments(flat: Floats, step: int = 1) -> Floats:
    """Return the segments (n, 4) of a flattened line, taking each `step`-th point and the last."""
    keep = flat[::step] if (len(flat) - 1) % step == 0 else np.concatenate([flat[::step], flat[-1:]])
    return np.concatenate([keep[:-1], keep[1:]], axis=1)


def crossing_count(a: Floats, b: Floats) -> int:
    """Return how many times segments `a` (n, 4) and `b` (m, 4) cross."""
    b = _near(a, b)
    return int(_crossing(a, b).sum()) if len(a) and len(b) else 0


def crossings_by_line(lines: Floats, others: Floats) -> Ints:
    """Return for each of `lines` (k, n, 4) how many times it crosses `others` (m, 4)."""
    k, n, _ = lines.shape
    others = _near(lines.reshape(k * n, 4), others)
    if not len(others):
        return np.zeros(k, dtype=np.int64)
    hit = _crossing(lines.reshape(k * n, 4), others)
    counts: Ints = hit.sum(axis=1).reshape(k, n).sum(axis=1)
    return counts


def _near(a: Floats, b: Floats) -> Floats:
    """Return those of segments `b` that come into the rectangle around all of `a`."""
    if not len(a) or not len(b):
        return b
    low = np.minimum(a[:, :2], a[:, 2:]).min(axis=0)
    high = np.maximum(a[:, :2], a[:, 2:]).max(axis=0)
    from_, to = np.minimum(b[:, :2], b[:, 2:]), np.maximum(b[:, :2], b[:, 2:])
    near: Floats = b[((from_ <= high) & (to >= low)).all(axis=1)]
    return near


def _crossing(a: Floats, b: Floats) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    ax, ay, bx, by = (a[:, None, i] for i in range(4))
    cx, cy, dx, dy = (b[None, :, i] for i in range(4))
    one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    two = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    three = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    four = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return (one * two < 0) & (three * four < 0)
