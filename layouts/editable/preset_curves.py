"""The connectors every presentation program knows, as lines: which one runs nearest to a line of the sheet.

A slide's connector is no free curve: it is straight, or one of few presets between two points, turned by a
quarter and mirrored as needed. Formulas: presetShapeDefinitions.xml of ECMA-376. Lengths are mm, y downwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Point = tuple[float, float]
Family = Literal["curved", "bent"]
STRAIGHT = "straightConnector1"
NARROW = 12700 / 36000
"""The least width, in mm, of a preset that is bent: 1 pt, as presentation programs write it."""
_LEAST = 3.0
"""A bend less high than this, in mm, is drawn straight: it would be a knot."""
_PARTS = (0.2, 0.35, 0.5, 0.65, 0.8)


@dataclass(frozen=True, slots=True)
class PresetCurve:
    """A preset from `start` to `end`; `turned`: by a quarter; `middle`: how far along it bends, in mm."""

    preset: str
    start: Point
    end: Point
    turned: bool = False
    middle: float | None = None

    def span(self) -> Point:
        """Return how far the end is from the start along and across the preset's first direction."""
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        return (dy, -dx) if self.turned else (dx, dy)

    @property
    def common(self) -> bool:
        """Whether programs that route connectors themselves (LibreOffice) draw it alike: bent half-way."""
        along, _ = self.span()
        return self.preset.endswith("Connector3") and self.middle == round(abs(along) / 2, 2)

    @property
    def size(self) -> Point:
        """Width and height of the preset before it is turned."""
        along, across = self.span()
        least = 0.0 if self.preset == STRAIGHT else NARROW
        return max(abs(along), least), abs(across)

    def points(self) -> Floats:
        """Return points (n, 2) along the line."""
        along, across = self.span()
        pieces = _pieces(self.preset, *self.size, self.middle)
        local = np.concatenate([_bezier(piece) for piece in pieces])
        local = local * (-1.0 if along < 0 else 1.0, -1.0 if across < 0 else 1.0)
        sheet = local[:, ::-1] * (-1.0, 1.0) if self.turned else local
        found: Floats = sheet + np.array(self.start)
        return found


def preset_curves(line: Floats, family: Family) -> Iterator[PresetCurve]:
    """Yield the connectors that may stand for a line (n, 2) of the sheet: the straight one first."""
    start, end = _point(line[0]), _point(line[-1])
    yield PresetCurve(STRAIGHT, start, end)
    for turned in (False, True):
        along, across = PresetCurve(STRAIGHT, start, end, turned).span()
        if abs(across) < _LEAST:
            continue
        if abs(along) >= _LEAST:
            yield PresetCurve(f"{family}Connector2", start, end, turned)
        walked = (line[:, 1] - start[1] if turned else line[:, 0] - start[0]) * (-1.0 if along < 0 else 1.0)
        middles = [part * abs(along) for part in _PARTS if abs(along) >= _LEAST]
        for middle in (*middles, float(walked.min()), float(walked.max())):
            yield PresetCurve(f"{family}Connector3", start, end, turned, round(middle, 2))


def evenly(line: Floats, count: int = 49) -> Floats:
    """Return `count` points (n, 2) along a line, evenly by length."""
    steps = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    at = np.linspace(0.0, steps[-1], count)
    return np.stack([np.interp(at, steps, line[:, 0]), np.interp(at, steps, line[:, 1])], axis=1)


def _pieces(preset: str, w: float, h: float, middle: float | None) -> Iterator[Sequence[Point]]:
    at = w / 2 if middle is None else middle
    if preset == STRAIGHT:
        yield ((0.0, 0.0), (w, h))
    elif preset == "curvedConnector2":
        yield ((0.0, 0.0), (w / 2, 0.0), (w, h / 2), (w, h))
    elif preset == "curvedConnector3":
        yield ((0.0, 0.0), (at / 2, 0.0), (at, h / 4), (at, h / 2))
        yield ((at, h / 2), (at, h * 3 / 4), ((w + at) / 2, h), (w, h))
    else:
        corner = w if preset == "bentConnector2" else at
        yield ((0.0, 0.0), (corner, 0.0))
        yield ((corner, 0.0), (corner, h))
        yield ((corner, h), (w, h))


def _bezier(points: Sequence[Point]) -> Floats:
    t = np.linspace(0.0, 1.0, 17)[:, None, None]
    rows = np.repeat(np.array(points, dtype=np.float64)[None], 17, axis=0)
    while rows.shape[1] > 1:
        rows = rows[:, :-1] * (1 - t) + rows[:, 1:] * t
    found: Floats = rows[:, 0]
    return found


def _point(row: Floats) -> Point:
    return float(row[0]), float(row[1])
