"""Where everything stands under a plan, and what the plan costs before its arrows are drawn.

A plan is four arrays: `row` lists the blocks that stand directly on the sheet, `breaks` says for each whether
it begins a column (2), a row (1) or neither (0), `order` lists what stands in each container, level by level,
and `across` says how many of them stand side by side. Straight lines stand for the arrows.
"""

from math import hypot, sqrt
from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.model import Bools, Floats, Ints

CROSSING = 60.0
"""Millimetres of arrow a crossing is worth."""
OBSTACLE = 40.0
"""Millimetres of arrow a detour round a foreign box is worth."""
STEEP = 16.0
"""What steep lines between figures cost, with the square of those that meet: they go round a label."""
OVERFLOW = 400.0
"""Millimetres of arrow a millimetre beyond the paper is worth."""
YOUNGER_FIRST = 300.0
"""Millimetres of arrow it is worth that a younger child does not stand before an elder one."""
UPWARDS = 60.0
"""The same, that a parent in another home does not stand beside or below the child."""
SLACK = 0.7
BEYOND = 1e17
MIDDLE = 3.0
"""Millimetres of arrow a millimetre from a home to the middle of the sheet is worth; less for many homes."""


class Pieces(NamedTuple):
    """What is laid out, in numbers. Things are figures (0 to f-1), then containers (f to n-1).

    `boxes` (f, 2): width and height of figure and label; `shapes` (f, 2): the middle of the figure alone,
    from the box's corner. Of containers, by number less f: `building`; `labels` (c, k, 2), the size of the
    label when the content is k mm wide; `starts` (c + 1), where their things begin in `order`; `levels`, the
    level of each place in `order`; `inner_first`, a sequence in which each comes before what holds it.
    `kind` (n): 0 a working thing, 1 a home, 2 an empty home, 3 a living figure on its own. Of lines: `tails`,
    `heads`, `weights`, `between` (two figures), and `dear` (m, n): what it costs to run through a thing, in
    whole detours, 0 for its own ends and what holds them. `elders`, `descents` (k, 2): see `seniority.py`.
    `lengths`: see `sizes_in_numbers`. `area`: x, y, width, height.
    """

    boxes: Floats
    shapes: Floats
    building: Bools
    labels: Floats
    starts: Ints
    levels: Ints
    inner_first: Ints
    kind: Ints
    tails: Ints
    heads: Ints
    weights: Floats
    between: Bools
    dear: Ints
    elders: Ints
    descents: Ints
    lengths: Floats
    area: Floats


@compiled
def place_all(
    pieces: Pieces, row: Ints, breaks: Ints, order: Ints, across: Ints, corners: Floats, sizes: Floats
) -> Floats:
    """Write the corner and size of every thing's box (n, 2); return [overflow, slack] in mm."""
    inside = np.zeros((len(corners), 2))
    draw_up_all(pieces, order, across, inside, sizes)
    return put_down(pieces, row, breaks, order, inside, corners, sizes)


@compiled
def draw_up_all(pieces: Pieces, order: Ints, across: Ints, inside: Floats, sizes: Floats) -> None:
    """Write the size of every thing's box, and its corner from that of the container it stands in."""
    for f in range(len(pieces.boxes)):
        sizes[f, 0], sizes[f, 1] = pieces.boxes[f, 0], pieces.boxes[f, 1]
    for c in pieces.inner_first:
        draw_up(pieces, c, order, across[c], inside, sizes)


@compiled
def put_down(
    pieces: Pieces, row: Ints, breaks: Ints, order: Ints, inside: Floats, corners: Floats, sizes: Floats
) -> Floats:
    """Write the corner of every thing's box, `inside` being drawn up; return [overflow, slack] in mm."""
    spread = _spread(pieces, row, breaks, corners, sizes)
    starts, figures = pieces.starts, len(pieces.boxes)
    for k in range(len(pieces.inner_first) - 1, -1, -1):
        c = pieces.inner_first[k]
        x, y = corners[figures + c, 0], corners[figures + c, 1]
        for at in range(starts[c], starts[c + 1]):
            t = order[at]
            corners[t, 0], corners[t, 1] = inside[t, 0] + x, inside[t, 1] + y
    return spread


