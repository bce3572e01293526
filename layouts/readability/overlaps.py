"""The four overlaps: body on body, body on label, label on label, line through a box; and strangers in homes.

A container never overlaps what stands in it; a line may enter its own ends and the containers around them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from layouts.individual.boxes import Box, around
from layouts.individual.faults import SLACK
from layouts.individual.model import Floats
from layouts.individual.sheet_reading import CONTAINERS, Drawn, DrawnNode, enclosing, extent
from layouts.readability.wires import Wire


@dataclass(frozen=True, slots=True)
class Overlaps:
    """How many pairs: of things, of a thing and another's label, of labels, of a line and a foreign thing.

    `label_strikes`: lines through the label of their own end or of a container around it.
    `outsiders`: pairs of a home or building and a figure that touches it without standing in it.
    """

    node_node: int
    node_label: int
    label_label: int
    line_node: int
    label_strikes: int
    outsiders: int


def overlaps_of(found: Drawn, wires: Sequence[Wire]) -> Overlaps:
    """Return the overlaps of a sheet."""
    above = {id_: enclosing(found, id_) for id_ in found.nodes}
    bodies = {id_: body(node) for id_, node in found.nodes.items()}
    bodies_, labels, words, outsiders = 0, 0, 0, 0
    for a, b in combinations(found.nodes.values(), 2):
        apart = a.id not in above[b.id] and b.id not in above[a.id]
        touch = apart and bodies[a.id].overlaps(bodies[b.id], -SLACK)
        bodies_ += touch
        outsiders += touch and (a.kind in CONTAINERS) != (b.kind in CONTAINERS)
        labels += sum(
            one.id not in above[two.id] and any(bodies[one.id].overlaps(w, -SLACK) for w in two.texts)
            for one, two in ((a, b), (b, a))
        )
        words += any(v.overlaps(w, -SLACK) for v in a.texts for w in b.texts)
    through, strikes = _lines(found, wires, above)
    return Overlaps(bodies_, labels, words, through, strikes, outsiders)


def body(node: DrawnNode) -> Box:
    """Return the box of what is drawn of a node, without its label."""
    shape = extent(np.concatenate(node.shape))
    return around([shape, node.box]) if node.kind in CONTAINERS else shape


def _lines(found: Drawn, wires: Sequence[Wire], above: dict[str, tuple[str, ...]]) -> tuple[int, int]:
    nodes = list(found.nodes.values())
    boxes = np.array([(n.box.x, n.box.y, n.box.right, n.box.bottom) for n in nodes]).reshape(-1, 4)
    through = strikes = 0
    for wire in wires:
        if wire.tail not in found.nodes or wire.head not in found.nodes:
            continue
        open_ = {id_ for end in (wire.tail, wire.head) for id_ in (end, *above[end])}
        for node, hit in zip(nodes, entered(wire.points, boxes), strict=True):
            if not hit:
                continue
            if node.id not in open_:
                through += 1
            elif node.texts:
                words = np.array([(w.x, w.y, w.right, w.bottom) for w in node.texts])
                strikes += bool(entered(wire.points, words).any())
    return through, strikes


def entered(points: Floats, boxes: Floats) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Return which boxes (n, 4: left, top, right, bottom) a polyline enters by more than a hair (SLACK)."""
    inner = boxes + np.array([SLACK, SLACK, -SLACK, -SLACK])
    start, step = points[:-1, None, :], np.diff(points, axis=0)[:, None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        one, two = (inner[None, :, :2] - start) / step, (inner[None, :, 2:] - start) / step
    still = (step == 0) & (start > inner[None, :, :2]) & (start < inner[None, :, 2:])
    never = (step == 0) & ~still
    enter = np.where(still, -np.inf, np.where(never, np.inf, np.minimum(one, two)))
    leave = np.where(still, np.inf, np.where(never, -np.inf, np.maximum(one, two)))
    first, last = np.maximum(enter.max(axis=2), 0.0), np.minimum(leave.min(axis=2), 1.0)
    hit: np.ndarray[tuple[int], np.dtype[np.bool_]] = (first < last).any(axis=0)
    return hit
