"""How good a plan looks before its arrows are drawn: straight lines stand for them."""

import numpy as np

from layouts.individual.model import Bools, Floats, Model

CROSSING = 18.0
"""Millimetres of arrow a crossing is worth."""
OBSTACLE = 26.0
"""Millimetres of arrow a detour round a foreign box is worth."""
APART = 6.0
"""How much more somebody in the middle of a couple or a filiation costs: it would read as another kinship."""

STEEP = 11.0
"""The same, for a steep line between figures: it has to go round the label of the upper one."""


def line_cost(model: Model, points: Floats, boxes: Floats) -> float:
    """Return the cost in mm of straight lines between `points` (n, 2).

    `boxes` (n, 4): x, y, right, bottom of the things that stand at the points.
    """
    if not len(model.tails):
        return 0.0
    a, b = points[model.tails], points[model.heads]
    lengths = np.hypot(b[:, 0] - a[:, 0], b[:, 1] - a[:, 1])
    through = _through(a, b, boxes) & model.foreign
    return float(
        (lengths * model.weights).sum()
        + CROSSING * _crossings(a, b, model)
        + OBSTACLE * float((through.sum(axis=1) * np.where(model.kin, APART, 1.0)).sum())
    ) + _steepness(a, b, model)


def _steepness(a: Floats, b: Floats, model: Model) -> float:
    """Steep lines between figures go round a label, and crowd on one head: the cost grows with the square."""
    steep = (np.abs(b[:, 1] - a[:, 1]) > np.abs(b[:, 0] - a[:, 0])) & model.between
    upper = np.where(a[:, 1] < b[:, 1], model.tails, model.heads)[steep]
    lower = np.where(a[:, 1] < b[:, 1], model.heads, model.tails)[steep]
    counts = np.bincount(upper) ** 2, np.bincount(lower) ** 2
    return STEEP * float(counts[0].sum() + counts[1].sum())


def _crossings(a: Floats, b: Floats, model: Model) -> float:
    d = b - a
    ex, ey = a[None, :, 0] - a[:, None, 0], a[None, :, 1] - a[:, None, 1]
    fx, fy = b[None, :, 0] - a[:, None, 0], b[None, :, 1] - a[:, None, 1]
    dx, dy = d[:, None, 0], d[:, None, 1]
    one = (dx * ey - dy * ex) * (dx * fy - dy * fx) < -1e-6
    return float((one & one.T).sum()) / 2


def _through(a: Floats, b: Floats, boxes: Floats) -> Bools:
    """Return which segment enters which box, by the slab test."""
    d = b - a
    with np.errstate(divide="ignore", invalid="ignore"):
        inverse = 1.0 / np.where(np.abs(d) < 1e-9, 1e-9, d)
    low_x = (boxes[None, :, 0] - a[:, None, 0]) * inverse[:, None, 0]
    high_x = (boxes[None, :, 2] - a[:, None, 0]) * inverse[:, None, 0]
    low_y = (boxes[None, :, 1] - a[:, None, 1]) * inverse[:, None, 1]
    high_y = (boxes[None, :, 3] - a[:, None, 1]) * inverse[:, None, 1]
    enter = np.maximum(np.minimum(low_x, high_x), np.minimum(low_y, high_y))
    leave = np.minimum(np.maximum(low_x, high_x), np.maximum(low_y, high_y))
    return (enter < leave) & (leave > 0.0) & (enter < 1.0)
