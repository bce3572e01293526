"""Curves of arrows and links: pieces of lines and Béziers, flattened, cut and written."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, hypot

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.kernels.curves import flat_points
from layouts.individual.model import Floats
from layouts.printers.svg import number

Piece = tuple[Point, ...]
"""2 points: a line; 3: a quadratic; 4: a cubic Bézier."""


_ARITY = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}


@dataclass(frozen=True, slots=True)
class Curve:
    """Pieces joined end to end, from the activator's outline to the activated one's."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> Point:
        """The first point."""
        return self.pieces[0][0]

    @property
    def end(self) -> Point:
        """The last point: the tip of the head."""
        return self.pieces[-1][-1]

    def flat(self, step: float = 0.5) -> Floats:
        """Return points (n, 2) along the curve, at most about `step` mm apart."""
        control = np.array([point for piece in self.pieces for point in piece])
        ends = np.cumsum([len(piece) for piece in self.pieces])
        return flat_points(control, ends, step)

    def cut(self, reach: float) -> "Curve":
        """Return the curve stopped `reach` mm before its end."""
        *rest, last = self.pieces
        t = np.linspace(0.0, 1.0, 129)
        left = np.hypot(*np.diff(bezier(np.array(last), t), axis=0).T)[::-1].cumsum()[::-1]
        if float(left[0]) <= reach * 1.2 and rest:
            return Curve(tuple(rest)).cut(max(0.0, reach - float(left[0])))
        part = float(t[int((left >= reach).sum())])
        return Curve((*rest, _first_part(last, max(0.05, part))))

    def d(self) -> str:
        """Return the path data."""
        words = [f"M {_pair(self.start)}"]
        for piece in self.pieces:
            words.append("LQC"[len(piece) - 2] + " " + " ".join(_pair(point) for point in piece[1:]))
        return " ".join(words)


def bezier(at: Floats, t: Floats) -> Floats:
    """Return points (n, 2) of the Bézier piece with control points `at` (2 to 4, 2) at parameters `t`."""
    points = np.repeat(at[None, :, :], len(t), axis=0)
    u = t[:, None, None]
    while points.shape[1] > 1:
        points = points[:, :-1] * (1 - u) + points[:, 1:] * u
    result: Floats = points[:, 0]
    return result


def flattened(d: str, step: float = 0.5) -> Floats:
    """Return points (n, 2) along path data that uses absolute M L Q C Z."""
    words, at = d.split(), 0
    parts: list[Floats] = []
    here = first = (0.0, 0.0)
    while at < len(words):
        command = words[at]
        at += 1
        count = _ARITY[command]
        points = [(float(words[at + 2 * i]), float(words[at + 2 * i + 1])) for i in range(count)] or [first]
        at += 2 * count
        if command == "M":
            first = points[0]
        else:
            control = np.array([here, *points])
            length = float(np.hypot(*np.diff(control, axis=0).T).sum())
            parts.append(bezier(control, np.linspace(0.0, 1.0, max(2, int(length / step) + 2))))
        here = points[-1]
    return np.concatenate(parts) if parts else np.array([here])


def _first_part(piece: Piece, t: float) -> Piece:
    """Return the piece from 0 to parameter t (de Casteljau)."""
    rows: list[list[Point]] = [list(piece)]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append([(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)])
    return tuple(row[0] for row in rows)


def direction(flat: Floats, reach: float) -> float:
    """Return the angle at which the flattened line arrives, over its last `reach` mm."""
    tip, k = flat[-1], len(flat) - 2
    while k > 0 and hypot(*(tip - flat[k])) < reach:
        k -= 1
    dx, dy = tip - flat[k]
    return atan2(float(dy), float(dx))


def segments(flat: Floats, step: int) -> Floats:
    """Return the segments (n, 4) of a flattened line, taking each `step`-th point and the last."""
    keep = flat[::step] if (len(flat) - 1) % step == 0 else np.concatenate([flat[::step], flat[-1:]])
    return np.concatenate([keep[:-1], keep[1:]], axis=1)


def rounded_line(points: Sequence[Point], part: float | Sequence[float], most: float = 60.0) -> Curve:
    """Return the polyline through `points` with its corners rounded: `part` (0..1) of the room there is.

    `part` may be given for each inner point. No corner takes more than `most` mm of a side.
    """
    parts = [part] * (len(points) - 2) if isinstance(part, float) else part
    if len(points) < 3:
        return Curve(((points[0], points[-1]),))
    pieces: list[Piece] = []
    at = points[0]
    for index in range(1, len(points) - 1):
        before, corner, after = points[index - 1], points[index], points[index + 1]
        one, two = _distance(before, corner), _distance(corner, after)
        room_before = one * 0.92 if index == 1 else one / 2
        room_after = two * 0.92 if index == len(points) - 2 else two / 2
        room = min(room_before, room_after, most) * parts[index - 1]
        enter, leave = _toward(corner, before, room), _toward(corner, after, room)
        if _distance(at, enter) > 0.05:
            pieces.append((at, enter))
        else:
            enter = at
        pieces.append((enter, corner, leave))
        at = leave
    if _distance(at, points[-1]) > 0.02:
        pieces.append((at, points[-1]))
    return Curve(tuple(pieces))


def _distance(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _toward(a: Point, b: Point, far: float) -> Point:
    whole = _distance(a, b)
    t = far / whole if whole > 1e-9 else 0.0
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
