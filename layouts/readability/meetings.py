"""Where lines cross: every crossing of two drawn curves, with its angle, and the counts by pair of pens.

gdMetriX: `crossings`, `crossing_density`, `crossing_angles`; for curves as in "Universal Quality Metrics for
Graph Drawings" (GD 2025): a crossing is a point, so two curves may cross several times.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from colour_codes.pens import ARROW_PENS, Pen
from layouts.individual.model import Floats
from layouts.readability.wires import Wire

_FIRST = (Pen.RED, *(pen for pen in ARROW_PENS if pen is not Pen.RED))
"""Red crossing red is what a family must never be left to untangle: it is named first."""
TOUCH = 1e-6
"""A point nearer to a line than this, in mm, lies on it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One crossing of two lines: their ids and pens, where, and the smaller angle in degrees (0 to 90)."""

    ids: tuple[str, str]
    pens: tuple[str, str]
    at: tuple[float, float]
    angle: float


def meetings(wires: Sequence[Wire]) -> tuple[Meeting, ...]:
    """Return every crossing of two different lines, in the order of the lines."""
    boxes = np.array([(*w.points.min(axis=0), *w.points.max(axis=0)) for w in wires]).reshape(-1, 4)
    found: list[Meeting] = []
    for i, j in combinations(range(len(wires)), 2):
        low, high = np.maximum(boxes[i, :2], boxes[j, :2]), np.minimum(boxes[i, 2:], boxes[j, 2:])
        if (low <= high).all():
            found += _between(wires[i], wires[j], low, high)
    return tuple(found)


def by_pens(found: Sequence[Meeting]) -> tuple[tuple[str, int], ...]:
    """Return how many crossings there are by pair of pens ("red-red" first, even when there is none)."""
    order = {pen.value: rank for rank, pen in enumerate(_FIRST)}
    counts: Counter[tuple[str, str]] = Counter()
    counts[Pen.RED.value, Pen.RED.value] = 0
    for meeting in found:
        one, two = sorted(meeting.pens, key=lambda pen: (order.get(pen, len(order)), pen))
        counts[one, two] += 1
    ranked = sorted(counts, key=lambda pair: tuple((order.get(pen, len(order)), pen) for pen in pair))
    return tuple(("-".join(pair), counts[pair]) for pair in ranked)


def _between(a: Wire, b: Wire, low: Floats, high: Floats) -> list[Meeting]:
    one, two = _near(a.segments, low, high), _near(b.segments, low, high)
    if not len(one) or not len(two):
        return []
    rows, columns = np.nonzero(_crossing(one, two))
    return [_meeting(a, b, one[i], two[j]) for i, j in zip(rows, columns, strict=True)]


def _near(segments: Floats, low: Floats, high: Floats) -> Floats:
    from_, to = np.minimum(segments[:, :2], segments[:, 2:]), np.maximum(segments[:, :2], segments[:, 2:])
    near: Floats = segments[((from_ <= high) & (to >= low)).all(axis=1)]
    return near


def _crossing(a: Floats, b: Floats) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Return which of segments `a` (n, 4) cross which of `b` (m, 4), from one side clearly to the other.

    Lines that touch, or run on each other for a while (children of one couple hang from one line), do not
    cross.
    """
    p, q = a[:, None, :2], a[:, None, 2:]
    r, s = b[None, :, :2], b[None, :, 2:]
    one, two = _side(p, q, r), _side(p, q, s)
    three, four = _side(r, s, p), _side(r, s, q)
    return (one * two < 0) & (three * four < 0)


def _side(start: Floats, end: Floats, point: Floats) -> Floats:
    """Return 1, -1 or 0: on which side of a segment a point lies, 0 within a millionth of a millimetre."""
    along, out = end - start, point - start
    across = along[..., 0] * out[..., 1] - along[..., 1] * out[..., 0]
    side: Floats = np.where(
        np.abs(across) <= TOUCH * np.hypot(along[..., 0], along[..., 1]), 0.0, np.sign(across)
    )
    return side


def _meeting(a: Wire, b: Wire, one: Floats, two: Floats) -> Meeting:
    p, r = one[:2], one[2:] - one[:2]
    q, s = two[:2], two[2:] - two[:2]
    across = float(r[0] * s[1] - r[1] * s[0])
    t = float((q[0] - p[0]) * s[1] - (q[1] - p[1]) * s[0]) / across if across else 0.0
    angle = float(np.degrees(np.arctan2(abs(across), abs(float(r @ s)))))
    at = (float(p[0] + t * r[0]), float(p[1] + t * r[1]))
    return Meeting((a.id, b.id), (a.pen, b.pen), at, angle)
