"""The part of a large directory that one question needs, found by the server itself: the cheapest ways to
whoever offers what is asked, and the rows they name. Searching in this part gives the answer that searching
in the whole would (referral/paths.py decides both times; docs/design/0019-neo4j.md).

What is hidden is filtered by the parameters of every query, and again where rows become a directory. A row
that the query took and the reading refuses is named, and the question is asked again without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, LiteralString, get_args

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation, Sensitivity, ServiceStatus, TieKind
from sociogram.referral.tie_cost import both_ways, tie_cost
from sociogram.referral.weights import Weights
from sociogram.stores.neo4j import reach_queries
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.left_out import NOBODY, Leaving, LeftOut, left_out
from sociogram.stores.neo4j.reach_rows import Arrivals, Granted, all_of, by_ids, providers
from sociogram.stores.reaching import ReachQuestion

MOST_TRIES = 20
"""How many spoilt rows one question gets around."""
OPEN_LEVELS: tuple[Sensitivity, ...] = ("public", "prudence")


@dataclass(frozen=True, slots=True)
class Way:
    """One cheapest way as the server found it; `cost` in nano-units."""

    cost: int
    actors: tuple[str, ...]
    ties: tuple[str, ...]


@dataclass(slots=True)
class Refused:
    """What the query took and the reading refused."""

    organisations: set[str] = field(default_factory=set)
    ties: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.organisations) + len(self.ties)


def reach(
    tx: Transaction, granted: Granted, question: ReachQuestion, *, several: bool = True
) -> Directory | None:
    """Return the rows of this question: places and words whole, the services asked for, their organisations,
    and the ties of the cheapest ways. None when too many rows are spoilt: then read the whole.

    `several` is False only when all open rows are of one bringer: nobody else's row of the same id need be
    looked for then.
    """
    ids = [one["id"] for one in tx.run(reach_queries.SERVICES_OF_NEEDS, needs=list(question.needs))]
    services = by_ids(tx, "service", ids)
    goals = providers(services) | granted.providers()
    words = all_of(tx, "term")
    base = all_of(tx, "place") | words | services
    base |= by_ids(tx, "organisation", {question.origin, *goals, *question.must_not_know, *question.consent})
    left = left_out(tx, granted, question, granted.directory(words).terms)
    refused = Refused()
    for _ in range(MOST_TRIES):
        values = _values(question, granted, refused)
        hop = reach_queries.hop(several=several, granted=bool(granted.keys))
        search = Search(tx, question, hop, values, left)
        best = search.best(goals)
        ways = best + search.otherwise(goals - {way.actors[-1] for way in best})
        directory = granted.directory(base | _rows_of(tx, ways))
        other = [way for relay in sorted(question.around(directory)) for way in search.around(relay, best)]
        if other:
            ways += other
            directory = granted.directory(base | _rows_of(tx, ways))
        known = len(refused)
        for way in ways:
            _check(directory, way, question.weights, refused)
        if len(refused) == known:
            return directory
    return None


def _rows_of(tx: Transaction, ways: list[Way]) -> Arrivals:
    ties = by_ids(tx, "relation", {tie for way in ways for tie in way.ties})
    return ties | by_ids(tx, "organisation", {actor for way in ways for actor in way.actors})


@dataclass(frozen=True, slots=True)
class Search:
    """The searches of one question, in one state of the rows; `hop` and `values` are the server's share."""

    tx: Transaction
    question: ReachQuestion
    hop: LiteralString
    values: dict[str, Any]
    left: LeftOut

    def best(self, goals: set[str]) -> list[Way]:
        """Return the cheapest ways that answer, each once."""
        found = self.cheapest_ways(self.left.searches()[0])
        return [found[goal] for goal in sorted(goals) if goal in found]

    def otherwise(self, goals: set[str]) -> list[Way]:
        """Return ways to those that are reached only over somebody left out: they tell why."""
        ways: list[Way] = []
        for leaving in self.left.searches()[1:] if goals else ():
            found = self.cheapest_ways(leaving)
            ways += [found[goal] for goal in sorted(goals) if goal in found]
        return ways

    def around(self, relay: str, best: list[Way]) -> list[Way]:
        """Return another way for each of `best` that begins with `relay`: without it, else from elsewhere."""
        goals = [way.actors[-1] for way in best if way.actors[1:2] == (relay,)]
        leaving = self.left.searches()[0]
        found = self.cheapest_ways(leaving, without=relay) if goals else {}
        if any(goal not in found for goal in goals):
            found = {**self.cheapest_ways(leaving, not_first=relay), **found}
        return [found[goal] for goal in goals if goal in found]

    def cheapest_ways(
        self, leaving: Leaving = NOBODY, *, without: str | None = None, not_first: str | None = None
    ) -> dict[str, Way]:
        """Return the cheapest way to every organisation within reach; equal costs: fewer hops, actors, ties.
        None goes over those left out or over `without`, none begins with `not_first`.

        The server goes one hop at a time from all ways found in the hop before. A way is dropped when its end
        was reached before at no higher cost: what goes on from it is no cheaper and longer (as in
        referral/paths.py). Ids are compared here, not by the server, which orders some alphabets otherwise.
        """
        origin = self.question.origin
        found = {origin: Way(0, (origin,), ())}
        level = [found[origin]]
        for turn in range(self.question.max_hops):
            reached = self._hop(level, found)
            gone = {without, not_first if turn == 0 else None} | self.left.among(reached, leaving)
            level = [way for name, way in reached.items() if name not in gone]
            found |= {way.actors[-1]: way for way in level}
        return found

    def _hop(self, level: list[Way], found: dict[str, Way]) -> dict[str, Way]:
        """Return the ways of one hop more that are cheaper than those found, by their ends."""
        if not level:
            return {}
        sent = [{"id": way.actors[-1], "cost": way.cost, "number": at} for at, way in enumerate(level)]
        further = {}
        for one in self.tx.run(self.hop, self.values, level=sent):
            name, cost = one["id"], one["cost"]
            if name in found and found[name].cost <= cost:
                continue
            before = ((level[number], tie) for number, tie in one["ways"])
            ways = (Way(cost, (*way.actors, name), (*way.ties, tie)) for way, tie in before)
            further[name] = min(ways, key=_order)
        return further


