"""Tidy-up: nothing beyond the limit, the reading never worse, the same answer twice, nothing lost."""

from collections.abc import Callable
from dataclasses import replace
from math import hypot
from random import Random
from typing import Any

import pytest

from benchmarks.families import family_case
from benchmarks.situations import case, staged
from layouts.individual import SheetSettings, individual_positions, individual_sheet
from layouts.tidying import tidied
from layouts.tidying.tidying import reading_of
from sociogram.situation.staging import Staging

SETTINGS = SheetSettings()
Sized = Callable[[Any, Any], Any]


def shaken(staging: Staging, index: int, *, by: int = 1000) -> Staging:
    """The first layout, everything pushed by up to `by` hundredths of a mm towards the middle of it all."""
    random = Random(index)
    places = individual_positions(staging, SETTINGS)
    middle = [sum(axis) / len(places) for axis in zip(*places.values(), strict=True)]

    def pushed(value: int, axis: int) -> int:
        return value + random.randint(0, by) * (1 if value < middle[axis] else -1)

    moved = tuple((id_, (pushed(x, 0), pushed(y, 1))) for id_, (x, y) in places.items())
    return replace(staging, positions=moved)


def far(one: tuple[int, int], two: tuple[int, int]) -> float:
    return hypot(one[0] - two[0], one[1] - two[1]) / 100


def test_a_limit_holds_and_the_reading_never_gets_worse(sized: Sized, seed: int) -> None:
    better = 0
    for index in range(sized(2, 200)):
        staging = shaken(staged(case(seed, index)), index)
        there = dict(staging.positions)
        for most in sized((25.0,), (5.0, 30.0)):
            found = tidied(staging, SETTINGS, most=most)
            assert found.places.keys() <= there.keys()
            assert all(far(there[id_], at) <= most for id_, at in found.places.items())
            after = replace(staging, positions=tuple((there | dict(found.places)).items()))
            drawn_so = reading_of(individual_sheet(after, SETTINGS), after)
            assert drawn_so == found.after
            assert found.after.trouble <= found.before.trouble
            assert found.after.hard <= found.before.hard
            assert found.after.letters >= found.before.letters - 0.01
            assert (found.before == found.after) == (not found.places)
            better += found.after.trouble < found.before.trouble
    assert better > 0


def test_the_same_twice() -> None:
    staging = shaken(staged(case(1, 5)), 5)
    assert tidied(staging, SETTINGS, most=20.0) == tidied(staging, SETTINGS, most=20.0)


def test_the_first_time_the_layout_is_recorded_as_it_is() -> None:
    staging = staged(case(1, 5))
    found = tidied(staging, SETTINGS)
    assert found.first
    assert found.places == individual_positions(staging, SETTINGS)
    assert found.before == found.after


def test_a_newcomer_gets_the_place_the_sheet_shows() -> None:
    staging = shaken(staged(case(1, 5)), 5, by=0)
    newcomer = staging.figures[-1].id
    kept = replace(staging, positions=tuple((k, v) for k, v in staging.positions if k != newcomer))
    found = tidied(kept, SETTINGS, most=10.0)
    assert newcomer in found.places
    assert far(found.places[newcomer], individual_positions(kept, SETTINGS)[newcomer]) <= 10.0


@pytest.mark.parametrize("index", [13, 18])
def test_families_with_homes_within_services(index: int) -> None:
    staging = shaken(staged(family_case(1, index)), index, by=600)
    found = tidied(staging, SETTINGS, most=15.0)
    there = dict(staging.positions)
    assert all(far(there[id_], at) <= 15.0 for id_, at in found.places.items())
    assert found.after.trouble <= found.before.trouble
