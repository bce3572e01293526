"""The comparison is fair: peers get our boxes and containment, keep them, and are measured like ours."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from benchmarks.bench_layouts import goals
from benchmarks.peers.comparison import Score, from_points, measured, overlaid
from benchmarks.peers.points import ENGINES, components
from benchmarks.peers.programs import Source
from benchmarks.peers.removal import apart, boxes_of
from benchmarks.peers.task import GAP, Task, between, drawing, task_of
from benchmarks.situations import case, staged
from layouts.individual import individual_sheet
from layouts.individual.boxes import Box
from layouts.individual.sheet_reading import drawn


@pytest.fixture(scope="module")
def task() -> Task:
    return task_of(drawn(individual_sheet(staged(case(1, 7)))))


def placements(task: Task, seed: int) -> Iterator[dict[str, Box]]:
    chance = np.random.default_rng(seed)
    for spread in (1.0, 60.0, 900.0):
        yield boxes_of(task, {id_: tuple(chance.uniform(0, spread, 2)) for id_ in task.ours.nodes})


def test_the_task_holds_every_figure_outline_and_line(task: Task) -> None:
    assert set(task.sizes) | set(task.outlines) == set(task.ours.nodes)
    assert not set(task.sizes) & set(task.outlines)
    assert len(task.lines) == len([line for line in task.ours.lines if line.tail != line.head])
    for id_, (w, h) in task.sizes.items():
        assert (w, h) == (task.ours.nodes[id_].box.w, task.ours.nodes[id_].box.h)


def test_after_the_removal_nothing_overlaps_and_members_are_inside(task: Task, seed: int) -> None:
    for boxes in placements(task, seed):
        found = measured(drawing(task, boxes), 0.0)
        assert (found.overlaps, found.outsiders) == (0, 0)
        for id_, (w, h) in task.sizes.items():
            assert boxes[id_].w == pytest.approx(w)
            assert boxes[id_].h == pytest.approx(h)
        for member, container in task.parents.items():
            assert boxes[container].holds(boxes[member])


def test_boxes_are_pushed_apart_by_the_gap_and_no_further_than_needed(seed: int) -> None:
    chance = np.random.default_rng(seed)
    at, sizes = chance.uniform(0, 30, (12, 2)), chance.uniform(5, 25, (12, 2))
    found = apart(at, sizes)
    for i, j in combinations(range(12), 2):
        room = np.abs(found[i] - found[j]) - (sizes[i] + sizes[j]) / 2
        assert room.max() >= GAP - 1e-3
    far = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert apart(far, np.full((2, 2), 20.0)) == pytest.approx(far, abs=1e-3)
    near = apart(np.array([[0.0, 0.0], [10.0, 0.0]]), np.full((2, 2), 20.0))
    assert near[1] - near[0] == pytest.approx((20.0 + GAP, 0.0), abs=1e-2)


def test_lines_run_straight_from_border_to_border() -> None:
    line = between(Box(0, 0, 10, 10), Box(30, 0, 10, 20))
    assert line[0] == pytest.approx((10, 5 + 5 * 5 / 30))
    assert line[1] == pytest.approx((30, 10 - 5 * 5 / 30))


@pytest.mark.parametrize("engine", list(ENGINES))
def test_an_engine_gives_the_same_drawing_twice(task: Task, engine: str) -> None:
    one, _ = from_points(task, engine, 3)
    two, _ = from_points(task, engine, 3)
    assert one == two
    found = measured(drawing(task, one), 0.0)
    assert (found.overlaps, found.outsiders, found.lines) == (0, 0, len(task.lines))


def test_lines_on_each_other_are_counted(task: Task) -> None:
    boxes = next(placements(task, 1))
    pairs = [frozenset(ends) for ends in task.lines]
    same = sum(one == two for one, two in combinations(pairs, 2))
    assert overlaid(drawing(task, boxes)) == same > 0
    three = drawing(task, boxes)
    assert overlaid(replace(three, lines=three.lines[:1] * 3)) == 3


def test_what_graphviz_is_given(task: Task) -> None:
    for engine in ("dot", "fdp"):
        text = Source(task, engine).text()
        assert text.count("subgraph cluster_") == len(task.outlines)
        assert text.count("{") == text.count("}")
    flat = Source(task, "neato").text()
    assert "subgraph" not in flat
    assert flat.count(" -> ") == len(task.lines) + len(task.parents)


def test_components_are_the_connected_ones() -> None:
    assert components(7, [(0, 1), (4, 0), (0, 6), (3, 5)]) == [[0, 1, 4, 6], [3, 5], [2]]


def score(crossings: int, overlaps: int = 0) -> Score:
    return Score(5, 9, crossings, crossings, overlaps, 0, 0, 0, 0.1, 0.01)


def test_the_goals_are_counted_as_they_are_written() -> None:
    rows = [
        ("0", {"Sociogram": score(4), "dot": score(9), "neato": score(4, overlaps=3)}),
        ("1", {"Sociogram": score(13), "dot": score(10, overlaps=5), "neato": score(11, overlaps=9)}),
        ("2", {"Sociogram": score(12), "dot": score(10), "neato": score(11)}),
        ("3", {"Sociogram": score(3), "dot": score(0), "neato": score(11)}),
    ]
    won, over, faults, together = goals(rows, ["4"])
    assert "1 of 5 (20 %" in won
    assert ": 3 (goal 0): 4, 1, 3" in over
    assert "0 (goal 0); cases in which any peer has none: 3 of 4" in faults
    assert together.endswith("2 of 5")
