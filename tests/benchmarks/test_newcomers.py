"""The newcomer rule at size: nobody placed moves by a hundredth, whoever comes."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from benchmarks.bench_newcomer import KINDS, Addition, additions, ratio, with_newcomer
from benchmarks.situations import case, staged


def test_nobody_moves_and_crossings_stay_near(sized: Callable[[int, int], int], seed: int) -> None:
    found = [
        addition
        for index in range(sized(2, 40))
        for addition in additions(staged(case(seed, index)), f"{seed}:{index}", sized(2, 6))
    ]
    assert {addition.moved for addition in found} == {0}
    assert {addition.kind for addition in found} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_one_thing_is_added(kind: str, seed: int) -> None:
    staging = staged(case(seed, 2))
    after = with_newcomer(staging, kind, Random(seed))
    assert len(after.arrows) == len(staging.arrows) + 1
    assert len(after.figures) == len(staging.figures) + (kind != "arrow")
    assert after.arrows[-1].number == max(arrow.number for arrow in staging.arrows) + 1
    known = {figure.id for figure in after.figures}
    assert {after.arrows[-1].activator, after.arrows[-1].activated} <= known
    assert replace(staging, figures=(), containers=(), arrows=()) == replace(
        after, figures=(), containers=(), arrows=()
    )


def test_the_ratio_is_of_means() -> None:
    assert ratio([Addition("arrow", 0, 6, 4), Addition("person", 0, 0, 4)]) == pytest.approx(0.75)
    assert ratio([Addition("arrow", 0, 0, 0)]) == 1.0
    assert ratio([Addition("arrow", 0, 2, 0)]) == float("inf")
