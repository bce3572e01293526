"""The ties of public rows as compact arrays, one entry a direction, sorted by cost within a node.

Twelve bytes an entry (sixteen where a cost is beyond 4.29 units) and twelve a node, in buffers of plain
numbers: they may as well be views of memory that several processes share.
"""

from __future__ import annotations  # array is not subscriptable before Python 3.12

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sociogram.directory.rows import Relation
from sociogram.referral.tie_cost import both_ways, tie_cost
from sociogram.referral.weights import Weights

AREA_SHIFT = 58
AREAS = 64
ORDINARY = 20_000
"""From so many steps on, objects beside the arrays would take more memory than the arrays save."""
_NARROW = 1 << 32


@dataclass(frozen=True, slots=True)
class Step:
    """One direction of a tie: from a node to `to`, at `cost` nano-units, by tie `tie`."""

    to: str
    cost: int
    tie: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Nodes in id order; the steps of node i are entries offsets[i] to offsets[i + 1] of the three arrays.

    `marks`: one a node, what it offers in bits 0 to 57 (a bit at least), above them the number of its area (0
    to 63). `held` is for whoever reckons something from the arrays once and for all, `made` for the steps of
    a network small enough to have them twice.
    """

    nodes: Sequence[str] = ()
    ties: Sequence[str] = ()
    offsets: array[int] = field(default_factory=lambda: array("i", [0]))
    targets: array[int] = field(default_factory=lambda: array("i"))
    costs: array[int] = field(default_factory=lambda: array("I"))
    tie_numbers: array[int] = field(default_factory=lambda: array("i"))
    marks: array[int] = field(default_factory=lambda: array("q"))
    held: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    made: dict[int, tuple[Step, ...]] = field(default_factory=dict, compare=False, repr=False)

    def steps(self, number: int) -> tuple[Step, ...]:
        """Return the steps of node `number`, cheapest first; in a network of ordinary size, made once."""
        known: tuple[Step, ...] | None = self.made.get(number)
        if known is None:
            known = tuple(map(self._step, range(self.offsets[number], self.offsets[number + 1])))
            if len(self.targets) < ORDINARY:
                self.made[number] = known
        return known

    def _step(self, entry: int) -> Step:
        return Step(self.nodes[self.targets[entry]], self.costs[entry], self.ties[self.tie_numbers[entry]])


def steps_of(ties: Iterable[Relation], nodes: frozenset[str], weights: Weights) -> dict[str, list[Step]]:
    """Return the steps by node: of parallel ties the best weight, then the smallest id; cheapest first.

    Ties that carry nothing, and ties with an end that is not in `nodes`, are left out.
    """
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for tie in ties:
        cost = tie_cost(tie, weights)
        if cost is None or tie.from_id not in nodes or tie.to_id not in nodes or tie.from_id == tie.to_id:
            continue
        candidate = (cost, tie.id)
        ways = [(tie.from_id, tie.to_id)] + ([(tie.to_id, tie.from_id)] if both_ways(tie) else [])
        for way in ways:
            best[way] = min(candidate, best.get(way, candidate))
    steps: dict[str, list[Step]] = {}
    for (start, end), (best_cost, tie_id) in best.items():
        steps.setdefault(start, []).append(Step(end, best_cost, tie_id))
    for found in steps.values():
        found.sort(key=lambda step: (step.cost, step.to))
    return steps


def snapshot_of(
    nodes: Iterable[str], ties: Iterable[Relation], weights: Weights, areas: Mapping[str, int] | None = None
) -> Snapshot:
    """Return the arrays of these nodes and the ties between them; `areas` (0 to 63) by node, else all 0."""
    ordered = tuple(sorted(nodes))
    number = {node: index for index, node in enumerate(ordered)}
    steps = steps_of(ties, frozenset(ordered), weights)
    tie_ids = tuple(sorted({step.tie for found in steps.values() for step in found}))
    tie_number = {tie: index for index, tie in enumerate(tie_ids)}
    dearest = max((step.cost for found in steps.values() for step in found), default=0)
    snapshot = Snapshot(ordered, tie_ids, costs=array("I" if dearest < _NARROW else "q"))
    for node in ordered:
        for step in steps.get(node, ()):
            snapshot.targets.append(number[step.to])
            snapshot.costs.append(step.cost)
            snapshot.tie_numbers.append(tie_number[step.tie])
        snapshot.offsets.append(len(snapshot.targets))
        snapshot.marks.append(mark_of((areas or {}).get(node, 0)))
    return snapshot


def mark_of(area: int) -> int:
    """Return the mark of a node that may be a goal, as a signed number of 64 bits."""
    bits = area << AREA_SHIFT | 1
    return bits - (1 << 64) if bits >> 63 else bits
