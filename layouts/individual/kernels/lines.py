"""What a line meets and costs: crossings, closed cells, boxes, turns, company, its side of a fan."""

from math import atan2, ceil, floor, hypot, isnan

import numpy as np

from layouts.compiled import compiled
from layouts.individual.model import Bools, Floats

FINE = 0.15
"""Straight lines are looked at every so many mm."""
HAIR = 0.3
"""Lines keep this far from a foreign box, in mm, measured on the line itself."""
TURN = 11.0
"""Millimetres of way one radian of turning is worth."""
CROWD = 0.8
"""Millimetres of way one millimetre near another arrow is worth."""
CROWDED = 0.8
"""The same for detours, beyond their length."""
WALL = 25.0
"""Millimetres of way a needless passage through a wall is worth."""
WRONG_SIDE = 60.0
FAN = 1.6
"""Millimetres of way a millimetre off its place in the fan is worth."""
APART = 1.5
"""Neighbours in a fan keep this far apart, in mm on average."""
BLOCKED = 1e18
ON_LINE = 8.0
"""How dear the cells of a line itself are, beside 0.6 next to it: crossing it is dearer than coming near."""


@compiled
def crossings(a: Floats, b: Floats) -> int:
    """Return how many times segments `a` (n, 4) and `b` (m, 4) cross."""
    if len(a) == 0:
        return 0
    low_x, low_y, high_x, high_y = 1e18, 1e18, -1e18, -1e18
    for i in range(len(a)):
        low_x, high_x = min(low_x, a[i, 0], a[i, 2]), max(high_x, a[i, 0], a[i, 2])
        low_y, high_y = min(low_y, a[i, 1], a[i, 3]), max(high_y, a[i, 1], a[i, 3])
    count = 0
    for j in range(len(b)):
        cx, cy, dx, dy = b[j, 0], b[j, 1], b[j, 2], b[j, 3]
        if max(cx, dx) < low_x or min(cx, dx) > high_x or max(cy, dy) < low_y or min(cy, dy) > high_y:
            continue
        for i in range(len(a)):
            ax, ay, bx, by = a[i, 0], a[i, 1], a[i, 2], a[i, 3]
            one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
            two = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
            if one * two >= 0:
                continue
            three = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
            four = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
            if three * four < 0:
                count += 1
    return count


@compiled
def clear(flat: Floats, shapes: Bools, boxes: Floats, x: float, y: float) -> bool:
    """Whether points (n, 2) stay on the raster, off its closed cells `shapes` and a hair off all `boxes`.

    `boxes` (m, 4): x, y, right, bottom; `x`, `y`: the corner of the raster, whose cells are 1 mm.
    """
    near = _boxes_near(flat, boxes)
    rows, columns = shapes.shape
    for i in range(len(flat)):
        px, py = flat[i, 0], flat[i, 1]
        c, r = floor(px - x), floor(py - y)
        if c < 0 or r < 0 or c >= columns or r >= rows or shapes[r, c]:
            return False
        for k in range(len(near)):
            if px > near[k, 0] and px < near[k, 2] and py > near[k, 1] and py < near[k, 3]:
                return False
    return True


@compiled
def _boxes_near(points: Floats, boxes: Floats) -> Floats:
    """Return those of `boxes`, a hair grown, that the box around points (n, 2) meets: few of many."""
    left, top, right, bottom = 1e18, 1e18, -1e18, -1e18
    for i in range(len(points)):
        left, right = min(left, points[i, 0]), max(right, points[i, 0])
        top, bottom = min(top, points[i, 1]), max(bottom, points[i, 1])
    found, near = 0, np.empty((len(boxes), 4))
    for k in range(len(boxes)):
        x, y, far_x, far_y = boxes[k, 0] - HAIR, boxes[k, 1] - HAIR, boxes[k, 2] + HAIR, boxes[k, 3] + HAIR
        if x < right and far_x > left and y < bottom and far_y > top:
            near[found, 0], near[found, 1], near[found, 2], near[found, 3] = x, y, far_x, far_y
            found += 1
    return near[:found]


@compiled
def straight_price(
    ax: float, ay: float, bx: float, by: float, mask: Bools, crowd: Floats, boxes: Floats, x: float, y: float
) -> float:
    """Return what the straight line from a to b costs in mm, company included; BLOCKED when it is closed."""
    if meets_box(ax, ay, bx, by, boxes):
        return BLOCKED
    rows, columns = mask.shape
    length = hypot(bx - ax, by - ay)
    # As fine as the last check of a curve, which would else refuse what was found free here.
    count = max(2, int(length / FINE) + 2)
    total = 0.0
    for i in range(count):
        t = i / (count - 1)
        c = min(columns - 1, max(0, floor(ax + (bx - ax) * t - x)))
        r = min(rows - 1, max(0, floor(ay + (by - ay) * t - y)))
        if mask[r, c]:
            return BLOCKED
        total += crowd[r, c]
    return length * (1.0 + CROWDED * total / count)


@compiled
def meets_box(ax: float, ay: float, bx: float, by: float, boxes: Floats) -> bool:
    """Whether the segment from a to b comes within a hair of one of `boxes`: they part along no axis."""
    dx, dy = (bx - ax) / 2, (by - ay) / 2
    mx, my, wide, high = ax + dx, ay + dy, abs(dx), abs(dy)
    for k in range(len(boxes)):
        across = (boxes[k, 2] - boxes[k, 0]) / 2 + HAIR
        down = (boxes[k, 3] - boxes[k, 1]) / 2 + HAIR
        fx, fy = (boxes[k, 0] + boxes[k, 2]) / 2 - mx, (boxes[k, 1] + boxes[k, 3]) / 2 - my
        near = abs(fx) < wide + across and abs(fy) < high + down
        if near and abs(dx * fy - dy * fx) < wide * down + high * across:
            return True
    return False


