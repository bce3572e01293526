"""The four overlaps: body on body, body on label, label on label, line through a box; and strangers in homes.

A container never overlaps what stands in it; a line may enter its own ends and the containers around them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from layouts.individual.boxes import Box, around
from layouts.individual.faults import SLACK, passed
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
    ended = (wire for wire in wires if wire.tail in found.nodes and wire.head in found.nodes)
    runs = [passed(found, wire.tail, wire.head, wire.points) for wire in ended]
    through, strikes = (sum(len(run[part]) for run in runs) for part in (0, 1))
    return Overlaps(bodies_, labels, words, through, strikes, outsiders)


def body(node: DrawnNode) -> Box:
    """Return the box of what is drawn of a node, without its label."""
    shape = extent(np.concatenate(node.shape))
    return around([shape, node.box]) if node.kind in CONTAINERS else shape
