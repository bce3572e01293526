"""The compiled loops against slower, independent ones."""

from itertools import combinations, pairwise

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.situations import case
from layouts.individual.blocks import blocks_of
from layouts.individual.boxes import Box
from layouts.individual.kernels.grid import DIAGONAL, cheapest_way
from layouts.individual.kernels.lines import crossings
from layouts.individual.kernels.plan import crossing_pairs
from layouts.individual.model import model_of
from layouts.individual.pieces import Plan, Table, first_plan, table_of
from layouts.individual.placed import scene_at
from layouts.individual.sizes import ladder
from sociogram.situation.plain import plain_of_json
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging


def staging_of(seed: int, index: int) -> Staging:
    one = case(seed, index)
    plain = plain_of_json(one.situation, place="case")
    return stage(situation_of_plain(plain), lang="fr", buildings=one.buildings)


@given(seed=st.integers(0, 10_000), rows=st.integers(2, 12), columns=st.integers(2, 12))
@settings(max_examples=60, deadline=None)
def test_the_cheapest_way_is_the_cheapest(seed: int, rows: int, columns: int) -> None:
    random = np.random.default_rng(seed)
    closed = random.random((rows, columns)) < 0.3
    price = 1.0 + random.random((rows, columns))
    graph = networkx.DiGraph()
    free = [(r, c) for r in range(rows) for c in range(columns) if not closed[r, c]]
    for r, c in free:
        for dr, dc in ((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)):
            if (r + dr, c + dc) in free:
                length = DIAGONAL if dr and dc else 1.0
                graph.add_edge((r, c), (r + dr, c + dc), weight=length * price[r + dr, c + dc])
    if len(free) < 4:
        return
    starts, goals = {free[0]: 0.5, free[1]: 0.0}, {free[-1]: 0.25, free[-2]: 0.0}
    for cell, cost in starts.items():
        graph.add_edge("from", cell, weight=cost)
    for cell, cost in goals.items():
        graph.add_edge(cell, "to", weight=cost)
    numbers = [np.array([r * columns + c for r, c in cells]) for cells in (starts, goals)]
    costs = [np.array(list(cells.values())) for cells in (starts, goals)]
    way = cheapest_way(closed, price, numbers[0], costs[0], numbers[1], costs[1])
    if not networkx.has_path(graph, "from", "to"):
        assert len(way) == 0
        return
    cells = [divmod(int(node), columns) for node in way]
    total = starts[cells[0]] + goals[cells[-1]]
    total += sum(graph.edges[a, b]["weight"] for a, b in pairwise(cells))
    assert total == pytest.approx(networkx.dijkstra_path_length(graph, "from", "to"))


def side(o: tuple[int, ...], p: tuple[int, ...], q: tuple[int, ...]) -> int:
    return (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0])


def crosses(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two segments cross, in whole numbers: no rounding."""
    (p, q), (r, s) = ((a[:2], a[2:]), (b[:2], b[2:]))
    return side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0


@given(st.lists(st.tuples(*[st.integers(0, 20)] * 4), max_size=14))
@settings(deadline=None)
def test_crossings_are_all_of_them(segments: list[tuple[int, int, int, int]]) -> None:
    expected = sum(crosses(a, b) for a, b in combinations(segments, 2))
    ends = np.array(segments, dtype=float).reshape(len(segments), 4)
    assert crossing_pairs(np.ascontiguousarray(ends.T), 1e9) == expected
    assert (crossing_pairs(np.ascontiguousarray(ends.T), 1.5) > 1.5) == (expected > 1.5)
    half = len(segments) // 2
    between = sum(crosses(a, b) for a in segments[:half] for b in segments[half:])
    assert crossings(ends[:half], ends[half:]) == between


def tables(seed: int, count: int) -> list[tuple[Staging, Table, Plan]]:
    found = []
    for index in range(count):
        staging = staging_of(seed, index)
        blocks, model = blocks_of(staging), model_of(staging)
        table = table_of(blocks, model, Box(10.0, 20.0, 280.0, 150.0), ladder(1.0)[index % 6 + 8])
        found.append((staging, table, first_plan(blocks, model)))
    return found


def test_the_search_knows_the_places_that_are_drawn(seed: int) -> None:
    """The boxes the compiled search reckons with are those of the scene, to the rounding of a place."""
    for staging, table, first in tables(seed, 8):
        plan = table.improved(first, 1, 300)
        scene = scene_at(staging, Box(10.0, 20.0, 280.0, 150.0), table.sizes, table.centres(plan))
        corners, sizes = table.placed(plan)
        for i, id_ in enumerate(table.model.ids):
            box = scene.box(id_)
            drawn = (box.x, box.y, box.w, box.h)
            assert drawn == pytest.approx((*corners[i], *sizes[i]), abs=0.03), (staging.situation, id_)


def test_the_search_never_ends_worse_and_always_alike(seed: int) -> None:
    for _, table, first in tables(seed, 5):
        start = table.improved(first, 5, 0)
        found, again = table.improved(first, 5, 800), table.improved(first, 5, 800)
        assert found.cost <= start.cost
        assert table.improved(found, 9, 0).cost == found.cost
        assert found.cost == again.cost
        assert (found.row == again.row).all()
        assert sorted(found.row) == sorted(first.row)
        assert sorted(found.order) == sorted(first.order)
        assert found.breaks[0] == 2


def test_other_seeds_find_other_plans() -> None:
    _, table, first = tables(3, 1)[0]
    costs = {table.improved(first, seed, 200).cost for seed in range(6)}
    assert len(costs) > 1
