"""What a peer is given: the boxes of our own finished sheet, who stands in what, and every line.

All peers get the same boxes (figure with label, in mm), the same containment and the same lines, and as much
paper as they like, which we do not have. They return centres; the lines are straight.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from layouts.individual.boxes import Box
from layouts.individual.sheet_reading import CONTAINERS, Drawn, DrawnLine, DrawnNode

GAP = 5.0
"""The least space between two boxes, in mm: no more than our own sheets leave."""

Centre = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline to draw around members: room in mm beside, above and below them, and its least width."""

    side: float
    above: float
    below: float
    width: float


@dataclass(frozen=True, slots=True)
class Task:
    """One case for all peers. `sizes`: width and height of figures and of empty containers, in mm.

    `parents[x]`: the container x stands in. `lines`: the two ends of each line, arrows and kinship alike.
    """

    ours: Drawn
    sizes: Mapping[str, tuple[float, float]]
    outlines: Mapping[str, Outline]
    parents: Mapping[str, str]
    lines: tuple[tuple[str, str], ...]

    def members(self, container: str) -> list[str]:
        return [id_ for id_ in self.ours.nodes if self.parents.get(id_) == container]

    def inner_first(self) -> list[str]:
        return sorted(self.outlines, key=lambda id_: -len(self.chain(id_)))

    def chain(self, id_: str) -> list[str]:
        found: list[str] = []
        while (above := self.parents.get(found[-1] if found else id_)) is not None:
            found.append(above)
        return found


def task_of(ours: Drawn) -> Task:
    """Return the task behind one of our own sheets."""
    parents = {n.id: n.parent for n in ours.nodes.values() if n.parent in ours.nodes and n.parent}
    held = set(parents.values())
    sizes = {
        n.id: (n.box.w, n.box.h) for n in ours.nodes.values() if n.kind not in CONTAINERS or n.id not in held
    }
    outlines = {id_: _outline(ours, ours.nodes[id_]) for id_ in ours.nodes if id_ in held}
    ends = [(line.tail, line.head) for line in ours.lines]
    lines = tuple((a, b) for a, b in ends if a != b and a in ours.nodes and b in ours.nodes)
    return Task(ours, sizes, outlines, parents, lines)


def _outline(ours: Drawn, wall: DrawnNode) -> Outline:
    """Return the room our own sheet leaves around members, at most 8 mm at the sides and below."""
    inside = [node.box for node in ours.nodes.values() if node.parent == wall.id]
    label = max((text.bottom for text in wall.texts), default=wall.box.y)
    wide = max((text.w for text in wall.texts), default=0.0)
    side = min(8.0, *(box.x - wall.box.x for box in inside), *(wall.box.right - box.right for box in inside))
    below = min(8.0, *(wall.box.bottom - box.bottom for box in inside))
    above = min(min(box.y for box in inside), label + 3.0) - wall.box.y
    return Outline(max(side, 1.0), max(above, label - wall.box.y), max(below, 1.0), wide + 2 * max(side, 1.0))


def drawing(task: Task, boxes: Mapping[str, Box]) -> Drawn:
    """Return the peer's drawing as our measure reads it: the same shapes and labels moved, straight lines."""
    found = Drawn(sizes=list(task.ours.sizes))
    for id_, node in task.ours.nodes.items():
        found.nodes[id_] = _moved(node, boxes[id_])
    for line in task.ours.lines:
        if line.tail in found.nodes and line.head in found.nodes and line.tail != line.head:
            ends = between(boxes[line.tail], boxes[line.head])
            found.lines.append(DrawnLine(line.id, line.kind, line.tail, line.head, line.pen, ends))
    return found


def _moved(node: DrawnNode, box: Box) -> DrawnNode:
    dx, dy = box.x - node.box.x, box.y - node.box.y
    if node.kind in CONTAINERS:
        corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
        shape: tuple[np.ndarray[tuple[int, int], np.dtype[np.float64]], ...] = (np.array(corners),)
        wide = around_x(node)
        dx = box.x + (box.w - wide[1]) / 2 - wide[0] if node.kind == "institution" else dx
    else:
        shape = tuple(part + np.array([dx, dy]) for part in node.shape)
    texts = tuple(text.moved(dx, dy) for text in node.texts)
    return DrawnNode(node.id, node.kind, node.parent, node.side, box, box, shape, texts)


def around_x(node: DrawnNode) -> tuple[float, float]:
    """Return left and width of a node's label."""
    if not node.texts:
        return node.box.x, 0.0
    left = min(text.x for text in node.texts)
    return left, max(text.right for text in node.texts) - left


def between(a: Box, b: Box) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Return the straight line between the borders of two boxes, aimed from middle to middle."""
    return np.array([_border(a, b.centre, a.centre), _border(b, a.centre, b.centre)])


def _border(box: Box, toward: Centre, centre: Centre) -> Centre:
    dx, dy = toward[0] - centre[0], toward[1] - centre[1]
    if abs(dx) < 1e-9 and abs(dy) < 1e-9:
        return centre
    across = box.w / 2 / abs(dx) if dx else np.inf
    down = box.h / 2 / abs(dy) if dy else np.inf
    t = float(min(across, down))
    return centre[0] + t * dx, centre[1] + t * dy
