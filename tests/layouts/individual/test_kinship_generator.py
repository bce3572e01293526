"""The published generator of families keeps its ranges, breaks no rule, and shows what it promises."""

from collections import Counter
from collections.abc import Callable

import pytest

from benchmarks.families import family_case, family_cases, staged
from sociogram.rules.situation_rules import broken_rules
from sociogram.situation.plain import plain_of_json
from sociogram.situation.plain_gestures import situation_of_plain


@pytest.fixture(scope="module")
def count(sized: Callable[[int, int], int]) -> int:
    return sized(60, 1_000)


def test_every_case_is_a_situation_within_the_ranges(count: int, seed: int) -> None:
    for index, made in enumerate(family_cases(seed, count)):
        situation = situation_of_plain(plain_of_json(made.situation, place=""))
        nodes, arrows = len(situation.persons) + len(situation.professionals), len(situation.activations)
        assert broken_rules(situation, set(made.buildings)) == ()
        assert 2 <= nodes <= 80
        assert nodes <= arrows <= 80 or arrows == 80 or nodes == 2
        assert len(made.buildings) <= (6 if nodes <= 40 else 12)
        if index % 5 == 4:
            assert (nodes, arrows) == (80, 80)
            assert len(made.buildings) == (8 if index % 10 == 9 else 12)


def test_the_same_seed_and_index_give_the_same_case() -> None:
    assert family_case(7, 3) == family_case(7, 3)
    assert family_case(7, 3) != family_case(8, 3)


def test_what_families_are_made_of_is_there(count: int, seed: int) -> None:
    seen: Counter[str] = Counter()
    for made in family_cases(seed, count):
        staging = staged(made)
        seen.update({line.kind for line in staging.kin})
        seen["ended couple"] += any(line.ended for line in staging.kin)
        seen["two homes"] += bool(staging.former_homes)
        seen["housed"] += any(c.kind == "household" and c.inside for c in staging.containers)
        seen["no home"] += any(f.kind == "person" and f.inside is None for f in staging.figures)
        parents = {line.b: {k.a for k in staging.kin if k.kind == "filiation" and k.b == line.b}
                   for line in staging.kin if line.kind == "filiation"}  # fmt: skip
        seen["half-siblings"] += any(
            one != two and one & two for one in parents.values() for two in parents.values()
        )
    for what in ("couple", "filiation", "foster", "ended couple", "two homes", "housed", "no home"):
        assert seen[what] >= count // 6, what
    assert seen["half-siblings"] >= count // 10
