"""Round arrows to choose from: every pair of ports that face each other, with gentle and with deep curves."""

from dataclasses import dataclass

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.curves import Curve
from layouts.individual.model import Floats
from layouts.individual.ports import Ports

HANDLES = np.array([(0.26, 0.26), (0.42, 0.42), (0.62, 0.62), (0.22, 0.75), (0.75, 0.22), (0.95, 0.95)])
"""Lengths of the two Bézier handles, in lengths of the chord."""
PORTS_KEPT = 16


@dataclass(frozen=True, slots=True)
class Candidates:
    """`control` (k, 4, 2) cubic Béziers; `tail`, `head` their ports; `samples` (k, s, 2) along them."""

    control: Floats
    tail: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
    head: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
    samples: Floats

    def curve(self, index: int) -> Curve:
        """Return one of them."""
        points: tuple[Point, ...] = tuple((float(x), float(y)) for x, y in self.control[index])
        return Curve((points,))


def candidates(tail: Ports, head: Ports, middle_tail: Point, middle_head: Point) -> Candidates:
    """Return the candidates between two outlines whose middles are given."""
    toward = np.array(middle_head) - np.array(middle_tail)
    a = _facing(tail, np.array(middle_head))
    b = _facing(head, np.array(middle_tail))
    i, j, k = (part.ravel() for part in np.meshgrid(a, b, np.arange(len(HANDLES)), indexing="ij"))
    start, end = tail.points[i], head.points[j]
    reach = np.hypot(*(end - start).T)[:, None] * HANDLES[k]
    control = np.stack(
        [start, start + tail.away[i] * reach[:, :1], end + head.away[j] * reach[:, 1:], end], axis=1
    )
    chord = float(np.hypot(*toward))
    t = np.linspace(0.0, 1.0, int(np.clip(chord / 3.0, 14, 60)))
    u = 1.0 - t
    basis = np.stack([u**3, 3 * u * u * t, 3 * u * t * t, t**3], axis=1)
    flat = basis @ control.transpose(1, 0, 2).reshape(4, -1)
    samples = np.ascontiguousarray(flat.reshape(len(t), -1, 2).transpose(1, 0, 2))
    return Candidates(control, i, j, samples)


def _facing(ports: Ports, target: Floats) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """Return the ports that look towards `target` best."""
    toward = target - ports.points
    far = np.hypot(*toward.T) + 1e-9
    score = (ports.away * toward).sum(axis=1) / far - far / (far.mean() + 1e-9) * 0.5
    return np.sort(np.argsort(-score, kind="stable")[:PORTS_KEPT])
