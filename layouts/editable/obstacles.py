"""What a connector should leave free on a slide, and what it costs not to. Lengths are mm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from layouts.editable.line_groups import node_rows
from layouts.editable.outlines import extent, shapes_of
from layouts.editable.preset_curves import Floats, evenly
from layouts.editable.slide_shapes import Outline, Words
from layouts.individual.boxes import Box
from layouts.individual.curves import flattened
from layouts.sheet import Group, Path, Sheet

PLACES = ("household", "institution")
PORTS = 28
"""Places on an outline where a straight connector may end."""
_LABEL, _FIGURE, _PLACE = 4.0, 4.0, 2.0
"""What a millimetre costs through words, through a figure, through a home or building."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node as an obstacle: its whole box, those of its drawn parts and of its words, its ports (n, 2)."""

    id: str
    place: bool
    box: Box
    parts: tuple[Box, ...]
    words: tuple[Box, ...]
    ports: Floats
    above: tuple[str, ...]


def nodes_of(sheet: Sheet) -> dict[str, Node]:
    """Return the nodes of a sheet by id."""
    rows = node_rows(sheet)
    above = {id_: _above(id_, {one: row.get("parent", "") for one, row in rows.items()}) for id_ in rows}
    found: dict[str, Node] = {}
    for item in sheet.items:
        id_ = dict(item.data).get("id", "") if isinstance(item, Group) else ""
        if isinstance(item, Group) and id_ in rows:
            x, y, w, h = (float(word) for word in rows[id_]["box"].split())
            shapes = list(shapes_of(item.items, "", rings=False))
            parts = tuple(
                extent([run]) for shape in shapes if isinstance(shape, Outline) for run, _ in shape.parts
            )
            words = tuple(shape.box for shape in shapes if isinstance(shape, Words))
            place = rows[id_].get("kind") in PLACES
            found[id_] = Node(id_, place, Box(x, y, w, h), parts, words, _ports(item), above[id_])
    return found


def toll(lines: Floats, tail: Node | None, head: Node | None, nodes: Iterable[Node]) -> Floats:
    """Return (n,) what lines (n, samples, 2) cost for what they run through."""
    ends = [node for node in (tail, head) if node is not None]
    own = {id_ for node in ends for id_ in (node.id, *node.above)}
    cost = np.zeros(len(lines))
    for node in nodes:
        for box in node.words:
            cost += _LABEL * _inside(lines, box.grown(-0.2))
        if node.id not in own:
            cost += (_PLACE if node.place else _FIGURE) * _inside(
                lines, node.box if node.place else _figure(node)
            )
        elif node in ends and not any(node.id in other.above for other in ends):
            cost += sum(
                (_FIGURE * _inside(lines, part.grown(-0.4)) for part in node.parts), np.zeros(len(lines))
            )
    return cost


def crowding(lines: Floats, laid: Sequence[Floats]) -> Floats:
    """Return (n,) what lines cost for running along earlier ones, within 1.6 mm, or ending beside one."""
    cost = np.zeros(len(lines))
    for other in laid:
        gaps = np.hypot(*(lines[:, :, None, :] - other[None, None, :, :]).transpose(3, 0, 1, 2)).min(axis=2)
        cost += 0.5 * _lengths(lines) * np.clip((gaps < 1.6).mean(axis=1) - 0.08, 0.0, None)
        for end in (0, -1):
            near = np.hypot(*(lines[:, end, None, :] - other[None, [0, -1], :]).transpose(2, 0, 1)).min(
                axis=1
            )
            cost += np.where(near < 2.2, 4.0, 0.0)
    return cost


def _figure(node: Node) -> Box:
    return extent_of(node.parts) if node.parts else node.box


def extent_of(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _inside(lines: Floats, box: Box) -> Floats:
    """Return (n,) how many mm of each line lie inside a box."""
    x, y = lines[:, :, 0], lines[:, :, 1]
    hit = (x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)
    found: Floats = hit.mean(axis=1) * _lengths(lines)
    return found


def _lengths(lines: Floats) -> Floats:
    steps = np.diff(lines, axis=1)
    found: Floats = np.hypot(steps[:, :, 0], steps[:, :, 1]).sum(axis=1)
    return found


def _ports(group: Group) -> Floats:
    """Return points along the filled outlines of a node."""
    filled = [item for item in group.items if isinstance(item, Path) and item.fill is not None]
    if not filled:
        return np.zeros((0, 2))
    return np.concatenate([evenly(flattened(path.d), PORTS // len(filled) + 1)[:-1] for path in filled])


def _above(id_: str, parents: dict[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    parent = parents[id_]
    while parent in parents and parent not in found:
        found.append(parent)
        parent = parents[parent]
    return tuple(found)