@compiled
def draw_up(pieces: Pieces, c: int, order: Ints, across: int, corners: Floats, sizes: Floats) -> None:
    """Lay out the inside of one container: corners of what it holds, from its own corner, and its size."""
    figures, lengths = len(pieces.boxes), pieces.lengths
    first, end = pieces.starts[c], pieces.starts[c + 1]
    uniform, cell, total = True, 0.0, 0.0
    for at in range(first, end):
        uniform = uniform and order[at] < figures
        cell = max(cell, sizes[order[at], 0])
    at = first
    while at < end:
        stop, width = at, 0.0
        while stop < end and stop - at < across and pieces.levels[stop] == pieces.levels[at]:
            width += (cell if uniform else sizes[order[stop], 0]) + (lengths[0] if stop > at else 0.0)
            stop += 1
        total = max(total, width)
        at = stop
    at, y = first, 0.0
    left, right, bottom = 1e18, -1e18, 0.0
    while at < end:
        stop, width, height = at, 0.0, 0.0
        while stop < end and stop - at < across and pieces.levels[stop] == pieces.levels[at]:
            width += (cell if uniform else sizes[order[stop], 0]) + (lengths[0] if stop > at else 0.0)
            height = max(height, sizes[order[stop], 1])
            stop += 1
        x = (total - width) / 2
        for k in range(at, stop):
            t = order[k]
            room = cell if uniform else sizes[t, 0]
            corners[t, 0], corners[t, 1] = x + (room - sizes[t, 0]) / 2, y
            left, right = min(left, corners[t, 0]), max(right, corners[t, 0] + sizes[t, 0])
            bottom = max(bottom, y + sizes[t, 1])
            x += room + lengths[0]
        y += height + lengths[1]
        at = stop
    if end == first:
        left, right = 0.0, 0.0
    _wall(pieces, c, left, right, bottom, order, corners, sizes)


@compiled
def _wall(
    pieces: Pieces,
    c: int,
    left: float,
    right: float,
    bottom: float,
    order: Ints,
    corners: Floats,
    sizes: Floats,
) -> None:
    """Put the outline around the content of a container (the arithmetic of `plots.walls_around`)."""
    lengths, thing = pieces.lengths, len(pieces.boxes) + c
    content = right - left
    k = min(int(max(content, lengths[4]) + 1e-6), pieces.labels.shape[1] - 1)
    label_w, label_h = pieces.labels[c, k, 0], pieces.labels[c, k, 1]
    padding = lengths[2]
    width = max(content, label_w, lengths[5]) + 2 * (padding + (lengths[6] if pieces.building[c] else 0.0))
    roof = min(lengths[8], max(lengths[7], lengths[9] * width))
    top = roof + 1.2 if pieces.building[c] else 2.2
    down = top + label_h + (0.62 * padding if bottom > 0.0 else 0.0)
    sizes[thing, 0] = width
    sizes[thing, 1] = down + bottom + (padding * 0.8 if bottom > 0.0 else 2.4)
    dx = width / 2 - (left + right) / 2
    for at in range(pieces.starts[c], pieces.starts[c + 1]):
        corners[order[at], 0] += dx
        corners[order[at], 1] += down


