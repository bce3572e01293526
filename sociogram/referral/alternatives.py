"""Other ways to the same actor, each through another first relay: for when the first one does not answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.referral.paths import Path, Ways, cheapest_paths
from sociogram.referral.snapshot import Step


def alternatives(
    ways: Ways,
    origin: str,
    goal: str,
    max_hops: int,
    without: frozenset[str] = frozenset(),
    *,
    avoid: frozenset[str] = frozenset(),
) -> Iterator[Path]:
    """Yield ways from `origin` to `goal`, cheapest first, no two with the same first relay.

    None crosses a relay of `without`, nor the first relay of a way already given: a relay that is away is not
    asked one step later either. The direct tie is a way of its own, yielded once; `goal` in `without` leaves
    it out. Actors of `avoid` are neither crossed nor reached. Take as many as are wanted (`islice`).
    """
    crossed, direct = without - {goal}, goal not in without
    while True:
        open_ways: Ways = ways if direct else _Indirect(ways, origin, goal)
        path = next(cheapest_paths(open_ways, origin, {goal}, max_hops, avoid=crossed | avoid), None)
        if path is None or not path.ties:
            return
        yield path
        if path.hops == 1:
            direct = False
        else:
            crossed |= {path.actors[1]}


@dataclass(frozen=True, slots=True)
class _Indirect:
    """The same ways without the step from `start` straight to `end`."""

    ways: Ways
    start: str
    end: str

    def steps(self, actor: str) -> Iterator[Step]:
        """Yield the steps that are left."""
        for step in self.ways.steps(actor):
            if not (actor == self.start and step.to == self.end):
                yield step
