"""The best round arrow between two outlines: all pairs of ports that face each other, curves of all depths.

Candidates are priced without what lies in their way, the cheapest first; the search ends when none of the
rest can be cheaper than the best that is free. So the answer is the best of all of them.
"""

from math import floor, hypot
from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.kernels.heap import pop, push
from layouts.individual.kernels.lines import (
    bezier_points,
    bow,
    clear,
    course_price,
    crossings,
    fine_count,
    side_price,
    weighted,
    weights,
)
from layouts.individual.model import Bools, Floats, Ints

HANDLES = np.array([(0.26, 0.26), (0.42, 0.42), (0.62, 0.62), (0.22, 0.75), (0.75, 0.22), (0.95, 0.95)])
"""Lengths of the two Bézier handles square to the outlines, in lengths of the chord."""
BOWS = np.array([-0.7, -0.45, -0.28, -0.14, 0.0, 0.14, 0.28, 0.45, 0.7])
"""How far the handles of an arc that leaves an outline at any angle lie beside the chord, in chords."""
LEAST_FACING = 0.45
"""Cosine of the flattest angle at which an arc may leave or meet an outline."""
FINE = 0.15
"""A curve that is taken was looked at every so many mm at most."""
SLANT = 10.0
"""Millimetres of way it costs to leave or meet an outline quite flat instead of square."""


@compiled
def control_points(
    kind: int,
    sx: float,
    sy: float,
    ex: float,
    ey: float,
    tail_away: Floats,
    head_away: Floats,
    control: Floats,
) -> float:
    """Write the cubic of one kind between two ports into `control` (4, 2); return what its slant costs.

    BLOCKED (1e18) when it would leave or meet an outline too flat.
    """
    dx, dy = ex - sx, ey - sy
    far = hypot(dx, dy)
    control[0, 0], control[0, 1], control[3, 0], control[3, 1] = sx, sy, ex, ey
    if kind < len(HANDLES):
        one, two = far * HANDLES[kind, 0], far * HANDLES[kind, 1]
        control[1, 0], control[1, 1] = sx + tail_away[0] * one, sy + tail_away[1] * one
        control[2, 0], control[2, 1] = ex + head_away[0] * two, ey + head_away[1] * two
        return 0.0
    side = BOWS[kind - len(HANDLES)]
    ox, oy = dy * side, -dx * side
    control[1, 0], control[1, 1] = sx + 0.3 * dx + ox * 0.7, sy + 0.3 * dy + oy * 0.7
    control[2, 0], control[2, 1] = ex - 0.3 * dx + ox * 0.7, ey - 0.3 * dy + oy * 0.7
    leave = ((control[1, 0] - sx) * tail_away[0] + (control[1, 1] - sy) * tail_away[1]) / max(
        1e-9, hypot(control[1, 0] - sx, control[1, 1] - sy)
    )
    meet = ((control[2, 0] - ex) * head_away[0] + (control[2, 1] - ey) * head_away[1]) / max(
        1e-9, hypot(control[2, 0] - ex, control[2, 1] - ey)
    )
    if leave < LEAST_FACING or meet < LEAST_FACING:
        return 1e18
    return float(SLANT * (2.0 - leave - meet))


class Ends(NamedTuple):
    """The ports of the two things to join: where, which way they face, what each costs; `middles` (2, 2)."""

    tail: Floats
    tail_away: Floats
    tail_cost: Floats
    head: Floats
    head_away: Floats
    head_cost: Floats
    middles: Floats


class Ground(NamedTuple):
    """What lies on the sheet. `mask`: cells kept clear; `shapes`, `boxes`: see `clear`; `walls`, `crowd`: see
    `course_price`; `others` (m, 4): segments of the other lines; `x`, `y`: the corner of the raster.
    """

    mask: Bools
    shapes: Bools
    boxes: Floats
    walls: Floats
    crowd: Floats
    others: Floats
    x: float
    y: float