@compiled
def _spread(pieces: Pieces, row: Ints, breaks: Ints, corners: Floats, sizes: Floats) -> Floats:
    """Place the blocks in columns of rows, free space shared out evenly; return [overflow, slack]."""
    gap, area, count = pieces.lengths[3], pieces.area, len(row)
    columns, widths = 0, np.empty(count)
    wide = 0.0
    for i in range(count):
        if breaks[i] == 2:
            columns += 1
            widths[columns - 1] = 0.0
        wide = sizes[row[i], 0] if breaks[i] else wide + gap + sizes[row[i], 0]
        widths[columns - 1] = max(widths[columns - 1], wide)
    x, step_x, over = _shared(widths[:columns].sum(), columns, area[0], area[2], gap)
    slack, i, column = 0.0, 0, 0
    while i < count:
        end, rows, used, high = i + 1, 1, 0.0, sizes[row[i], 1]
        while end < count and breaks[end] != 2:
            if breaks[end] == 1:
                used, high, rows = used + high, 0.0, rows + 1
            high = max(high, sizes[row[end], 1])
            end += 1
        used += high
        y, step_y, over_y = _shared(used, rows, area[1], area[3], gap)
        over += over_y
        slack += widths[column] * max(0.0, area[3] - used - gap * (rows - 1)) ** 2 / area[3]
        at = i
        while at < end:
            stop, wide, high = at + 1, sizes[row[at], 0], sizes[row[at], 1]
            while stop < end and breaks[stop] == 0:
                wide, high, stop = wide + sizes[row[stop], 0], max(high, sizes[row[stop], 1]), stop + 1
            left, step, _ = _shared(wide, stop - at, x, widths[column], gap)
            for k in range(at, stop):
                t = row[k]
                corners[t, 0], corners[t, 1] = left, y + (high - sizes[t, 1]) / 2
                left += sizes[t, 0] + step
            y += high + step_y
            at = stop
        x += widths[column] + step_x
        column += 1
        i = end
    return np.array([over, slack / area[2]])


@compiled
def _shared(total: float, count: int, start: float, room: float, gap: float) -> tuple[float, float, float]:
    """Return where the first of `count` things begins, the space between two, and what sticks out.

    Free space goes between them, and half as much before the first and after the last.
    """
    free = room - total - gap * (count - 1)
    if free >= 0.0:
        return start + free / count / 2, gap + free / count, 0.0
    return start, gap + free / max(1, count - 1), -free


@compiled
def plan_cost(
    pieces: Pieces, corners: Floats, sizes: Floats, overflow: float, slack: float, row: Ints, most: float
) -> float:
    """Return what a plan costs in mm: arrows, crossings, detours, what sticks out, what stands apart.

    Once it is known to cost more than `most`, some number beyond that is returned: few plans are worth it.
    """
    apart = OVERFLOW * overflow + SLACK * slack + middle_cost(pieces, corners, sizes, row)
    ends = np.empty((4, len(pieces.tails)))
    straight, families = straight_cost(pieces, corners, sizes, ends), family_cost(pieces, corners)
    room = most - apart - straight - families
    if room < 0.0:
        return BEYOND
    crossed = CROSSING * crossing_pairs(ends, room / CROSSING)
    room -= crossed
    if room < 0.0:
        return BEYOND
    passed = OBSTACLE * _obstacles(pieces.dear, ends, corners, sizes, room / OBSTACLE)
    return apart + (straight + crossed + passed) + families


@compiled
def family_cost(pieces: Pieces, corners: Floats) -> float:
    """Brothers and sisters stand from eldest to youngest; parents stand above children of other homes."""
    cost = 0.0
    for k in range(len(pieces.elders)):
        elder, younger = pieces.elders[k, 0], pieces.elders[k, 1]
        level = abs(corners[elder, 1] - corners[younger, 1]) < 1.0
        cost += YOUNGER_FIRST * (level and corners[elder, 0] > corners[younger, 0])
    for k in range(len(pieces.descents)):
        parent, child = pieces.descents[k, 0], pieces.descents[k, 1]
        cost += UPWARDS * (corners[parent, 1] > corners[child, 1] - 1.0)
    return cost


@compiled
def middle_cost(pieces: Pieces, corners: Floats, sizes: Floats, row: Ints) -> float:
    """Homes stand in the middle, those of collective life near a home, the working side around."""
    cost, area, homes = 0.0, pieces.area, 0
    for t in row:
        if pieces.kind[t] == 1 or pieces.kind[t] == 2:
            homes += 1
            dx = abs(corners[t, 0] + sizes[t, 0] / 2 - area[0] - area[2] / 2)
            dy = abs(corners[t, 1] + sizes[t, 1] / 2 - area[1] - area[3] / 2)
            cost += (dx + 0.8 * dy) * (MIDDLE if pieces.kind[t] == 1 else MIDDLE / 8)
    if homes == 0:
        return cost
    cost /= sqrt(homes)
    for t in row:
        if pieces.kind[t] == 3:
            x, y, least = corners[t, 0] + sizes[t, 0] / 2, corners[t, 1] + sizes[t, 1] / 2, 1e18
            for h in row:
                if pieces.kind[h] == 1 or pieces.kind[h] == 2:
                    dx = abs(x - corners[h, 0] - sizes[h, 0] / 2)
                    least = min(least, dx + abs(y - corners[h, 1] - sizes[h, 1] / 2))
            cost += 0.5 * least
    return cost


