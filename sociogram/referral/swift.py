"""A network as arrays for the compiled search (kernels/search.py): the snapshot, whose memory it
reads in place, and what is laid over it for one viewer.

Imports numpy and numba: only `loops.py` and networks that found it ready bring it in.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from sociogram.referral.kernels.areas import look_around
from sociogram.referral.kernels.search import (
    KEY_SHIFT,
    MAX_HOPS,
    Graph,
    Ints,
    Overlay,
    nearest,
    reachable,
)
from sociogram.referral.path import Path
from sociogram.referral.snapshot import AREA_SHIFT, Snapshot, Step, mark_of

ANYTHING = (1 << AREA_SHIFT) - 1
EVERYWHERE = -1
CHUNKS = (8, 64)
"""So many goals are looked for first, and then; few questions need more."""


class Swift:
    """One network. `numbers` of the snapshot's nodes; `overlay` and `replaced` as in Network."""

    def __init__(
        self,
        snapshot: Snapshot,
        numbers: Mapping[str, int],
        overlay: Mapping[str, Sequence[Step]],
        replaced: Collection[str] = (),
    ) -> None:
        self._snapshot = snapshot
        self._known = numbers
        self._graph = _graph_of(snapshot)
        named = {*overlay, *(step.to for steps in overlay.values() for step in steps)}
        self._more_nodes = sorted(named - numbers.keys())
        self._more = {node: len(numbers) + at for at, node in enumerate(self._more_nodes)}
        ties = {step.tie for steps in overlay.values() for step in steps}
        self._more_ties = sorted(tie for tie in ties if _place(snapshot.ties, tie) is None)
        self._overlay = self._laid_over(overlay, replaced)
        own = int(self._overlay.steps[:, 1].min()) if len(self._overlay.steps) else 1 << 62
        self._lightest = min(_lightest(snapshot), own)

    def cheapest_paths(
        self,
        origin: str,
        goals: Collection[str],
        max_hops: int,
        *,
        enough: Callable[[Path], bool],
        avoid: frozenset[str] = frozenset(),
    ) -> Iterator[Path]:
        """Yield what `paths.cheapest_paths` yields; `enough` is asked of the goals alone."""
        if self._number(origin) is None:  # newer than the arrays, and tied to nobody
            if origin in goals and not enough(alone := Path(0, (origin,), ())):
                yield alone
            return
        among = self._numbers(goals)
        given = 0
        for k in (*(size for size in CHUNKS if size < len(among)), len(among)):
            ways = self.near(origin, max_hops, k, among=among, avoid=avoid)
            for path in ways[given:]:
                if enough(path):
                    return
                yield path
            if len(ways) < k:
                return
            given = k

    def near(
        self,
        origin: str,
        max_hops: int,
        k: int,
        *,
        offers: int = ANYTHING,
        areas: int = EVERYWHERE,
        among: Ints | None = None,
        avoid: Collection[str] = (),
    ) -> list[Path]:
        """Return the ways to the k nearest actors that offer one of `offers` in one of `areas` (bits).

        `among`: only these node numbers, in order.
        """
        start = self._number(origin)
        if start is None or k < 1 or origin in avoid:
            return []
        if among is None:
            among = _NONE
        elif areas == EVERYWHERE:
            areas = self._areas(among)
        asked: Any = (
            *self._graph,
            *self._overlay,
            start,
            max_hops,
            k,
            offers,
            areas,
            among,
            self._numbers(avoid),
            self._lightest,
        )
        ways, self.counts = nearest(*asked)
        return [self._path(way) for way in ways.tolist()]

    def within_reach(self, origin: str, max_hops: int, avoid: frozenset[str]) -> frozenset[str]:
        """Return what `paths.within_reach` returns."""
        start = self._number(origin)
        if start is None:
            return frozenset({origin})
        found = reachable(
            self._graph.offsets, self._graph.targets, self._overlay.rows, self._overlay.steps,
            len(self._snapshot.nodes) + len(self._more_nodes), start, max_hops, self._numbers(avoid),
        )  # fmt: skip
        return frozenset(self._name(number) for number in found.tolist())

    def _number(self, actor: str) -> int | None:
        number = self._known.get(actor)
        return self._more.get(actor) if number is None else number

    def _numbers(self, actors: Collection[str]) -> Ints:
        if not actors:
            return _NONE
        found = (self._number(actor) for actor in actors)
        return np.array(sorted(number for number in found if number is not None), np.int32)

    def _name(self, number: int) -> str:
        count = len(self._snapshot.nodes)
        return self._snapshot.nodes[number] if number < count else self._more_nodes[number - count]

    def _tie(self, number: int) -> str:
        count = len(self._snapshot.ties)
        return self._snapshot.ties[number] if number < count else self._more_ties[number - count]

    def _path(self, way: list[int]) -> Path:
        end = 4 + 2 * way[1]
        name = self._name if self._more_nodes else self._snapshot.nodes.__getitem__
        tie = self._tie if self._more_ties else self._snapshot.ties.__getitem__
        return Path(way[0], tuple(map(name, way[2:end:2])), tuple(map(tie, way[5:end:2])))

    def _areas(self, numbers: Iterable[int]) -> int:
        marks, count = self._snapshot.marks, len(self._snapshot.nodes)
        areas = 0
        for number in numbers:
            areas |= 1 << ((marks[number] >> AREA_SHIFT) & 63 if number < count else 0)
        return areas - (1 << 64) if areas >> 63 else areas

    def _laid_over(self, overlay: Mapping[str, Sequence[Step]], replaced: Collection[str]) -> Overlay:
        numbered = sorted((self._number(node), node) for node in {*overlay, *replaced} if self._has(node))
        rows: list[tuple[int | None, int, int, int]] = []
        steps: list[tuple[int | None, int, int]] = []
        for number, node in numbered:
            first = len(steps)
            for step in overlay.get(node, ()):
                steps.append((self._number(step.to), step.cost, self._tie_number(step.tie)))
            rows.append((number, int(node in replaced), first, len(steps)))
        nodes = zip(_keys(self._snapshot.nodes, self._more_nodes), self._more_nodes, strict=True)
        return Overlay(
            np.array(rows, np.int64).reshape(-1, 4),
            np.array(steps, np.int64).reshape(-1, 3),
            np.array([(mark_of(0), key) for key, _ in nodes], np.int64).reshape(-1, 2),
            np.array(_keys(self._snapshot.ties, self._more_ties), np.int64),
            len(self._snapshot.ties),
            self._areas(number for number, _ in numbered if number is not None),
        )

    def _has(self, actor: str) -> bool:
        return self._number(actor) is not None

    def _tie_number(self, tie: str) -> int:
        known = _place(self._snapshot.ties, tie)
        more = len(self._snapshot.ties) + bisect_left(self._more_ties, tie)
        return more if known is None else known


