"""The newcomer rule at size: nobody placed moves by a hundredth, whoever comes."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from benchmarks.bench_newcomer import (
    KINDS,
    Addition,
    additions,
    farthest,
    in_rows,
    ratio,
    with_newcomer,
)
from benchmarks.situations import case, staged
from layouts.individual import individual_sheet
from layouts.individual.sheet_reading import Drawn, DrawnNode, drawn

Sized = Callable[[int, int], int]


def test_nobody_is_drawn_elsewhere_when_somebody_comes(sized: Sized, seed: int) -> None:
    for index in range(sized(1, 40)):
        for addition in additions(staged(case(seed, index)), f"{seed}:{index}", sized(2, 6)):
            # Smaller letters: coordinates are rounded to 0.01 mm at both ends of a shape, on both sheets.
            assert addition.moved <= (0.02 if addition.resized else 0.0), (index, addition)
            assert addition.resized or addition.together == 0.0, (index, addition)


def test_ten_thousand_additions_change_no_recorded_place(sized: Sized, seed: int) -> None:
    wanted = sized(40, 10_000)
    found = list(in_rows(seed, wanted))
    assert sum(row.additions for row in found) == wanted
    assert [row for row in found if row.moved] == []


def test_a_figure_or_an_outline_drawn_elsewhere_is_seen(seed: int) -> None:
    before = drawn(individual_sheet(staged(case(seed, 1))))
    assert farthest(before, before, resized=False) == (0.0, 0.0)
    for kind in ("professional", "institution"):
        id_ = next(node.id for node in before.nodes.values() if node.kind == kind)
        found = farthest(before, shifted(before, id_), resized=False)
        assert found == (pytest.approx(0.01, abs=1e-3), 0.0)
    all_moved = before
    for node in before.nodes:
        all_moved = shifted(all_moved, node)
    assert farthest(before, all_moved, resized=False) == (pytest.approx(0.0, abs=1e-3), 0.01)


def shifted(found: Drawn, id_: str) -> Drawn:
    """Return the drawing with one thing a hundredth of a millimetre to the right."""
    node = found.nodes[id_]
    box = node.box.moved(0.01, 0.0)
    moved = DrawnNode(
        node.id,
        node.kind,
        node.parent,
        node.side,
        box,
        box,
        tuple(shape + np.array([0.01, 0.0]) for shape in node.shape),
        node.texts,
    )
    return Drawn(nodes=found.nodes | {id_: moved}, lines=found.lines, sizes=found.sizes)


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
    assert ratio(
        [Addition("arrow", 0.0, 0.0, False, 6, 4), Addition("person", 0.0, 0.0, False, 0, 4)]
    ) == pytest.approx(0.75)
    assert ratio([Addition("arrow", 0.0, 0.0, False, 0, 0)]) == 1.0
    assert ratio([Addition("arrow", 0.0, 0.0, False, 2, 0)]) == float("inf")