@compiled
def straight_cost(pieces: Pieces, corners: Floats, sizes: Floats, ends: Floats) -> float:
    """Return what the straight lines cost in mm, whatever they meet; write their `ends` (4, m)."""
    count, figures, n = len(pieces.tails), len(pieces.boxes), len(sizes)
    steep = np.zeros((n, 2))
    cost = 0.0
    for i in range(count):
        for e in range(2):
            t = pieces.tails[i] if e == 0 else pieces.heads[i]
            ends[2 * e, i] = corners[t, 0] + (pieces.shapes[t, 0] if t < figures else sizes[t, 0] / 2)
            ends[2 * e + 1, i] = corners[t, 1] + (pieces.shapes[t, 1] if t < figures else sizes[t, 1] / 2)
        dx, dy = ends[2, i] - ends[0, i], ends[3, i] - ends[1, i]
        cost += hypot(dx, dy) * pieces.weights[i]
        if pieces.between[i] and abs(dy) > abs(dx):
            upper = pieces.tails[i] if dy > 0 else pieces.heads[i]
            lower = pieces.heads[i] if dy > 0 else pieces.tails[i]
            steep[upper, 0] += 1.0
            steep[lower, 1] += 1.0
    for t in range(n):
        cost += STEEP * (steep[t, 0] * steep[t, 0] + steep[t, 1] * steep[t, 1])
    return cost


@compiled
def crossing_pairs(ends: Floats, most: float) -> int:
    """Return how many pairs of segments (4, m: both x and y of one end, then of the other) cross.

    Those that share an end do not. Without branches, so that the processor takes several pairs at a time.
    Beyond `most` no more are counted.
    """
    ax, ay, bx, by = ends[0], ends[1], ends[2], ends[3]
    found = 0
    for i in range(1, len(ax)):
        x, y, dx, dy = ax[i], ay[i], bx[i] - ax[i], by[i] - ay[i]
        for j in range(i):
            one = dx * (ay[j] - y) - dy * (ax[j] - x)
            two = dx * (by[j] - y) - dy * (bx[j] - x)
            ex, ey = bx[j] - ax[j], by[j] - ay[j]
            three = ex * (y - ay[j]) - ey * (x - ax[j])
            four = three + ex * dy - ey * dx
            found += (one * two < -1e-6) & (three * four < -1e-6)
        if found > most:
            break
    return found


@compiled
def _obstacles(dear: Ints, ends: Floats, corners: Floats, sizes: Floats, most: float) -> int:
    """Return what the lines (see `crossing_pairs`) run through, each thing counted as `dear` (m, n) says.

    In whole numbers: sums of those may be taken in any order, several at a time. Beyond `most` no more are
    counted.
    """
    n = len(sizes)
    across, down, cx, cy = np.empty(n), np.empty(n), np.empty(n), np.empty(n)
    for t in range(n):
        across[t], down[t] = sizes[t, 0] / 2, sizes[t, 1] / 2
        cx[t], cy[t] = corners[t, 0] + across[t], corners[t, 1] + down[t]
    found = 0
    for i in range(ends.shape[1]):
        # The line and the box do not part along any of three axes: those of the box, and square to the line.
        dx, dy = (ends[2, i] - ends[0, i]) / 2, (ends[3, i] - ends[1, i]) / 2
        mx, my, wide, high = ends[0, i] + dx, ends[1, i] + dy, abs(dx), abs(dy)
        costs = dear[i]
        for t in range(n):
            fx, fy = cx[t] - mx, cy[t] - my
            meets = (
                (abs(fx) < wide + across[t])
                & (abs(fy) < high + down[t])
                & (abs(dx * fy - dy * fx) < wide * down[t] + high * across[t])
            )
            found += costs[t] * meets
        if found > most:
            break
    return found
