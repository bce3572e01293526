"""The best place for one badge along its arrow: near the tail, touching as little as may be."""

from layouts.compiled import compiled
from layouts.individual.model import Floats, Ints

ON_LINE, ON_WALL, ON_HEAD = 45.0, 150.0, 60.0
ON_FIGURE, IN_BOX, IN_OWN_BOX = 400.0, 150.0, 14.0
ON_WORDS, ON_BADGE, OFF_SHEET = 300.0, 220.0, 300.0
"""What a badge may touch, in millimetres farther from the tail that it would rather go."""


@compiled
def best_badge(
    centres: Floats, far: Floats, width: float, height: float, own: int, tail: int,
    points: Floats, owners: Ints, rims: Floats, heads: Floats,
    shapes: Floats, labels: Floats, boxes: Floats, words: Floats, badges: Floats, area: Floats,
) -> int:  # fmt: skip
    """Return which of `centres` (k, 2) is cheapest; `far` (k): how far along the arrow each lies, in mm.

    `points` (n, 2) of all lines, in stretches by `owners` (n); `own`, the arrow's own number; `rims` (r, 2):
    points of drawn walls; `heads` (h, 2): tips; `shapes`, `labels`, `boxes` (f, 4: x, y, right, bottom) of
    figures, `tail` being the number of the one at the arrow's tail, or -1; `words`, `badges`: what is written
    already; `area`: x, y, right, bottom.
    """
    best, chosen = 1e18, 0
    for k in range(len(centres)):
        x, y = centres[k, 0], centres[k, 1]
        left, top, right, bottom = x - width / 2, y - height / 2, x + width / 2, y + height / 2
        if far[k] >= best:
            continue
        cost = far[k] + _on_boxes(left, top, right, bottom, tail, shapes, labels, boxes, words, badges)
        if left < area[0] or top < area[1] or right > area[2] or bottom > area[3]:
            cost += OFF_SHEET
        if cost < best:
            cost += _on_points(x, y, width / 2, height / 2, own, points, owners, rims, heads)
        if cost < best - 1e-9:
            best, chosen = cost, k
    return chosen


@compiled
def _on_boxes(
    left: float, top: float, right: float, bottom: float, tail: int,
    shapes: Floats, labels: Floats, boxes: Floats, words: Floats, badges: Floats,
) -> float:  # fmt: skip
    """Return what the figures, names and badges under a badge cost."""
    cost = 0.0
    for f in range(len(boxes)):
        drawn = _meets(shapes, f, left, top, right, bottom, 0.2)
        if drawn or _meets(labels, f, left, top, right, bottom, 0.2):
            cost += ON_FIGURE
        elif _meets(boxes, f, left, top, right, bottom, 0.2):
            cost += IN_OWN_BOX if f == tail else IN_BOX
    for w in range(len(words)):
        if _meets(words, w, left, top, right, bottom, 0.2):
            cost += ON_WORDS
    for b in range(len(badges)):
        if _meets(badges, b, left, top, right, bottom, 0.35):
            cost += ON_BADGE
    return cost


@compiled
def _on_points(
    x: float, y: float, wide: float, high: float, own: int,
    points: Floats, owners: Ints, rims: Floats, heads: Floats,
) -> float:  # fmt: skip
    """Return what the heads, walls and lines under a badge cost: each line once, all walls together."""
    cost = 0.0
    for h in range(len(heads)):
        if abs(heads[h, 0] - x) < wide + 1.6 and abs(heads[h, 1] - y) < high + 1.6:
            cost += ON_HEAD
    for r in range(len(rims)):
        if abs(rims[r, 0] - x) < wide + 0.5 and abs(rims[r, 1] - y) < high + 0.5:
            cost += ON_WALL
            break
    counted = own
    for n in range(len(points)):
        if owners[n] != counted and abs(points[n, 0] - x) < wide + 0.5 and abs(points[n, 1] - y) < high + 0.5:
            counted = owners[n]
            cost += ON_LINE if counted != own else 0.0
    return cost


@compiled
def _meets(
    boxes: Floats, k: int, left: float, top: float, right: float, bottom: float, margin: float
) -> bool:
    beside = boxes[k, 0] >= right + margin or left >= boxes[k, 2] + margin
    return not (beside or boxes[k, 1] >= bottom + margin or top >= boxes[k, 3] + margin)
