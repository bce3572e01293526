"""The network behind the drawing: how far things are from each other in ties, and on paper.

Things are the figures, homes and buildings a tie ends at; ties are arrows and kinship lines, each pair once,
in either direction. Lines to former homes are no ties.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from layouts.individual.boxes import Point
from layouts.individual.model import Floats
from layouts.individual.sheet_reading import Drawn
from layouts.readability.overlaps import body
from layouts.readability.wires import Wire


@dataclass(frozen=True, slots=True)
class Network:
    """Things with the centre of what is drawn of them (mm), and who is tied to whom."""

    centres: Mapping[str, Point]
    ties: Mapping[str, frozenset[str]]


def network_of(found: Drawn, wires: Sequence[Wire]) -> Network:
    """Return the network of a sheet: every thing that a tie ends at."""
    ties: dict[str, set[str]] = {}
    for wire in wires:
        known = wire.tail in found.nodes and wire.head in found.nodes and wire.tail != wire.head
        if wire.kind in ("activation", "link") and known:
            ties.setdefault(wire.tail, set()).add(wire.head)
            ties.setdefault(wire.head, set()).add(wire.tail)
    order = [id_ for id_ in found.nodes if id_ in ties]
    centres = {id_: body(found.nodes[id_]).centre for id_ in order}
    return Network(centres, {id_: frozenset(ties[id_]) for id_ in order})


def stress(network: Network) -> float | None:
    """Return the normalised stress: mean over tied pairs of ((s·D - d) / d)², s the scale that fits best.

    d: ties between the two on the shortest way; D: their distance on paper. gdMetriX `stress`, divided by the
    number of pairs (0 best). None where nothing is tied.
    """
    ids = list(network.centres)
    ratios: list[float] = []
    for i, id_ in enumerate(ids):
        far = steps_from(network, id_)
        x, y = network.centres[id_]
        for other in ids[i + 1 :]:
            if other in far:
                at = network.centres[other]
                ratios.append(float(np.hypot(at[0] - x, at[1] - y)) / far[other])
    if not ratios:
        return None
    r = np.array(ratios)
    squares = float((r * r).sum())
    scale = float(r.sum()) / squares if squares else 0.0
    return float(((scale * r - 1) ** 2).mean())


def steps_from(network: Network, start: str) -> dict[str, int]:
    """Return how many ties away everything reachable is."""
    far, queue = {start: 0}, deque([start])
    while queue:
        here = queue.popleft()
        for there in sorted(network.ties[here]):
            if there not in far:
                far[there] = far[here] + 1
                queue.append(there)
    return far


def neighbourhood_preservation(network: Network) -> float | None:
    """Return how much neighbours in ties are neighbours on paper: mean Jaccard index over things (1 best).

    For a thing with k ties, its k nearest things on paper are compared with the k it is tied to.
    """
    ids = list(network.centres)
    if len(ids) < 2:
        return None
    at = np.array([network.centres[id_] for id_ in ids])
    apart: Floats = np.hypot(*(at[:, None, :] - at[None, :, :]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    scores = []
    for row, id_ in enumerate(ids):
        nearest = np.argsort(apart[row], kind="stable")[: len(network.ties[id_])]
        close = {ids[int(index)] for index in nearest}
        scores.append(len(close & network.ties[id_]) / len(close | network.ties[id_]))
    return float(np.mean(scores))
