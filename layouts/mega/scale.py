"""Networks of thousands: communities as tiles, each laid out by itself, then tiles of tiles up to one.

Every level is the same small problem: at most some sixty things on a grid, few crossings, short ties. The
time therefore grows with the number of nodes, and two nodes are never nearer than a cell less its wiggle:
nothing overlaps, by construction.
"""

from dataclasses import dataclass

import numpy as np

from layouts.mega.kernels.arrays import Floats, Ints

CAP = 64
"""Most members of a tile."""
_AIR = 1.7
"""Cells of a tile's grid per member."""
_GAP = 1.5
"""Free cells between two tiles."""
_UNTANGLED = 30_000
"""Up to so many nodes there is a round of untangling inside tiles."""
_GRID_PASSES = 40
_UPPER_PASSES = 8
"""Rounds between tiles: they are few, and their ties the longest."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Places in cells. `tile` is the tile of each node; `boxes` are left, top, width, height of each tile."""

    x: Floats
    y: Floats
    tile: Ints
    boxes: Floats


@dataclass(frozen=True, slots=True)
class _Graph:
    """Compressed rows, each tie twice."""

    starts: Ints
    ends: Ints
    weights: Floats

    @property
    def count(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class _Level:
    """One level: the tile of each of its nodes, their places in it in cells, each tile's side in cells."""

    graph: _Graph
    label: Ints
    first: Ints
    members: Ints
    x: Floats
    y: Floats
    sides: Ints


def lay_out(count: int, ties: Ints) -> Laid:
    """Return where `count` nodes stand; `ties` is an array of pairs. The same input gives the same places.

    ValueError for a tie to a node that is not there.
    """
    if ties.size and not (int(ties.min()) >= 0 and int(ties.max()) < count):
        raise ValueError("a tie names a node that is not there")
    if count == 0:
        return Laid(np.zeros(0), np.zeros(0), np.zeros(0, np.int64), np.zeros((0, 4)))
    graph = _graph(count, np.asarray(ties, np.int64).reshape(-1, 2), None)
    passes = 1 if count <= _UNTANGLED else 0
    levels: list[_Level] = []
    while not levels or len(levels[-1].sides) > 1:
        label = _labels(graph)
        level = _level(graph, label, _UPPER_PASSES if levels else passes)
        levels.append(level)
        graph = _quotient(graph, level.label, len(level.sides))
    return _placed(levels)


def tile_grid(laid: Laid, ties: Ints) -> tuple[Ints, Ints]:
    """Return the column and row of each tile on a full grid: near where it stood, its bundles short."""
    from layouts.mega.kernels.cells import snap
    from layouts.mega.kernels.untangle import untangle

    kinds = len(laid.boxes)
    pairs = np.stack([laid.tile[ties[:, 0]], laid.tile[ties[:, 1]]], axis=1)
    graph = _graph(kinds, pairs, None)
    side = int(np.ceil(np.sqrt(kinds)))
    x, y = (laid.boxes[:, axis] + laid.boxes[:, axis + 2] / 2 for axis in (0, 1))
    ranked_x, ranked_y = _ranked(x), _ranked(y)
    cell, held, none = np.zeros(kinds, np.int64), np.zeros(side * side, np.int64), np.zeros(0, np.int64)
    snap(kinds, side, ranked_x, ranked_y, cell, held)
    untangle(kinds, side, graph.starts, graph.ends, none, none, ranked_x, ranked_y, cell, held, _GRID_PASSES)
    columns, rows = cell % side, cell // side
    return np.unique(columns, return_inverse=True)[1], np.unique(rows, return_inverse=True)[1]


def _ranked(values: Floats) -> Floats:
    """Return ranks instead of values: what stood crowded spreads."""
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = np.arange(len(values))
    return ranks


def _graph(count: int, pairs: Ints, weights: Floats | None) -> _Graph:
    """Return the graph without loops, parallel ties as one of their summed weight."""
    keep = pairs[:, 0] != pairs[:, 1]
    low, high = pairs[keep].min(axis=1), pairs[keep].max(axis=1)
    heavy = np.ones(len(low)) if weights is None else weights[keep]
    keys, where = np.unique(low * count + high, return_inverse=True)
    total = np.bincount(where, heavy, len(keys)).astype(np.float64)
    one, two = keys // max(1, count), keys % max(1, count)
    heads, tails = np.concatenate([one, two]), np.concatenate([two, one])
    order = np.lexsort((tails, heads))
    starts = np.concatenate([[0], np.cumsum(np.bincount(heads, minlength=count))]).astype(np.int64)
    return _Graph(starts, tails[order], np.concatenate([total, total])[order])


def _labels(graph: _Graph) -> Ints:
    """Return the tile of each node, numbered from 0 without gaps; at most CAP members a tile."""
    if graph.count <= CAP:
        return np.zeros(graph.count, np.int64)
    label = _numbered(_merged(graph))
    return _packed(label) if int(label.max()) + 1 > 0.6 * graph.count else label


def _merged(graph: _Graph) -> Ints:
    """Return communities: nodes moved, then communities moved as wholes, until nothing changes."""
    from layouts.mega.kernels.communities import communities

    label, sizes, now = np.arange(graph.count), np.ones(graph.count), graph
    while True:
        found = _numbered(communities(now.starts, now.ends, now.weights, sizes, float(CAP)))
        kinds = int(found.max()) + 1
        if kinds == now.count:
            return label
        label = found[label]
        sizes = np.bincount(found, sizes, kinds).astype(np.float64)
        now = _quotient(now, found, kinds)


def _packed(label: Ints) -> Ints:
    """Return tiles of CAP members or fewer, those of one label beside each other."""
    order = np.argsort(label, kind="stable")
    packed = np.empty(len(label), np.int64)
    packed[order] = np.arange(len(label)) // CAP
    return packed


def _numbered(label: Ints) -> Ints:
    """Return the labels as 0, 1, 2 ... in the order in which they first appear."""
    _, at, where = np.unique(label, return_index=True, return_inverse=True)
    rank = np.empty(len(at), np.int64)
    rank[np.argsort(at, kind="stable")] = np.arange(len(at))
    return rank[where]


def _level(graph: _Graph, label: Ints, passes: int) -> _Level:
    from layouts.mega.kernels.tiles import lay_out_tiles

    held = np.bincount(label)
    first = np.concatenate([[0], np.cumsum(held)]).astype(np.int64)
    members = np.argsort(label, kind="stable").astype(np.int64)
    rank = np.empty(graph.count, np.int64)
    rank[members] = np.arange(graph.count) - first[label[members]]
    x, y, sides = np.zeros(graph.count), np.zeros(graph.count), np.zeros(len(held), np.int64)
    widest = int(held.max())
    lay_out_tiles(first, members, label, rank, graph.starts, graph.ends, widest, _AIR, passes, x, y, sides)
    return _Level(graph, label, first, members, x, y, sides)


def _quotient(graph: _Graph, label: Ints, kinds: int) -> _Graph:
    heads = np.repeat(np.arange(graph.count), np.diff(graph.starts))
    once = heads < graph.ends
    pairs = np.stack([label[heads[once]], label[graph.ends[once]]], axis=1)
    return _graph(kinds, pairs, graph.weights[once])


def _placed(levels: list[_Level]) -> Laid:
    """Return places from the top level down: each tile turned, then its members put into its cells."""
    from layouts.mega.kernels.turning import turn_tiles

    pitches = [1.0]
    for level in levels[:-1]:
        pitches.append(pitches[-1] * float(level.sides.max()) + _GAP * pitches[0] * 2 ** (len(pitches) - 1))
    left, top = np.zeros(1), np.zeros(1)
    for depth in range(len(levels) - 1, -1, -1):
        level, pitch = levels[depth], pitches[depth]
        graph = level.graph
        x, y = (level.x, level.y) if depth == 0 else (np.rint(level.x), np.rint(level.y))
        corners = left / pitch, top / pitch
        turn_tiles(
            level.first, level.members, level.label, graph.starts, graph.ends, graph.weights, x, y, *corners,
            level.sides, 2,
        )  # fmt: skip
        boxes = np.stack([left, top, level.sides * pitch, level.sides * pitch], axis=1)
        left, top = left[level.label] + x * pitch, top[level.label] + y * pitch
    return Laid(left, top, levels[0].label, boxes)
