"""The best round arrow between two outlines: all pairs of ports that face each other, curves of all depths.

Candidates are priced without what lies in their way, the cheapest first; the search ends when none of the
rest can be cheaper than the best that is free. So the answer is the best of all of them.
"""

from math import floor, hypot

import numpy as np

from layouts.compiled import compiled
from layouts.individual.kernels.lines import (
    bezier_points,
    bow,
    clear,
    course_price,
    crossings,
    fine_count,
    side_price,
)
from layouts.individual.model import Bools, Floats

HANDLES = np.array([(0.26, 0.26), (0.42, 0.42), (0.62, 0.62), (0.22, 0.75), (0.75, 0.22), (0.95, 0.95)])
"""Lengths of the two Bézier handles square to the outlines, in lengths of the chord."""
BOWS = np.array([-0.7, -0.45, -0.28, -0.14, 0.0, 0.14, 0.28, 0.45, 0.7])
"""How far the handles of an arc that leaves an outline at any angle lie beside the chord, in chords."""
LEAST_FACING = 0.35
"""Cosine of the flattest angle at which an arc may leave or meet an outline."""
SLANT = 9.0
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


@compiled
def best_round(
    tail: Floats, tail_away: Floats, tail_cost: Floats, head: Floats, head_away: Floats, head_cost: Floats,
    ends: Floats, fan: float, mates: Floats, mask: Bools, shapes: Bools, boxes: Floats, walls: Floats,
    crowd: Floats, others: Floats, crossing: float, x: float, y: float,
) -> Floats:  # fmt: skip
    """Return the control points (4, 2) of the best free arc and its price in a fifth row, or (0, 2) for none.

    `tail`, `head` (n, 2): ports, with the way they face and what each costs; `ends` (2, 2): the middles of
    the two things; `fan`, `mates`: see `side_price`; `mask`: cells kept clear; `shapes`, `boxes`: see
    `clear`; `walls`, `crowd`: see `course_price`; `others` (m, 4): segments of the other lines, each
    crossing of which costs `crossing` mm; `x`, `y`: the corner of the raster.
    """
    kinds = len(HANDLES) + len(BOWS)
    chord = hypot(ends[1, 0] - ends[0, 0], ends[1, 1] - ends[0, 1])
    count = int(min(60.0, max(14.0, chord / 3.0)))
    rows, columns = mask.shape
    most = len(tail) * len(head) * kinds
    prices, which = np.empty(most), np.empty(most, dtype=np.int64)
    found = 0
    control = np.empty((4, 2))
    for i in range(len(tail)):
        for j in range(len(head)):
            for kind in range(kinds):
                slant = control_points(
                    kind, tail[i, 0], tail[i, 1], head[j, 0], head[j, 1], tail_away[i], head_away[j], control
                )
                if slant > 1e17:
                    continue
                points = bezier_points(control, count)
                free = True
                for k in range(count):
                    c, r = floor(points[k, 0] - x), floor(points[k, 1] - y)
                    if c < 0 or r < 0 or c >= columns or r >= rows or mask[r, c]:
                        free = False
                        break
                if free:
                    price = slant + tail_cost[i] + head_cost[j] + course_price(points, crowd, walls, x, y)
                    price += side_price(bow(points, ends), fan, mates)
                    prices[found], which[found] = price, (i * len(head) + j) * kinds + kind
                    found += 1
    best, answer = 1e18, np.empty((0, 2))
    for _ in range(found):
        k = 0
        for other in range(1, found):
            if prices[other] < prices[k]:
                k = other
        if prices[k] >= best:
            break
        base, prices[k] = prices[k], 1e18
        kind, pair = which[k] % kinds, which[k] // kinds
        i, j = pair // len(head), pair % len(head)
        control_points(
            kind, tail[i, 0], tail[i, 1], head[j, 0], head[j, 1], tail_away[i], head_away[j], control
        )
        if not clear(bezier_points(control, fine_count(control, 0.4)), shapes, boxes, x, y):
            continue
        points = bezier_points(control, count)
        parts = np.empty((count - 1, 4))
        for m in range(count - 1):
            parts[m, 0], parts[m, 1] = points[m, 0], points[m, 1]
            parts[m, 2], parts[m, 3] = points[m + 1, 0], points[m + 1, 1]
        price = base + crossing * crossings(parts, others)
        if price < best:
            best = price
            answer = np.empty((5, 2))
            for m in range(4):
                answer[m, 0], answer[m, 1] = control[m, 0], control[m, 1]
            answer[4, 0], answer[4, 1] = price, 0.0
    return answer
