"""The cheapest path within H hops is exact: equal to the enumeration of every path, on random networks."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sociogram.directory.rows import Relation
from sociogram.referral.network import network_of
from sociogram.referral.paths import Path, cheapest_paths, within_reach
from sociogram.referral.snapshot import snapshot_of
from sociogram.referral.tie_cost import NANO
from sociogram.referral.weights import weights

EVERYWHERE = 10**6


def shape(chance: random.Random) -> dict[str, Any]:
    return {
        "nodes": chance.randrange(10, 61),
        "degree": chance.uniform(2, 6),
        "trap": chance.random() < 0.6,
    }


def test_costs_and_paths_equal_the_enumeration_of_every_path(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    networks = sized(250, 1000)
    longer = 0
    for number in range(networks):
        chance = random.Random(f"{seed}-{number}")
        directory = make_directory(chance, **shape(chance))
        origin, hops = min(directory.organisations), chance.choice((2, 3, 3, 4))
        network = network_of(directory)
        found = {
            path.actors[-1]: path for path in cheapest_paths(network, origin, directory.organisations, hops)
        }
        expected = truth(directory).best(origin, hops)
        assert set(found) == set(expected) == set(within_reach(network, origin, hops))
        for node, (cost, actors, ties) in expected.items():
            assert abs(found[node].cost / NANO - cost) < 1e-7
            assert (found[node].actors, found[node].ties) == (actors, ties)
        longer += unbounded_is_longer(network, origin, directory, hops)
    assert longer >= 0.3 * networks, "the networks do not try the hop limit enough"


def unbounded_is_longer(network: Any, origin: str, directory: Any, hops: int) -> bool:
    """Whether some cheapest path without a limit crosses more than `hops` ties, to a node within reach."""
    free = cheapest_paths(network, origin, directory.organisations, len(directory.organisations))
    near = within_reach(network, origin, hops)
    return any(path.hops > hops for path in free if path.actors[-1] in near)


def test_an_early_stop_never_changes_what_was_already_found(make_directory: Any, seed: int) -> None:
    for number in range(20):
        chance = random.Random(f"stop-{seed}-{number}")
        directory = make_directory(chance, **shape(chance))
        network, origin = network_of(directory), min(directory.organisations)
        whole = list(cheapest_paths(network, origin, directory.organisations, 3))
        limit = whole[len(whole) // 2].cost

        def enough(path: Path, limit: int = limit) -> bool:
            return path.cost > limit

        cut = list(cheapest_paths(network, origin, directory.organisations, 3, enough=enough))
        assert cut == [path for path in whole if path.cost <= limit]


def test_equal_costs_go_by_hops_then_actors_then_ties() -> None:
    ties = [
        Relation("tie-b", "", "a", "m2", "works_with"),
        Relation("tie-a", "", "a", "m1", "works_with"),
        Relation("tie-d", "", "m1", "z", "works_with"),
        Relation("tie-c", "", "m2", "z", "works_with"),
        Relation("tie-e2", "", "z", "end", "works_with"),
        Relation("tie-e1", "", "z", "end", "works_with"),
    ]
    snapshot = snapshot_of({"a", "m1", "m2", "z", "end"}, ties, weights())

    class Arrays:
        def steps(self, actor: str) -> Any:
            return snapshot.steps(snapshot.nodes.index(actor))

    (path,) = cheapest_paths(Arrays(), "a", {"end"}, 4)
    assert path.actors == ("a", "m1", "z", "end")
    assert path.ties == ("tie-a", "tie-d", "tie-e1")


def test_a_cheap_long_way_does_not_hide_the_short_one_that_can_go_on() -> None:
    """Plain Dijkstra with one label a node finds no way here within three hops."""
    ties = [
        Relation("t1", "", "a", "b", "refers_to"),
        Relation("t2", "", "b", "c", "refers_to"),
        Relation("t3", "", "a", "c", "member_of", status="projet_termine"),
        Relation("t4", "", "c", "d", "refers_to"),
        Relation("t5", "", "d", "e", "refers_to"),
    ]
    snapshot = snapshot_of({"a", "b", "c", "d", "e"}, ties, weights())

    class Arrays:
        def steps(self, actor: str) -> Any:
            return snapshot.steps(snapshot.nodes.index(actor))

    assert [path.actors for path in cheapest_paths(Arrays(), "a", {"e"}, 3)] == [("a", "c", "d", "e")]
    assert [path.actors for path in cheapest_paths(Arrays(), "a", {"e"}, 4)] == [("a", "b", "c", "d", "e")]


def test_an_actor_to_avoid_is_as_absent_as_one_in_no_row(make_directory: Any, seed: int) -> None:
    met = 0
    for number in range(40):
        chance = random.Random(f"avoid-{seed}-{number}")
        directory = make_directory(chance, **shape(chance))
        origin, goals = min(directory.organisations), list(directory.organisations)
        avoid = frozenset(chance.sample(goals, 4))
        whole, without = network_of(directory), network_of(lacking(directory, avoid))
        found = list(cheapest_paths(whole, origin, goals, 3, avoid=avoid))
        if origin in avoid:
            assert not found
            assert not within_reach(whole, origin, 3, avoid=avoid)
            continue
        assert found == list(cheapest_paths(without, origin, goals, 3))
        assert within_reach(whole, origin, 3, avoid=avoid) == within_reach(without, origin, 3)
        met += len(found) < len(list(cheapest_paths(whole, origin, goals, 3))) - len(avoid)
    assert met, "no network where avoiding an actor cuts off others"


def lacking(directory: Any, out: frozenset[str]) -> Any:
    organisations = {id_: one for id_, one in directory.organisations.items() if id_ not in out}
    relations = {id_: tie for id_, tie in directory.relations.items() if not {tie.from_id, tie.to_id} & out}
    services = {id_: one for id_, one in directory.services.items() if one.organisation_id not in out}
    return replace(directory, organisations=organisations, relations=relations, services=services)
