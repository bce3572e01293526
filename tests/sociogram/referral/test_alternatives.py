"""Alternatives begin with different relays, cross none given before, and are the cheapest such ways."""

import random
from collections.abc import Callable
from typing import Any

from sociogram.referral.alternatives import alternatives
from sociogram.referral.network import network_of


def expected(truth: Any, origin: str, goal: str, hops: int, without: set[str]) -> list[Any]:
    """Every way without a repeated actor, taken greedily: the cheapest, then without its first relay."""
    paths = [path for path in truth.every_path(origin, hops) if path[1][-1] == goal and path[2]]
    paths.sort(key=lambda path: (round(path[0], 7), len(path[2]), path[1], path[2]))
    crossed, direct, found = without - {goal}, goal not in without, []
    for _ in range(len(paths)):
        left = [p for p in paths if not crossed & set(p[1]) and (direct or len(p[2]) > 1)]
        if not left:
            break
        found.append(left[0])
        if len(left[0][2]) == 1:
            direct = False
        else:
            crossed = crossed | {left[0][1][1]}
    return [(path[1], path[2]) for path in found]


def test_alternatives_are_the_cheapest_through_other_first_relays(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    several = directly = 0
    for number in range(sized(60, 600)):
        chance = random.Random(f"other-{seed}-{number}")
        directory = make_directory(chance, nodes=chance.randrange(8, 24), degree=chance.uniform(2, 5))
        origin, goal, *others = chance.sample(sorted(directory.organisations), 5)
        without = chance.choice((set(), set(others), {goal}))
        hops = chance.choice((2, 3))
        found = [
            (path.actors, path.ties)
            for path in alternatives(network_of(directory), origin, goal, hops, frozenset(without))
        ]
        assert found == expected(truth(directory), origin, goal, hops, without)
        several += len(found) > 1
        directly += any(len(ties) == 1 for _, ties in found[1:])
    assert several
    assert directly


def test_an_actor_to_avoid_is_on_no_alternative_and_is_no_goal(make_directory: Any, seed: int) -> None:
    chance = random.Random(seed)
    directory = make_directory(chance, nodes=20, degree=5)
    network, (origin, goal, *_) = network_of(directory), sorted(directory.organisations)
    whole = list(alternatives(network, origin, goal, 4))
    relays = frozenset(path.actors[1] for path in whole if path.hops > 1)
    assert relays
    kept = alternatives(network, origin, goal, 4, avoid=relays)
    assert not any(relays & set(path.actors) for path in kept)
    assert not list(alternatives(network, origin, goal, 4, avoid=frozenset({goal})))
    assert not list(alternatives(network, origin, origin, 4))
