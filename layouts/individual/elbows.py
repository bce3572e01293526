"""Kinship as in a genogram: level between a couple, a bracket above siblings, square down to children.

Between two homes the same lines run through the free lanes between homes: a child's line comes from between
its parents where they are a couple, down, across and to its head; a couple's runs from side to side.
"""

from collections.abc import Iterator
from itertools import product

from layouts.individual.boxes import Box, Point
from layouts.individual.lanes import couples_way, descent
from layouts.individual.plots import Stand
from layouts.individual.scene import Scene

COUPLE, PARENT, OTHER = 0.74, 0.86, 0.6
"""Where a line leaves the side of a figure, in heights of it: each kind its own."""
RISES = (2.4, 3.6, 5.0)
"""How far above a head a square line runs, in mm."""
ASIDE = 1.5
"""How far beside the line of their own children that of a child a couple takes in runs, in mm."""
RIM = 0.36
"""How far above the middle of the ink of a head a line ends, in mm: their edges touch."""
ROUND = 1.4
Way = tuple[Point, ...]


def elbows(scene: Scene, kind: str, a: str, b: str, joint: str | None) -> Iterator[Way]:
    """Yield polylines from `a` to `b` to try, the best first. `joint`: the other parent of the child `b`."""
    if a not in scene.stands or b not in scene.stands:
        return
    one, two = scene.stands[a], scene.stands[b]
    apart = scene.above[a][:1] != scene.above[b][:1]
    if kind in ("filiation", "foster"):
        other = scene.stands.get(joint) if joint else None
        aside = ASIDE if kind == "foster" else 0.0
        yield from _descents(one, two, other, aside)
        if apart:
            yield from descent(scene, a, b, _starts(one, other, aside), _crown(two.shape, aside))
    elif kind == "siblings":
        yield from _brackets(one.shape, two.shape)
    else:
        height = COUPLE if kind == "couple" else OTHER
        yield from _level(one.shape, two.shape, height)
        if apart:
            yield from couples_way(scene, a, b, _sides(one.shape, height), _sides(two.shape, height))
        elif kind == "couple":
            yield from _brackets(one.shape, two.shape)


def _sides(shape: Box, height: float) -> tuple[Point, Point]:
    y = shape.y + height * shape.h
    inset = (0.005, 0.022)[height < 0.7] * shape.h
    return (shape.x + inset, y), (shape.right - inset, y)


def _crown(shape: Box, aside: float = 0.0) -> Point:
    return shape.x + shape.w / 2 + aside / 2, shape.y + 0.02 * shape.h - RIM


def _level(a: Box, b: Box, height: float) -> Iterator[Way]:
    """The straight line between two figures that stand level."""
    if abs(a.y - b.y) < 0.35 * a.h:
        left, right = (a, b) if a.x < b.x else (b, a)
        way = (_sides(left, height)[1], _sides(right, height)[0])
        yield way if a.x < b.x else way[::-1]


def _brackets(a: Box, b: Box) -> Iterator[Way]:
    for rise in RISES:
        (ax, ay), (bx, by) = _crown(a), _crown(b)
        y = min(ay, by) - rise
        yield (ax, ay), (ax, y), (bx, y), (bx, by)


def _starts(parent: Stand, other: Stand | None, aside: float) -> list[tuple[Point, float]]:
    """Where a child's line leaves a parent, and at which x it turns down: between a couple first."""
    found: list[tuple[Point, float]] = []
    left, right = _sides(parent.shape, COUPLE)
    if other is not None and abs(other.shape.y - parent.shape.y) < 0.35 * parent.shape.h:
        inner = (left, right)[other.shape.x > parent.shape.x]
        outer = _sides(other.shape, COUPLE)[other.shape.x < parent.shape.x]
        found.append((inner, (inner[0] + outer[0]) / 2 + aside))
    for side, edge, out in zip(
        _sides(parent.shape, PARENT), (parent.words.x, parent.words.right), (-1.0, 1.0), strict=True
    ):
        beyond = min(edge, side[0]) if out < 0 else max(edge, side[0])
        found += [(side, beyond + out * (far + aside)) for far in (1.6, 3.0)]
    return found


def _descents(parent: Stand, child: Stand, other: Stand | None, aside: float) -> Iterator[Way]:
    """Lines that leave a parent sideways, run down, and come to the child's head from above."""
    end = _crown(child.shape, aside)
    downs: list[tuple[Point, float]] = []
    left, right = _sides(parent.shape, COUPLE)
    if other is not None and abs(other.shape.y - parent.shape.y) < 0.35 * parent.shape.h:
        inner = (left, right)[other.shape.x > parent.shape.x]
        outer = _sides(other.shape, COUPLE)[other.shape.x < parent.shape.x]
        downs.append((inner, (inner[0] + outer[0]) / 2 + aside))
    left, right = _sides(parent.shape, PARENT)
    near = sorted((left, right), key=lambda side: abs(side[0] - end[0]))
    for side in near:
        out = -1.0 if side == left else 1.0
        if (end[0] - side[0]) * out > 0.8:
            downs.append((side, end[0]))
        for far in (1.6, 3.0, 4.5):
            edge = parent.words.x if side == left else parent.words.right
            beyond = min(edge, side[0]) if side == left else max(edge, side[0])
            downs.append((side, beyond + out * far))
    for (start, x), rise in product(downs, RISES):
        y = end[1] - rise
        if y < start[1]:
            continue
        if abs(x - end[0]) < 0.3:
            yield start, (end[0], start[1]), end
        else:
            yield start, (x, start[1]), (x, y), (end[0], y), end
