"""The ends and lengths of lines: how evenly lines leave a thing, and how even their lengths are."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import atan2, pi

import numpy as np

from layouts.individual.boxes import Point
from layouts.readability.wires import Wire


def angular_resolution(wires: Sequence[Wire], centres: Mapping[str, Point]) -> float | None:
    """Return how well the lines at a thing are spread, on average (1: as evenly as can be, 0: on each other).

    At a thing with k >= 2 lines the ideal is 360/k degrees; the smallest angle between two lines, seen from
    the middle of the thing to where they touch it, is set against it. It is one minus `angular_resolution`
    of gdMetriX where straight lines aim at the middle. None where no thing has two lines.
    """
    angles: dict[str, list[float]] = {}
    for wire in wires:
        for end, point in ((wire.tail, wire.points[0]), (wire.head, wire.points[-1])):
            if end in centres:
                x, y = centres[end]
                angles.setdefault(end, []).append(atan2(float(point[1]) - y, float(point[0]) - x))
    shares = [_smallest(found) * len(found) / (2 * pi) for found in angles.values() if len(found) > 1]
    return float(np.mean(shares)) if shares else None


def edge_length_deviation(wires: Sequence[Wire]) -> float | None:
    """Return the mean of |length - mean length| / mean length, lengths along the curve (0: all equal)."""
    if not wires:
        return None
    lengths = np.array([wire.length for wire in wires])
    mean = float(lengths.mean())
    return float(np.abs(lengths - mean).mean() / mean) if mean else None


def _smallest(angles: Sequence[float]) -> float:
    ordered = sorted(angle % (2 * pi) for angle in angles)
    return min(b - a for a, b in pairwise([*ordered, ordered[0] + 2 * pi]))
