"""The exact cheapest path from one organisation to many, crossing at most H ties.

Algorithm: label setting over (node, ties crossed). Plain Dijkstra keeps one label a node and is wrong under a
hop limit: a cheap long way to a node hides the dearer short one that alone can go on. A label is dropped only
when one taken earlier at the same node is no dearer and no longer. Ties between equal costs: fewer hops, then
the actor ids in order, then the tie ids in order. All costs are above 0, so a cheapest path repeats no node.

This is the reference, and the way for networks of ordinary size. A large network offers the same search
compiled (`swift.py`): it gives the same paths in the same order.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from sociogram.referral.path import Path
from sociogram.referral.snapshot import Step

if TYPE_CHECKING:
    from sociogram.referral.swift import Swift

__all__ = ["Path", "Ways", "cheapest_paths", "within_reach"]


MAX_HOPS = 6
"""What the compiled search knows at most."""


class Ways(Protocol):
    """Anything that says where one may go from an actor. What also has `swift()` may be searched compiled."""

    def steps(self, actor: str) -> Iterable[Step]:
        """Return the steps from `actor`."""
        ...


def cheapest_paths(
    ways: Ways,
    origin: str,
    goals: Collection[str],
    max_hops: int,
    *,
    enough: Callable[[Path], bool] = lambda path: False,
    avoid: frozenset[str] = frozenset(),
) -> Iterator[Path]:
    """Return the cheapest path to each goal that can be reached, cheapest first, each when it is asked for.

    Stops when every goal was met, or when `enough(path)` says so of the next label: all later ones cost at
    least as much, and must be enough as well. Actors of `avoid` are neither crossed nor reached, as if they
    were in no row; an origin among them leads nowhere.
    """
    if origin in avoid:
        return iter(())
    swift = _swift(ways, max_hops)
    if swift is not None:
        return swift.cheapest_paths(origin, goals, max_hops, enough=enough, avoid=avoid)
    return _plainly(ways, origin, set(goals) - avoid, max_hops, enough, avoid)


def _plainly(
    ways: Ways, origin: str, wanted: set[str], max_hops: int,
    enough: Callable[[Path], bool], avoid: frozenset[str],
) -> Iterator[Path]:  # fmt: skip
    fewest: dict[str, int] = {}
    seen: dict[tuple[str, int], int] = {(origin, 0): 0}
    queue: list[tuple[int, int, tuple[str, ...], tuple[str, ...]]] = [(0, 0, (origin,), ())]
    while queue and wanted:
        cost, hops, actors, ties = heapq.heappop(queue)
        here = actors[-1]
        if fewest.get(here, max_hops + 1) <= hops:
            continue
        path = Path(cost, actors, ties)
        if enough(path):
            return
        fewest[here] = hops
        if here in wanted:
            wanted.discard(here)
            yield path
        if hops == max_hops:
            continue
        for step in ways.steps(here):
            if step.to in avoid:
                continue
            label = (cost + step.cost, hops + 1, (*actors, step.to), (*ties, step.tie))
            if (
                fewest.get(step.to, max_hops + 1) > hops + 1
                and seen.get((step.to, hops + 1), label[0]) >= label[0]
            ):
                seen[(step.to, hops + 1)] = label[0]
                heapq.heappush(queue, label)


def within_reach(
    ways: Ways, origin: str, max_hops: int, *, avoid: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return every actor that can be reached by crossing at most `max_hops` ties, the origin included.

    Actors of `avoid` are neither crossed nor reached; an origin among them leads nowhere.
    """
    if origin in avoid:
        return frozenset()
    swift = _swift(ways, max_hops)
    if swift is not None:
        return swift.within_reach(origin, max_hops, avoid)
    found = {origin}
    edge = [origin]
    for _ in range(max_hops):
        edge = sorted({step.to for actor in edge for step in ways.steps(actor)} - found - avoid)
        found.update(edge)
    return frozenset(found)


def _swift(ways: Ways, max_hops: int) -> "Swift | None":
    offered = getattr(ways, "swift", None)
    return offered() if offered and max_hops <= MAX_HOPS else None