_NONE: Ints = np.empty(0, np.int32)


def _place(ordered: Sequence[str], wanted: str) -> int | None:
    at = bisect_left(ordered, wanted)
    return at if at < len(ordered) and ordered[at] == wanted else None


def _keys(ordered: Sequence[str], more: Sequence[str]) -> list[int]:
    """Return where ids stand in the order of those of the snapshot: between two of theirs."""
    return [(bisect_left(ordered, name) << KEY_SHIFT) + 1 + at for at, name in enumerate(more)]


def _graph_of(snapshot: Snapshot) -> Graph:
    if "graph" not in snapshot.held:
        offsets, targets = _view(snapshot.offsets, np.int32), _view(snapshot.targets, np.int32)
        marks = np.zeros((len(snapshot.nodes), 4), np.int64)
        marks[:, 0] = _view(snapshot.marks, np.int64)
        look_around(offsets, targets, marks)
        narrow = np.uint32 if snapshot.costs.itemsize == 4 else np.int64
        costs, ties = _view(snapshot.costs, narrow), _view(snapshot.tie_numbers, np.int32)
        snapshot.held["graph"] = Graph(offsets, targets, costs, ties, marks)
    graph: Graph = snapshot.held["graph"]
    return graph


def _lightest(snapshot: Snapshot) -> int:
    if "lightest" not in snapshot.held:
        costs = _graph_of(snapshot).costs
        snapshot.held["lightest"] = int(costs.min()) if len(costs) else 1 << 62
    lightest: int = snapshot.held["lightest"]
    return lightest


def _view(buffer: Any, kind: Any) -> Any:
    return np.frombuffer(buffer, kind) if len(buffer) else np.empty(0, kind)


def warm() -> None:
    """Have everything compiled, or read what was kept of it, by asking one small question."""
    snapshot = Snapshot(("a", "b"), ("t",))
    for numbers, values in (
        (snapshot.offsets, (1, 1)), (snapshot.targets, (1,)), (snapshot.costs, (1,)),
        (snapshot.tie_numbers, (0,)), (snapshot.marks, (1, 1)),
    ):  # fmt: skip
        numbers.extend(values)
    swift = Swift(snapshot, {"a": 0, "b": 1}, {})
    swift.near("a", MAX_HOPS, 1, among=np.array([1], np.int32))
    swift.within_reach("a", 1, frozenset())
