"""Path data stopped before its end, so that a head of another size fits there."""

from itertools import pairwise
from math import hypot

from layouts.printers.svg import number
from layouts.symbols.geometry import Point

Piece = tuple[Point, ...]
"""2 points: a line; 3: a quadratic; 4: a cubic Bézier."""
_ARITY = {"L": 1, "Q": 2, "C": 3}
_STEPS = 48


def pieces_of(d: str) -> list[Piece]:
    """Return the pieces of open path data in absolute M L Q C; ValueError for anything else."""
    words, at = d.split(), 3
    if words[:1] != ["M"]:
        raise ValueError("open path data begins with M")
    here = (float(words[1]), float(words[2]))
    pieces: list[Piece] = []
    command = ""
    while at < len(words):
        if words[at].isalpha():
            command = words[at]
            at += 1
        if command not in _ARITY:
            raise ValueError(f"open path data holds no {command[:3]!r}")
        count = _ARITY[command]
        points = [(float(words[at + 2 * i]), float(words[at + 2 * i + 1])) for i in range(count)]
        pieces.append((here, *points))
        here, at = points[-1], at + 2 * count
    return pieces


def stopped_before(pieces: list[Piece], reach: float) -> list[Piece]:
    """Return the pieces stopped `reach` mm before their end; a short path keeps a twentieth of its first."""
    left = list(pieces)
    while len(left) > 1 and (last := _length(left[-1])) <= reach:
        left.pop()
        reach -= last
    *rest, last_piece = left
    return [*rest, _first_part(last_piece, _parameter(last_piece, max(reach, 0.0)))]


def written(pieces: list[Piece]) -> str:
    """Return the pieces as path data."""
    words = [f"M {_pair(pieces[0][0])}"]
    words += ["LQC"[len(piece) - 2] + " " + " ".join(map(_pair, piece[1:])) for piece in pieces]
    return " ".join(words)


def _parameter(piece: Piece, reach: float) -> float:
    points = [_at(piece, step / _STEPS) for step in range(_STEPS + 1)]
    gone = 0.0
    for step in range(_STEPS, 0, -1):
        length = hypot(points[step][0] - points[step - 1][0], points[step][1] - points[step - 1][1])
        if gone + length >= reach:
            part = (reach - gone) / length if length > 1e-9 else 0.0
            return max((step - part) / _STEPS, 0.05)
        gone += length
    return 0.05


def _length(piece: Piece) -> float:
    points = [_at(piece, step / _STEPS) for step in range(_STEPS + 1)]
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def _at(piece: Piece, t: float) -> Point:
    return _first_part(piece, t)[-1]


def _first_part(piece: Piece, t: float) -> Piece:
    """Return the piece from 0 to parameter t (de Casteljau)."""
    rows: list[list[Point]] = [list(piece)]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append([(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)])
    return tuple(row[0] for row in rows)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
