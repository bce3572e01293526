"""What must never be on a sheet, measured from the sheet itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from colour_codes.activation_code import pen_of_activation
from colour_codes.sides import Side
from layouts.individual.boxes import Box, Point
from layouts.individual.crossings import entered
from layouts.individual.model import Bools, Floats
from layouts.individual.sheet_reading import (
    FIGURES,
    Drawn,
    DrawnLine,
    DrawnNode,
    drawn,
    enclosing,
    middle_of,
)
from layouts.individual.sizes import SMALLEST_TEXT
from layouts.sheet import Sheet

SLACK = 0.05
"""Boxes may come this near, in mm, before they count as overlapping: coordinates are rounded to 0.01."""
DEEP = 1.6
"""An arrow may come this far inside the outline of its own end, in mm."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `code`, and the ids it concerns. `hard` faults must never happen."""

    code: str
    ids: tuple[str, ...]
    hard: bool = True


def check_sheet(sheet: Sheet) -> list[Fault]:
    """Return all faults of a sheet, the hard ones first; an empty list for a good one."""
    found = drawn(sheet)
    paper = Box(0.0, 0.0, sheet.width, sheet.height)
    checks = (_frame(sheet, found), _boxes(found, paper), _overlaps(found), _arrows(found), _links(found))
    faults = [fault for check in (*checks, _heads(found), _badges(found), _sides(found)) for fault in check]
    return sorted(faults, key=lambda fault: not fault.hard)


def _frame(sheet: Sheet, found: Drawn) -> Iterator[Fault]:
    if "legend" not in found.kinds:
        yield Fault("no legend", ())
    if not dict(sheet.data).get("date"):
        yield Fault("no date", ())
    if found.sizes and min(found.sizes) < SMALLEST_TEXT:
        yield Fault("small text", (str(min(found.sizes)),))


def _boxes(found: Drawn, paper: Box) -> Iterator[Fault]:
    for node in found.nodes.values():
        if not node.box.grown(0.3).holds(node.ink):
            yield Fault("ink outside its box", (node.id,))
        if not paper.holds(node.box):
            yield Fault("outside the paper", (node.id,))
        if node.parent and node.parent not in found.nodes:
            yield Fault("container not drawn", (node.id, node.parent))
        elif node.parent and not found.nodes[node.parent].box.holds(node.box):
            yield Fault("member outside its container", (node.id, node.parent))


def _overlaps(found: Drawn) -> Iterator[Fault]:
    for a, b in combinations(found.nodes.values(), 2):
        held = a.id in enclosing(found, b.id) or b.id in enclosing(found, a.id)
        if not held and a.box.overlaps(b.box, -SLACK):
            yield Fault("boxes overlap", (a.id, b.id))
        if held and any(
            word.overlaps(inner.box, -SLACK)
            for outer, inner in ((a, b), (b, a))
            if outer.id in enclosing(found, inner.id)
            for word in outer.texts
        ):
            yield Fault("label under a member", (a.id, b.id))


def _arrows(found: Drawn) -> Iterator[Fault]:
    for line in found.lines:
        if line.kind != "activation":
            continue
        if line.tail not in found.nodes or line.head not in found.nodes:
            yield Fault("arrow without end", (line.id,))
            continue
        tail, head = found.nodes[line.tail], found.nodes[line.head]
        if line.pen != pen_of_activation(activator=Side(tail.side), activated=Side(head.side)).value:
            yield Fault("wrong pen", (line.id,))
        yield from _through(found, line)
        for point, node in ((line.flat[0], tail), (line.tip, head)):
            if point is not None and _from_outline(node, (float(point[0]), float(point[1]))) > 0.6:
                yield Fault("arrow ends in the air", (line.id, node.id))


def _through(found: Drawn, line: DrawnLine) -> Iterator[Fault]:
    """Foreign boxes and labels a line runs through, and its own ends."""
    foreign, struck = passed(found, line.tail, line.head, line.whole)
    yield from (Fault(f"{line.kind} through a box", (line.id, id_)) for id_ in foreign)
    yield from (Fault(f"{line.kind} through a label", (line.id, id_)) for id_ in struck)
    for id_ in dict.fromkeys((line.tail, line.head)):
        node = found.nodes[id_]
        if node.kind in FIGURES and id_ not in struck:
            body = node.shape[-1] if len(node.shape) < 3 else node.shape[1]
            if _deep_inside(line.whole, body):
                yield Fault(f"{line.kind} through its own end", (line.id, id_))


