"""Kinship as in a genogram: level between a couple, a bracket above siblings, square down to children.

Between two homes the same lines run through the free lanes between homes: a child's line comes from between
its parents where they are a couple, down, across and to its head; a couple's runs from side to side.
"""

from collections.abc import Iterator
from itertools import product

from layouts.individual.anchors import Anchors, anchors
from layouts.individual.boxes import Point
from layouts.individual.lanes import bracket, couples_way, descent
from layouts.individual.scene import Scene

RISES = (2.4, 3.6, 5.0)
"""How far above a head a square line runs, in mm."""
BESIDE = (1.6, 3.0, 4.5)
"""How far beside a figure and its label a line runs down, in mm."""
ASIDE = 1.5
"""How far beside the line of their own children that of a child a couple takes in runs, in mm."""
ROUND = 1.4
Way = tuple[Point, ...]
Turn = tuple[Point, float]


def elbows(scene: Scene, kind: str, a: str, b: str, joint: str | None) -> Iterator[Way]:
    """Yield polylines from `a` to `b` to try, the best first. `joint`: the other parent of the child `b`."""
    if a not in scene.stands or b not in scene.stands:
        return
    one, two = anchors(scene, a), anchors(scene, b)
    apart = scene.above[a][:1] != scene.above[b][:1]
    if kind in ("filiation", "foster"):
        other = anchors(scene, joint) if joint in scene.stands and joint else None
        aside = ASIDE if kind == "foster" else 0.0
        between = _between(one, other, aside) if other else []
        yield from _descents(one, two, between, aside)
        if apart:
            starts = [*between, *_beside(one, aside, BESIDE[:2])]
            yield from descent(scene, a, b, starts, two.crown(aside))
    elif kind == "siblings":
        yield from _brackets(one, two)
        if apart:
            yield from bracket(scene, a, b, one.crown(), two.crown())
    else:
        side = "couple" if kind == "couple" else "other"
        yield from _level(one, two, side)
        if apart:
            yield from couples_way(scene, a, b, one.sides(side), two.sides(side))
        elif kind == "couple":
            yield from _brackets(one, two)


def _level(a: Anchors, b: Anchors, side: str) -> Iterator[Way]:
    """The straight line between two figures that stand level."""
    if a.level_with(b):
        left, right = (a, b) if a.shape.x < b.shape.x else (b, a)
        way = (left.sides(side)[1], right.sides(side)[0])
        yield way if left is a else way[::-1]


def _brackets(a: Anchors, b: Anchors) -> Iterator[Way]:
    (ax, ay), (bx, by) = a.crown(), b.crown()
    for rise in RISES:
        y = min(ay, by) - rise
        yield (ax, ay), (ax, y), (bx, y), (bx, by)


def _between(parent: Anchors, other: Anchors, aside: float) -> list[Turn]:
    """Where a child's line leaves a parent towards the other, who stands level, and where it turns down."""
    if not parent.level_with(other):
        return []
    right = other.shape.x > parent.shape.x
    inner, outer = parent.sides("couple")[right], other.sides("couple")[not right]
    return [(inner, (inner[0] + outer[0]) / 2 + aside)]


def _beside(parent: Anchors, aside: float, beside: tuple[float, ...]) -> list[Turn]:
    """Where a child's line leaves one parent alone, on either side, and where it turns down."""
    words, found = parent.stand.words, []
    for side, edge, out in zip(parent.sides("parent"), (words.x, words.right), (-1.0, 1.0), strict=True):
        beyond = max(edge * out, side[0] * out) * out
        found += [(side, beyond + out * (far + aside)) for far in beside]
    return found


def _descents(parent: Anchors, child: Anchors, between: list[Turn], aside: float) -> Iterator[Way]:
    """Lines that leave a parent sideways, run down, and come to the child's head from above."""
    end = child.crown(aside)
    straight = [
        (side, end[0]) for side, out in zip(parent.sides("parent"), (-1.0, 1.0), strict=True)
        if (end[0] - side[0]) * out > 0.8
    ]  # fmt: skip
    turns = sorted(_beside(parent, aside, BESIDE), key=lambda turn: abs(turn[0][0] - end[0]))
    for (start, x), rise in product([*between, *straight, *turns], RISES):
        y = end[1] - rise
        if y < start[1]:
            continue
        if abs(x - end[0]) < 0.3:
            yield start, (end[0], start[1]), end
        else:
            yield start, (x, start[1]), (x, y), (end[0], y), end