@compiled
def best_round(ends: Ends, ground: Ground, fan: float, mates: Floats, crossing: float) -> Floats:
    """Return the control points (4, 2) of the best free arc and its price in a fifth row, or (0, 2) for none.

    `fan`, `mates`: see `side_price`; `crossing`: what it costs to cross one of the other lines, in mm.
    """
    middles = ends.middles
    chord = hypot(middles[1, 0] - middles[0, 0], middles[1, 1] - middles[0, 1])
    count = int(min(60.0, max(14.0, chord / 3.0)))
    most = len(ends.tail) * len(ends.head) * (len(HANDLES) + len(BOWS))
    prices, which, control = np.empty(most), np.empty(most, dtype=np.int64), np.empty((4, 2))
    found = _price_all(ends, ground, fan, mates, count, prices, which)
    heap, size = np.arange(found), 0
    keys = np.empty(found)
    for k in range(found):
        size = push(keys, heap, size, prices[k], k)
    best, answer, parts = 1e18, np.empty((0, 2)), np.empty((count - 1, 4))
    samples, points = weights(count), np.empty((count, 2))
    while size:
        base, k = keys[0], heap[0]
        size = pop(keys, heap, size)
        if base >= best:
            break
        _write_control(ends, which[k], control)
        weighted(control, samples, points)
        for m in range(count - 1):
            parts[m, 0], parts[m, 1] = points[m, 0], points[m, 1]
            parts[m, 2], parts[m, 3] = points[m + 1, 0], points[m + 1, 1]
        price = base + crossing * crossings(parts, ground.others)
        if price >= best:
            continue
        fine = bezier_points(control, fine_count(control, FINE))
        if clear(fine, ground.shapes, ground.boxes, ground.x, ground.y):
            best, answer = price, np.empty((5, 2))
            for m in range(4):
                answer[m, 0], answer[m, 1] = control[m, 0], control[m, 1]
            answer[4, 0], answer[4, 1] = price, 0.0
    return answer


@compiled
def _price_all(
    ends: Ends, ground: Ground, fan: float, mates: Floats, count: int, prices: Floats, which: Ints
) -> int:
    """Write price and number of every candidate whose `count` samples are free; return how many there are."""
    control, found, kinds = np.empty((4, 2)), 0, len(HANDLES) + len(BOWS)
    parts, points = weights(count), np.empty((count, 2))
    for number in range(len(ends.tail) * len(ends.head) * kinds):
        slant = _write_control(ends, number, control)
        if slant > 1e17:
            continue
        if _free(control, parts, ground):
            weighted(control, parts, points)
            i, j = number // kinds // len(ends.head), number // kinds % len(ends.head)
            price = course_price(points, ground.crowd, ground.walls, ground.x, ground.y)
            price += side_price(bow(points, ends.middles), fan, mates)
            prices[found] = slant + ends.tail_cost[i] + ends.head_cost[j] + price
            which[found] = number
            found += 1
    return found


@compiled
def _free(control: Floats, parts: Floats, ground: Ground) -> bool:
    """Whether the samples of a cubic (see `weighted`) stay on the raster and off its closed cells."""
    rows, columns = ground.mask.shape
    for k in range(len(parts)):
        p, q, r, s = parts[k, 0], parts[k, 1], parts[k, 2], parts[k, 3]
        x = p * control[0, 0] + q * control[1, 0] + r * control[2, 0] + s * control[3, 0]
        y = p * control[0, 1] + q * control[1, 1] + r * control[2, 1] + s * control[3, 1]
        column, row = floor(x - ground.x), floor(y - ground.y)
        if column < 0 or row < 0 or column >= columns or row >= rows or ground.mask[row, column]:
            return False
    return True


@compiled
def _write_control(ends: Ends, number: int, control: Floats) -> float:
    """Write the control points of candidate `number`; return what its slant costs."""
    kinds = len(HANDLES) + len(BOWS)
    i, j = number // kinds // len(ends.head), number // kinds % len(ends.head)
    start, end = ends.tail[i], ends.head[j]
    away, back = ends.tail_away[i], ends.head_away[j]
    return control_points(number % kinds, start[0], start[1], end[0], end[1], away, back, control)