@compiled
def bow(points: Floats, ends: Floats) -> float:
    """Return how far points (n, 2) bow to the left of the way between `ends` (2, 2), on average, in mm."""
    ax, ay = ends[0, 0], ends[0, 1]
    dx, dy = ends[1, 0] - ax, ends[1, 1] - ay
    far = max(1e-6, hypot(dx, dy))
    total = 0.0
    for i in range(len(points)):
        total += (points[i, 0] - ax) * dy / far - (points[i, 1] - ay) * dx / far
    return total / len(points)


@compiled
def side_price(offset: float, fan: float, mates: Floats) -> float:
    """Return what a line's place in its fan costs. `fan`: how far it should bow, or nan when it is alone.

    `mates` (m, 2): which way the other lines of its pair run (-1: back; 1: alike and before it in the story;
    2: alike and after it), and how far they bow.
    """
    if isnan(fan):
        return 0.0
    cost = FAN * abs(offset - fan)
    for k in range(len(mates)):
        kind, other = mates[k, 0], mates[k, 1]
        ahead = offset + other if kind < 0 else offset - other if kind < 1.5 else other - offset
        if ahead < APART:
            cost += WRONG_SIDE
    return cost


@compiled
def course_price(points: Floats, crowd: Floats, walls: Floats, x: float, y: float) -> float:
    """Return what the course of points (n, 2) costs in mm: length, turns, company, walls passed needlessly.

    `walls` (w, 4): the boxes of the homes and buildings the line may pass; each is passed once, for going out
    and in again looks like another house.
    """
    rows, columns = crowd.shape
    cost = 0.0
    for i in range(1, len(points)):
        dx, dy = points[i, 0] - points[i - 1, 0], points[i, 1] - points[i - 1, 1]
        length = hypot(dx, dy)
        c = min(columns - 1, max(0, floor(points[i, 0] - x)))
        r = min(rows - 1, max(0, floor(points[i, 1] - y)))
        cost += length * (1.0 + CROWD * crowd[r, c])
        if i > 1:
            px, py = points[i - 1, 0] - points[i - 2, 0], points[i - 1, 1] - points[i - 2, 1]
            cost += TURN * abs(atan2(px * dy - py * dx, px * dx + py * dy))
    for k in range(len(walls)):
        passed, first, last, was = 0, False, False, False
        for i in range(len(points)):
            px, py = points[i, 0], points[i, 1]
            inside = px > walls[k, 0] and px < walls[k, 2] and py > walls[k, 1] and py < walls[k, 3]
            if i == 0:
                first = inside
            elif inside != was:
                passed += 1
            was = inside
        last = was
        cost += WALL * (passed - (1 if first != last else 0))
    return cost


@compiled
def bezier_points(control: Floats, count: int) -> Floats:
    """Return `count` points (count, 2) of the cubic Bézier with `control` (4, 2), even in its parameter."""
    points = np.empty((count, 2))
    weighted(control, weights(count), points)
    return points


@compiled
def weights(count: int) -> Floats:
    """Return how much each control point of a cubic Bézier counts at `count` (count, 4) even parameters."""
    found = np.empty((count, 4))
    for i in range(count):
        t = i / (count - 1)
        u = 1.0 - t
        found[i, 0], found[i, 1] = u * u * u, 3 * u * u * t
        found[i, 2], found[i, 3] = 3 * u * t * t, t * t * t
    return found


@compiled
def weighted(control: Floats, parts: Floats, points: Floats) -> None:
    """Write the points (n, 2) of the cubic Bézier with `control` (4, 2), `parts` (n, 4) being its weights."""
    for i in range(len(parts)):
        p, q, r, s = parts[i, 0], parts[i, 1], parts[i, 2], parts[i, 3]
        points[i, 0] = p * control[0, 0] + q * control[1, 0] + r * control[2, 0] + s * control[3, 0]
        points[i, 1] = p * control[0, 1] + q * control[1, 1] + r * control[2, 1] + s * control[3, 1]


@compiled
def fine_count(control: Floats, step: float) -> int:
    """Return how many points along a cubic Bézier leave at most about `step` mm between two."""
    length = 0.0
    for k in range(3):
        length += hypot(control[k + 1, 0] - control[k, 0], control[k + 1, 1] - control[k, 1])
    return max(2, ceil(length / step) + 1)


@compiled
def add_company(crowd: Floats, points: Floats, weight: float, x: float, y: float) -> None:
    """Make the cells at and near points (n, 2) dearer by `weight`, less so the farther away."""
    rows, columns = crowd.shape
    cells = np.empty(len(points), dtype=np.int64)
    count = 0
    for i in range(len(points)):
        c = min(columns - 1, max(0, floor(points[i, 0] - x)))
        r = min(rows - 1, max(0, floor(points[i, 1] - y)))
        known = False
        # A line seldom comes back: the cell is one of the last, or new.
        for k in range(count - 1, -1, -1):
            if cells[k] == r * columns + c:
                known = True
                break
        if known:
            continue
        cells[count] = r * columns + c
        count += 1
        for dr in range(-2, 3):
            for dc in range(-2, 3):
                nr, nc = r + dr, c + dc
                if nr >= 0 and nc >= 0 and nr < rows and nc < columns:
                    far = max(abs(dr), abs(dc))
                    crowd[nr, nc] += weight * (ON_LINE if far == 0 else 0.6 if far == 1 else 0.25)