def _order(way: Way) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return way.actors, way.ties


def _values(question: ReachQuestion, granted: Granted, refused: Refused) -> dict[str, Any]:
    return {
        "viewer": granted.viewer.id,
        "open": list(OPEN_LEVELS),
        "kinds": list(get_args(TieKind)),
        "statuses": list(get_args(ServiceStatus)),
        "costs": costs_by_kind(question.weights),
        "opened": {name: _opened(tie, question.weights) for name, tie in granted.ties.items()},
        "opened_organisations": sorted(granted.organisations),
        "refused_organisations": sorted(refused.organisations),
        "refused_ties": sorted(refused.ties),
    }


def costs_by_kind(weights: Weights) -> Mapping[str, int]:
    """Return the cost of a tie by `kind status`; what carries nothing is not there."""
    found = {}
    for kind in get_args(TieKind):
        for status in get_args(ServiceStatus):
            cost = tie_cost(Relation("", "", "", "", kind, status=status), weights)
            if cost is not None:
                found[f"{kind} {status}"] = cost
    return found


def _opened(tie: Relation, weights: Weights) -> dict[str, Any]:
    return {
        "ends": [tie.from_id, tie.to_id],
        "both_ways": both_ways(tie),
        "cost": tie_cost(tie, weights),
    }


def _check(directory: Directory, way: Way, weights: Weights, refused: Refused) -> None:
    """Refuse what the viewer does not see as the query took it: an organisation, a tie, its ends, a cost."""
    unseen = set(way.actors) - set(directory.organisations)
    refused.organisations |= unseen
    steps = list(zip(way.actors, way.actors[1:], way.ties, strict=False))
    costs = {name: _cost(directory, before, after, name, weights) for before, after, name in steps}
    wrong = {name for before, after, name in steps if costs[name] is None and not {before, after} & unseen}
    if not unseen and not wrong and sum(cost or 0 for cost in costs.values()) != way.cost:
        wrong = set(way.ties)
    refused.ties |= wrong


def _cost(directory: Directory, before: str, after: str, name: str, weights: Weights) -> int | None:
    tie = directory.relations.get(name)
    return tie_cost(tie, weights) if tie and _leads(tie, before, after) else None


def _leads(tie: Relation, before: str, after: str) -> bool:
    ends = (tie.from_id, tie.to_id)
    return ends == (before, after) or (both_ways(tie) and ends == (after, before))