def passed(found: Drawn, tail: str, head: str, points: Floats) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the foreign things a line from `tail` to `head` runs through, and those whose label it strikes.

    A line may enter its own ends and the containers around them, but not their labels.
    """
    nodes = list(found.nodes.values())
    open_ = {id_ for end in (tail, head) for id_ in (end, *enclosing(found, end))}
    hits = entered(points, _shrunk(node.box for node in nodes))
    foreign = tuple(node.id for node, hit in zip(nodes, hits, strict=True) if hit and node.id not in open_)
    own = [node for node in nodes if node.id in open_]
    return foreign, tuple(node.id for node in own if entered(points, _shrunk(node.texts)).any())


def _shrunk(boxes: Iterable[Box]) -> list[Box]:
    return [box.grown(-SLACK) for box in boxes]


def _deep_inside(flat: Floats, outline: Floats) -> bool:
    """Whether a line comes more than DEEP mm inside a closed outline (crossings of a ray to the right)."""
    low, high = outline.min(axis=0) + DEEP, outline.max(axis=0) - DEEP
    near = flat[((flat > low) & (flat < high)).all(axis=1)]
    if not len(near):
        return False
    a, b = outline, np.roll(outline, -1, axis=0)
    x, y = near[:, :1], near[:, 1:]
    spans = (a[None, :, 1] > y) != (b[None, :, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[None, :, 0] + (y - a[None, :, 1]) / (b - a)[None, :, 1] * (b - a)[None, :, 0]
    inside = (spans & (at > x)).sum(axis=1) % 2 == 1
    far = np.hypot(x - a[None, :, 0], y - a[None, :, 1]).min(axis=1)
    return bool((inside & (far > DEEP)).any())


def _from_outline(node: DrawnNode, point: Point) -> float:
    return min(float(np.hypot(*(shape - point).T).min()) for shape in node.shape)


def _links(found: Drawn) -> Iterator[Fault]:
    for line in found.lines:
        if line.kind != "activation":
            if line.tail not in found.nodes or line.head not in found.nodes:
                yield Fault("link without end", (line.id,))
                continue
            yield from _through(found, line)
            for text in line.texts:
                for node in found.nodes.values():
                    if node.kind in FIGURES and node.box.overlaps(text, -SLACK):
                        yield Fault("date over a box", (line.id, node.id))


def _heads(found: Drawn) -> Iterator[Fault]:
    arrows = [line for line in found.lines if line.tip]
    for a, b in combinations(arrows, 2):
        assert a.tip is not None
        assert b.tip is not None
        if a.head == b.head and np.hypot(a.tip[0] - b.tip[0], a.tip[1] - b.tip[1]) < 1.2:
            yield Fault("heads coincide", (a.id, b.id), hard=False)


def _badges(found: Drawn) -> Iterator[Fault]:
    badged = [(line, line.badge) for line in found.lines if line.badge]
    boxes = _shrunk(badge for _, badge in badged)
    on_wall = {node.id: _on_a_wall(node, boxes) for node in found.nodes.values() if node.kind not in FIGURES}
    on_line = {line.id: entered(line.flat, boxes) for line in found.lines}
    for rank, (line, badge) in enumerate(badged):
        for node in found.nodes.values():
            if any(badge.overlaps(words, -SLACK) for words in node.texts):
                yield Fault("badge on a label", (line.id, node.id), hard=False)
            elif node.kind in FIGURES and badge.overlaps(node.box, -SLACK):
                code = "badge in its own box" if node.id == line.tail else "badge on a box"
                yield Fault(code, (line.id, node.id), hard=False)
            elif node.id in on_wall and on_wall[node.id][rank]:
                yield Fault("badge on a wall", (line.id, node.id), hard=False)
        for other in found.lines:
            if other.id != line.id and on_line[other.id][rank]:
                yield Fault("badge on a line", (line.id, other.id), hard=False)
    for (a, one), (b, two) in combinations(badged, 2):
        if one.overlaps(two):
            yield Fault("badges overlap", (a.id, b.id), hard=False)


def _on_a_wall(node: DrawnNode, badges: Sequence[Box]) -> Bools:
    """Return which badges lie on a drawn edge of a container."""
    found: Bools = np.any([entered(shape, badges) for shape in node.shape], axis=0)
    return found


def _sides(found: Drawn) -> Iterator[Fault]:
    """There and back on opposite sides: each arrow keeps to its own left of the other."""
    arrows = [line for line in found.lines if line.kind == "activation"]
    for a, b in combinations(arrows, 2):
        if (a.tail, a.head) == (b.head, b.tail) and _bow(a, found) + _bow(b, found) < 0.2:
            yield Fault("there and back on one side", (a.id, b.id), hard=False)


def _bow(line: DrawnLine, found: Drawn) -> float:
    """Return how far a line bows to its own left of the way between its ends, on average, in mm."""
    a, b = (np.array(middle_of(found.nodes[end])) for end in (line.tail, line.head))
    along = (b - a) / max(1e-6, float(np.hypot(*(b - a))))
    return float(((line.flat[:, 0] - a[0]) * along[1] - (line.flat[:, 1] - a[1]) * along[0]).mean())
