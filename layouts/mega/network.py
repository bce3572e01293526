"""The network to draw: figures and ties in id order, and its components."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from layouts.mega.ties import Tie, tie_of
from sociogram.directory.directory import Directory

Neighbours = Mapping[str, tuple[str, ...]]
"""Id of a figure -> ids of those it has a tie with, sorted."""


@dataclass(frozen=True, slots=True)
class Network:
    """`groups` are the connected components, the largest first; `apart` have no tie. `ends` counts ties."""

    groups: tuple[tuple[str, ...], ...]
    apart: tuple[str, ...]
    ties: tuple[Tie, ...]
    neighbours: Neighbours
    ends: Mapping[str, int]


def network_of(directory: Directory) -> Network:
    """Return the network of `directory`. A tie that lacks an end or joins one to itself is left out."""
    return network_between(directory.organisations, map(tie_of, directory.relations.values()))


def network_between(known: Collection[str], found: Iterable[Tie], *, loners: bool = False) -> Network:
    """Return the network of the figures `known` and those of the ties `found` that join two of them.

    With `loners` a figure without a tie stands in the drawing like the others, not apart.
    """
    inside = set(known)
    joining = (tie for tie in found if {tie.from_id, tie.to_id} <= inside and tie.from_id != tie.to_id)
    ties = tuple(sorted(joining, key=lambda tie: (tie.from_id, tie.to_id, tie.kind, tie.pen, tie.id)))
    near: dict[str, set[str]] = {one: set() for one in known} if loners else {}
    for tie in ties:
        near.setdefault(tie.from_id, set()).add(tie.to_id)
        near.setdefault(tie.to_id, set()).add(tie.from_id)
    neighbours = {one: tuple(sorted(near[one])) for one in sorted(near)}
    apart = tuple(one for one in sorted(known) if one not in near)
    counted = Counter(end for tie in ties for end in (tie.from_id, tie.to_id))
    ends = {one: counted[one] for one in neighbours}
    return Network(_components(neighbours), apart, ties, neighbours, ends)


def reached(start: str, neighbours: Neighbours, seen: set[str]) -> tuple[str, ...]:
    """Return `start` and all it leads to outside `seen`, in order; they are added to `seen`."""
    queue = [start]
    seen.add(start)
    for one in queue:
        for other in neighbours[one]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return tuple(sorted(queue))


def _components(neighbours: Neighbours) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in neighbours:
        if start in seen:
            continue
        found.append(reached(start, neighbours, seen))
    return tuple(sorted(found, key=lambda group: (-len(group), group)))
