"""The things of a drawn sheet as boxes that can be pushed about, and what an arrangement of them costs.

Straight lines stand for the arrows: good enough to look for better places, never to judge them. What is found
is drawn to the end and measured before anybody is moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from layouts.individual.boxes import Box, around
from layouts.individual.model import Floats, Ints
from layouts.individual.sheet_reading import Drawn, enclosing, middle_of

CROSSING, THROUGH, OVERLAP, OUTSIDE = 20.0, 26.0, 400.0, 50.0
"""What a crossing, a foreign box in the way, two boxes that meet, a mm off the sheet cost, in mm of line."""
APART = 3.0
"""Boxes nearer than this, in mm, count as meeting."""
UNEVEN = 1.5
"""Millimetres of line a millimetre between two neighbours that are nearly level costs."""
NEARLY = 6.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Things by number: figures and empty containers (so many `leaves`), then containers, inner ones first.

    `start` (leaves, 2): where leaves stand. `offsets` (n, 4): box of a leaf about its centre, or how far a
    container stands out about what it holds (left, top, right, bottom). `held[c]`: what container c holds
    directly. `apart` (k, 2): pairs that may not meet. `lines` (m, 2): their ends; `foreign` (m, n): what a
    line may not run through. `beside` (k, 2): figures of one container. `area`: where things may be.
    """

    ids: tuple[str, ...]
    leaves: int
    start: Floats
    offsets: Floats
    held: Mapping[int, tuple[int, ...]]
    apart: Ints
    lines: Ints
    foreign: Floats
    beside: Ints
    area: Box

    def boxes(self, centres: Floats) -> Floats:
        """Return (n, 4) left, top, right, bottom of everything, the leaves at `centres`."""
        found = np.zeros((len(self.ids), 4))
        found[: self.leaves] = np.concatenate([centres, centres], axis=1) + self.offsets[: self.leaves]
        for number in range(self.leaves, len(self.ids)):
            inside = found[list(self.held[number])]
            low, high = inside[:, :2].min(axis=0), inside[:, 2:].max(axis=0)
            found[number] = np.concatenate([low, high]) + self.offsets[number]
        return found

    def cost(self, centres: Floats) -> float:
        """Return what an arrangement costs, in mm of line."""
        boxes = self.boxes(centres)
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        middles[: self.leaves] = centres
        one, two = boxes[self.apart[:, 0]], boxes[self.apart[:, 1]]
        room = np.maximum(one[:, :2] - two[:, 2:], two[:, :2] - one[:, 2:]).max(axis=1)
        meeting = np.clip(APART - room, 0.0, None)
        area = self.area
        out = np.clip([area.x - boxes[:, 0], area.y - boxes[:, 1]], 0, None).sum()
        out += np.clip([boxes[:, 2] - area.right, boxes[:, 3] - area.bottom], 0, None).sum()
        uneven = np.abs(np.diff(centres[self.beside][:, :, 1], axis=1))
        total = OVERLAP * (meeting > 0).sum() + 10.0 * meeting.sum() + OUTSIDE * out
        total += UNEVEN * uneven[uneven < NEARLY].sum()
        return float(total + self._lines_cost(middles, boxes))

    def _lines_cost(self, middles: Floats, boxes: Floats) -> float:
        if not len(self.lines):
            return 0.0
        a, b = middles[self.lines[:, 0]], middles[self.lines[:, 1]]
        way = b - a
        crossed = _sides(a, way, a, b)
        through = _through(a, way, boxes) * self.foreign
        return float(
            np.hypot(*way.T).sum() + CROSSING * (crossed & crossed.T).sum() / 2 + THROUGH * through.sum()
        )


def desk_of(found: Drawn, area: Box) -> Desk:
    """Return the things of a drawn sheet."""
    holders = {node.parent for node in found.nodes.values()}
    leaves = [id_ for id_ in found.nodes if id_ not in holders]
    depth = {id_: len(enclosing(found, id_)) for id_ in found.nodes}
    outer = sorted((id_ for id_ in found.nodes if id_ in holders), key=lambda id_: (-depth[id_], id_))
    ids = (*leaves, *outer)
    index = {id_: number for number, id_ in enumerate(ids)}
    held: dict[int, tuple[int, ...]] = {}
    offsets, start = np.zeros((len(ids), 4)), np.zeros((len(leaves), 2))
    for id_, number in index.items():
        node = found.nodes[id_]
        sides = np.array([node.box.x, node.box.y, node.box.right, node.box.bottom])
        if number < len(leaves):
            start[number] = middle_of(node)
            offsets[number] = sides - np.tile(start[number], 2)
        else:
            held[number] = tuple(index[other] for other, one in found.nodes.items() if one.parent == id_)
            inside = around([found.nodes[ids[other]].box for other in held[number]])
            offsets[number] = sides - np.array([inside.x, inside.y, inside.right, inside.bottom])
    lines = [
        (index[a], index[b])
        for a, b in ((one.tail, one.head) for one in found.lines)
        if {a, b} <= index.keys()
    ]
    return Desk(
        ids, len(leaves), start, offsets, held, _apart(found, ids), _pairs(lines),
        _foreign(found, ids, lines), _beside(found, leaves, index), area,
    )  # fmt: skip


def _pairs(rows: list[tuple[int, int]]) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(len(rows), 2)


def _apart(found: Drawn, ids: tuple[str, ...]) -> Ints:
    """Pairs that stand in the same container, or both directly on the sheet."""
    rows = []
    for i, one in enumerate(ids):
        for j in range(i + 1, len(ids)):
            if found.nodes[one].parent == found.nodes[ids[j]].parent:
                rows.append((i, j))
    return _pairs(rows)


def _foreign(found: Drawn, ids: tuple[str, ...], lines: list[tuple[int, int]]) -> Floats:
    foreign = np.ones((len(lines), len(ids)))
    index = {id_: number for number, id_ in enumerate(ids)}
    for row, ends in enumerate(lines):
        for end in ends:
            for id_ in (ids[end], *enclosing(found, ids[end])):
                foreign[row, index[id_]] = 0.0
    return foreign


def _beside(found: Drawn, leaves: list[str], index: Mapping[str, int]) -> Ints:
    """Pairs of figures of one container."""
    rows = [
        (index[a], index[b])
        for n, a in enumerate(leaves)
        for b in leaves[n + 1 :]
        if found.nodes[a].parent is not None and found.nodes[a].parent == found.nodes[b].parent
    ]
    return _pairs(rows)


def _sides(a: Floats, way: Floats, c: Floats, d: Floats) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Whether the ends of each line lie on both sides of each other one."""
    first = way[:, None, 0] * (c[None, :, 1] - a[:, None, 1]) - way[:, None, 1] * (
        c[None, :, 0] - a[:, None, 0]
    )
    last = way[:, None, 0] * (d[None, :, 1] - a[:, None, 1]) - way[:, None, 1] * (
        d[None, :, 0] - a[:, None, 0]
    )
    return np.asarray(first * last < -1e-6)


def _through(a: Floats, way: Floats, boxes: Floats) -> Floats:
    """Which line enters which box, by the slab test."""
    steps = np.where(np.abs(way) < 1e-9, 1e-9, way)
    near = (boxes[None, :, :2] - a[:, None]) / steps[:, None]
    far = (boxes[None, :, 2:] - a[:, None]) / steps[:, None]
    enter, leave = np.minimum(near, far).max(axis=2), np.maximum(near, far).min(axis=2)
    entered: Floats = ((enter < leave) & (leave > 0.0) & (enter < 1.0)).astype(np.float64)
    return entered
