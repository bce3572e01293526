"""The free slot of a newcomer among placed things, the outlines around it drawn anew for each one tried.

Only the newcomer and the outlines it stands in change from one slot to the next; all else stays as it is.
"""

from math import floor, hypot
from typing import NamedTuple

import numpy as np

from layouts.compiled import compiled
from layouts.individual.model import Bools, Floats, Ints

FIRST_RING = 6
"""So many slots around the goal are looked at first, to each side; then twice as many, and so on."""
NEAR = 3.0
"""A foreign outline nearer than this, in mm, leaves a slot taken."""


class Things(NamedTuple):
    """What stands on the sheet, in numbers: figures (0 to f-1), then containers (f to n-1).

    `parent` (n): the number of what each stands in, or -1. `words` (f, 2): width and height of the label as
    it is seen, (0, -1) without one. Of containers, by number less f: `building`; `labels` (c, k, 2), the size
    of the label by steps of content's width; `inner_first`, in which each comes before what holds it.
    `lengths`: see `things.py`. `area`: left, top, right, bottom. `xs`, `ys`: the slots. Changed as things
    are seated: `boxes` (n, 4: left, top, right, bottom) and `seated` (n).
    """

    parent: Ints
    words: Floats
    building: Bools
    labels: Floats
    inner_first: Ints
    lengths: Floats
    area: Floats
    xs: Floats
    ys: Floats
    boxes: Floats
    seated: Bools


@compiled
def stand(things: Things, figure: int, x: float, y: float, box: Floats) -> None:
    """Write the box of a figure and its label, the figure centred on (x, y) (`plots.stand_at`)."""
    wide, high, gap, ink = things.lengths[0], things.lengths[1], things.lengths[2], things.lengths[3]
    label_w, label_h = things.words[figure, 0], things.words[figure, 1]
    left, top = x - wide / 2, y - high / 2
    box[0], box[1] = left - ink, top - ink
    box[2], box[3] = left - ink + (wide + 2 * ink), top - ink + (high + 2 * ink)
    if label_h >= 0.0:
        box[0], box[2] = min(box[0], x - label_w / 2), max(box[2], x + label_w / 2)
        box[3] = max(box[3], top + high + gap + label_h)


@compiled
def wall(things: Things, container: int, content: Floats, filled: bool, box: Floats) -> None:
    """Write the outline around `content` (`plots.walls_around`); not `filled`: the content is a point."""
    lengths = things.lengths
    padding, widest, least, step = lengths[4], lengths[5], lengths[6], lengths[7]
    building, wide = things.building[container], content[2] - content[0]
    at = int(floor((max(wide, widest) + 1e-6) / step) - floor((widest + 1e-6) / step))
    at = min(at, things.labels.shape[1] - 1)
    label_w, label_h = things.labels[container, at, 0], things.labels[container, at, 1]
    width = max(wide, label_w, least) + 2 * (padding + (lengths[8] if building else 0.0))
    roof = max(lengths[9], min(lengths[10], lengths[11] * width))
    down = (roof + 1.2 if building else 2.2) + label_h + (0.62 * padding if filled else 0.0)
    high = content[3] - content[1]
    height = down + high + (padding * 0.8 if filled else 2.4)
    box[0], box[1] = content[0] + wide / 2 - width / 2, content[1] - down
    box[2], box[3] = box[0] + width, box[1] + height


@compiled
def empty_wall(things: Things, container: int, x: float, y: float, box: Floats) -> None:
    """Write the outline of a container that holds nothing, centred on (x, y)."""
    box[0], box[1], box[2], box[3] = x, y, x, y
    wall(things, container, box, False, box)
    lower = y - (box[1] + box[3]) / 2
    box[1], box[3] = box[1] + lower, box[3] + lower


@compiled
def content_of(things: Things, thing: int, besides: int, content: Floats) -> bool:
    """Write what a container holds, `besides` left out; whether it holds anything."""
    content[0], content[1], content[2], content[3] = 1e18, 1e18, -1e18, -1e18
    for other in range(len(things.parent)):
        if things.parent[other] == thing and other != besides and things.seated[other]:
            _widen(content, things.boxes[other])
    return bool(content[0] < 1e18)


@compiled
def seat(things: Things, numbers: Ints, centres: Floats) -> None:
    """Give figures and empty containers their places (k, 2), and draw all outlines around what they hold."""
    content, figures = things.area.copy(), len(things.words)
    for k in range(len(numbers)):
        thing, x, y = numbers[k], centres[k, 0], centres[k, 1]
        if thing < figures:
            stand(things, thing, x, y, things.boxes[thing])
        else:
            empty_wall(things, thing - figures, x, y, things.boxes[thing])
        things.seated[thing] = True
    for container in things.inner_first:
        thing = figures + container
        if content_of(things, thing, -1, content):
            wall(things, container, content, True, things.boxes[thing])
            things.seated[thing] = True


