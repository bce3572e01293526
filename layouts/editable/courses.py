"""Which connector stands for each line of a sheet, where it is glued, and where its badge stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import atan2, degrees

import numpy as np

from layouts.editable.line_groups import LineGroup, line_groups
from layouts.editable.obstacles import Node, crowding, nodes_of, toll
from layouts.editable.preset_curves import STRAIGHT, Floats, PresetCurve, evenly, preset_curves
from layouts.editable.slide_shapes import Point, Site
from layouts.individual.boxes import Box
from layouts.sheet import Sheet

_SAMPLES = 41
_NEAREST = 11
"""So many ports of each end, the nearest to the other end, are tried for a straight connector."""
_DOZEN = 12
_FREE = 2.5
"""A connector that costs no more is as good as the drawn line."""
_BENT, _LESS_COMMON = 1.0, 6.0
"""What a bend costs, in mm away from the drawn line; and one that not every program draws alike."""


@dataclass(frozen=True, slots=True)
class Course:
    """A line of the sheet as a connector, and the node and site at each of its ends (None: no such node)."""

    line: LineGroup
    curve: PresetCurve
    tail: tuple[str, int] | None
    head: tuple[str, int] | None


@dataclass(slots=True)
class Courses:
    """All courses of a sheet by their place in the paint order, and the sites they use on each node."""

    nodes: dict[str, Node]
    by_place: dict[int, Course] = field(default_factory=dict)
    sites: dict[str, list[Site]] = field(default_factory=dict)


def courses_of(sheet: Sheet) -> Courses:
    """Return the courses of all lines of a sheet, chosen one after the other, the short ones first."""
    made = Courses(nodes_of(sheet))
    laid: list[Floats] = []
    lines = sorted(line_groups(sheet), key=lambda row: (row[1].tip != "none", _length(row[1].line), row[0]))
    for place, line in lines:
        curve = _chosen(line, made.nodes, laid)
        points = curve.points()
        laid.append(evenly(points, _SAMPLES))
        tail = _glued(made, line.tail, points[0], points[1] - points[0])
        head = _glued(made, line.head, points[-1], points[-2] - points[-1])
        made.by_place[place] = Course(line, curve, tail, head)
    return made


def _chosen(line: LineGroup, nodes: dict[str, Node], laid: Sequence[Floats]) -> PresetCurve:
    """Return the connector nearest to the drawn line and off words, figures, buildings and other lines.

    Where none between the drawn ends runs free, straight ones between other places of the outlines are tried.
    """
    curves = list(preset_curves(line.line, line.family))
    tail, head = nodes.get(line.tail), nodes.get(line.head)
    curves, costs = _cheapest(line, curves, tail, head, nodes)
    if costs[0] > _FREE and tail is not None and head is not None and line.family == "curved":
        starts, ends = _facing(tail.ports, head.box), _facing(head.ports, tail.box)
        curves += [PresetCurve(STRAIGHT, start, end) for start in starts for end in ends]
        curves, costs = _cheapest(line, curves, tail, head, nodes)
    costs = costs + crowding(np.stack([evenly(curve.points(), _SAMPLES) for curve in curves]), laid)
    return curves[int(np.argmin(np.round(costs, 4)))]


def _cheapest(
    line: LineGroup, curves: list[PresetCurve], tail: Node | None, head: Node | None, nodes: dict[str, Node]
) -> tuple[list[PresetCurve], Floats]:
    """Return the dozen curves that cost least, and what: how far they stray, what they run through."""
    lines = np.stack([evenly(curve.points(), _SAMPLES) for curve in curves])
    away = np.hypot(*(lines - evenly(line.line, _SAMPLES)).transpose(2, 0, 1)).mean(axis=1)
    odd = np.array([_oddness(curve) for curve in curves])
    costs = np.round(away + odd + toll(lines, tail, head, nodes.values()), 4)
    best = np.argsort(costs, kind="stable")[:_DOZEN]
    return [curves[i] for i in best], costs[best]


def _oddness(curve: PresetCurve) -> float:
    if curve.preset == STRAIGHT:
        return 0.0
    return _BENT if curve.common else _BENT + _LESS_COMMON


def _facing(ports: Floats, box: Box) -> list[Point]:
    """Return the ports nearest to the middle of a box, as points to the hundredth."""
    far = np.hypot(*(ports - np.array(box.centre)).T)
    nearest = np.argsort(np.round(far, 3), kind="stable")[:_NEAREST]
    return [(round(float(ports[i, 0]), 2), round(float(ports[i, 1]), 2)) for i in nearest]


def _glued(made: Courses, node: str, at: Floats, outward: Floats) -> tuple[str, int] | None:
    """Return the node and the number of a site of its own for one end of a line."""
    if node not in made.nodes:
        return None
    sites = made.sites.setdefault(node, [])
    turn = degrees(atan2(float(outward[1]), float(outward[0])))
    sites.append(Site((float(at[0]), float(at[1])), round(turn / 90) % 4 * 90))
    return node, len(sites) - 1


def _length(line: Floats) -> float:
    return round(float(np.hypot(*np.diff(line, axis=0).T).sum()), 3)


def spot_on(curve: PresetCurve, wished: Point, size: Point, taken: Sequence[Box]) -> Point:
    """Return where on the curve a badge stands: near where it was drawn, off what is taken, off the head."""
    points = evenly(curve.points(), 61)[4:-10]

    def price(at: Floats) -> float:
        box = Box(float(at[0]) - size[0] / 2, float(at[1]) - size[1] / 2, *size)
        hits = sum(box.overlaps(other, 0.2) for other in taken)
        return round(float(np.hypot(*(at - np.array(wished)))) + 12.0 * hits, 4)

    best = min(points, key=price)
    return float(best[0]), float(best[1])