@compiled
def nearest_slot(things: Things, newcomer: int, goal_x: float, goal_y: float, tight: bool) -> int:
    """Return the free slot nearest to the goal (row times columns plus column), -1 when there is none.

    The upper and then the left one of two at one distance, to a thousandth of a mm. `tight`: only the
    newcomer's own box is looked at; outlines around it may meet others.
    """
    columns, rows = len(things.xs), len(things.ys)
    if columns == 0 or rows == 0:
        return -1
    chain, bases, allowed = around_newcomer(things, newcomer)
    if tight:
        allowed[1:] = True
    column_at, row_at = _nearest(things.xs, goal_x), _nearest(things.ys, goal_y)
    reach = FIRST_RING
    while True:
        left, right = max(0, column_at - reach), min(columns, column_at + reach + 1)
        upper, lower = max(0, row_at - reach), min(rows, row_at + reach + 1)
        best, chosen = 1e18, -1
        for row in range(upper, lower):
            for column in range(left, right):
                x, y = things.xs[column], things.ys[row]
                far = floor(hypot(x - goal_x, y - goal_y) * 1000.0 + 0.5)
                if far < best and is_free(things, newcomer, x, y, chain, bases, allowed):
                    best, chosen = far, row * columns + column
        # Whatever lies outside of what was looked at is farther than this.
        if best < (reach - 1) * things.lengths[13] * 1000.0:
            return chosen
        if left == 0 and upper == 0 and right == columns and lower == rows:
            return chosen
        reach *= 2


@compiled
def spot_within(things: Things, newcomer: int, x: float, y: float) -> tuple[float, float, bool]:
    """Return where a figure stands so that the outline around it is centred on (x, y), and if it may."""
    box = np.empty(4)
    stand(things, newcomer, x, y, box)
    wall(things, things.parent[newcomer] - len(things.words), box, True, box)
    there_x = round(2 * x - (box[0] + box[2]) / 2, 2)
    there_y = round(2 * y - (box[1] + box[3]) / 2, 2)
    free = is_free(things, newcomer, there_x, there_y, *around_newcomer(things, newcomer))
    return there_x, there_y, free


@compiled
def _nearest(slots: Floats, goal: float) -> int:
    best = 0
    for k in range(1, len(slots)):
        if abs(slots[k] - goal) < abs(slots[best] - goal):
            best = k
    return best


@compiled
def around_newcomer(things: Things, newcomer: int) -> tuple[Ints, Floats, Bools]:
    """Return what the newcomer stands in, what else is in each of those, and what each may meet.

    `chain` (k): the nearest first; `bases` (k, 4); `allowed` (k + 1, n): the newcomer's own row, then those
    of the chain: what it holds or is held by, and what it met before.
    """
    count, figures = len(things.parent), len(things.words)
    depth, above = 0, things.parent[newcomer]
    while above >= 0:
        depth, above = depth + 1, things.parent[above]
    chain, bases = np.empty(depth, dtype=np.int64), np.empty((depth, 4))
    allowed = np.zeros((depth + 1, count), dtype=np.bool_)
    below, above = newcomer, things.parent[newcomer]
    for k in range(depth):
        chain[k] = above
        content_of(things, above, below, bases[k])
        below, above = above, things.parent[above]
    for other in range(count):
        allowed[0, other] = not things.seated[other] or (other >= figures and _holds(things, other, newcomer))
        for k in range(depth):
            box = things.boxes[chain[k]]
            kin = _holds(things, chain[k], other) or _holds(things, other, chain[k])
            met = things.seated[chain[k]] and _meets(box, things.boxes[other], NEAR)
            allowed[k + 1, other] = not things.seated[other] or kin or met
    return chain, bases, allowed


@compiled
def is_free(
    things: Things, newcomer: int, x: float, y: float, chain: Ints, bases: Floats, allowed: Bools
) -> bool:
    """Whether a newcomer may stand at (x, y): all on the sheet, and nothing meets what it may not."""
    figures, count, gap = len(things.words), len(things.parent), things.lengths[12]
    box = np.empty(4)
    if newcomer < figures:
        stand(things, newcomer, x, y, box)
    else:
        empty_wall(things, newcomer - figures, x, y, box)
        gap = max(gap, NEAR)
    if not _inside(box, things.area):
        return False
    for other in range(count):
        if not allowed[0, other] and _meets(box, things.boxes[other], gap if other < figures else NEAR):
            return False
    content = np.empty(4)
    for k in range(len(chain)):
        content[:] = bases[k]
        _widen(content, box)
        wall(things, chain[k] - figures, content, True, box)
        if not _inside(box, things.area):
            return False
        for other in range(count):
            if not allowed[k + 1, other] and _meets(box, things.boxes[other], NEAR):
                return False
    return True


@compiled
def _holds(things: Things, container: int, thing: int) -> bool:
    while thing >= 0 and thing != container:
        thing = things.parent[thing]
    return bool(thing >= 0)


@compiled
def _widen(content: Floats, box: Floats) -> None:
    content[0], content[1] = min(content[0], box[0]), min(content[1], box[1])
    content[2], content[3] = max(content[2], box[2]), max(content[3], box[3])


@compiled
def _meets(one: Floats, two: Floats, margin: float) -> bool:
    beside = one[0] >= two[2] + margin or two[0] >= one[2] + margin
    return not (beside or one[1] >= two[3] + margin or two[1] >= one[3] + margin)


@compiled
def _inside(box: Floats, area: Floats) -> bool:
    return bool(area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3])
