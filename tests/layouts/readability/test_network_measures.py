"""Stress, neighbours, angles and lengths: beside networkx and the plain definitions."""

from cmath import phase
from itertools import combinations
from math import hypot, pi
from random import Random

import networkx
import numpy as np
import pytest

from layouts.readability.ends import angular_resolution, edge_length_deviation
from layouts.readability.network import Network, neighbourhood_preservation, stress
from layouts.readability.wires import Wire

Place = tuple[float, float]


def drawing(seed: int, number: int) -> tuple[networkx.Graph, dict[str, Place]]:
    random = Random(f"{seed}:{number}")
    plain = networkx.gnm_random_graph(12, 18, seed=number + 17 * seed)
    graph = networkx.relabel_nodes(plain, {node: f"n{node}" for node in plain})
    graph.remove_nodes_from([node for node in list(graph) if not graph.degree(node)])
    return graph, {node: (random.uniform(0, 200), random.uniform(0, 150)) for node in graph}


def network(graph: networkx.Graph, at: dict[str, Place]) -> Network:
    return Network(at, {node: frozenset(graph[node]) for node in graph})


def wires(graph: networkx.Graph, at: dict[str, Place]) -> list[Wire]:
    """Straight lines aimed at the middles, from outline to outline: a tenth is left out at each end."""
    found = []
    for a, b in graph.edges:
        one, two = np.array(at[a]), np.array(at[b])
        points = np.array([one + 0.1 * (two - one), two + 0.1 * (one - two)])
        found.append(Wire(f"{a}-{b}", "activation", a, b, "red", points))
    return found


def apart(at: dict[str, Place], a: str, b: str) -> float:
    return hypot(at[a][0] - at[b][0], at[a][1] - at[b][1])


@pytest.mark.parametrize("number", range(4))
def test_stress_is_the_least_over_all_scales(number: int, seed: int) -> None:
    graph, at = drawing(seed, number)
    far = dict(networkx.all_pairs_shortest_path_length(graph))
    pairs = [(far[a][b], apart(at, a, b)) for a, b in combinations(graph, 2) if b in far[a]]

    def at_scale(scale: float) -> float:
        return sum((scale * drawn - steps) ** 2 / steps**2 for steps, drawn in pairs) / len(pairs)

    low, high = 0.0, 1.0
    for _ in range(200):
        third = (high - low) / 3
        low, high = (
            (low, high - third) if at_scale(low + third) < at_scale(high - third) else (low + third, high)
        )
    assert stress(network(graph, at)) == pytest.approx(at_scale((low + high) / 2), rel=1e-6)


def test_stress_does_not_see_the_size_of_the_paper(seed: int) -> None:
    graph, at = drawing(seed, 1)
    larger = {node: (3 * x + 7, 3 * y - 2) for node, (x, y) in at.items()}
    assert stress(network(graph, larger)) == pytest.approx(stress(network(graph, at)))


def test_a_perfect_chain_has_no_stress_and_keeps_its_neighbours() -> None:
    graph = networkx.path_graph(["a", "b", "c", "d"])
    at = {node: (10.0 * i, 0.0) for i, node in enumerate(graph)}
    assert stress(network(graph, at)) == pytest.approx(0)
    folded = at | {"d": (1.0, 0.0)}
    assert (stress(network(graph, folded)) or 0) > 0.1
    assert neighbourhood_preservation(network(graph, at)) == pytest.approx(1)
    assert (neighbourhood_preservation(network(graph, folded)) or 0) < 0.7


@pytest.mark.parametrize("number", range(4))
def test_neighbours_on_paper_beside_neighbours_in_ties(number: int, seed: int) -> None:
    graph, at = drawing(seed, number)
    scores = []
    for node in graph:
        nearest = sorted((other for other in graph if other != node), key=lambda o: apart(at, node, o))
        close, tied = set(nearest[: graph.degree(node)]), set(graph[node])
        scores.append(len(close & tied) / len(close | tied))
    assert neighbourhood_preservation(network(graph, at)) == pytest.approx(sum(scores) / len(scores))


@pytest.mark.parametrize("number", range(4))
def test_angles_beside_purchases_definition(number: int, seed: int) -> None:
    graph, at = drawing(seed, number)
    deviations = []
    for node in (n for n in graph if graph.degree(n) > 1):
        angles = sorted(phase(complex(at[o][0] - at[node][0], at[o][1] - at[node][1])) for o in graph[node])
        gaps = [(b - a) % (2 * pi) for a, b in zip(angles, [*angles[1:], angles[0]], strict=True)]
        ideal = 2 * pi / graph.degree(node)
        deviations.append(abs(ideal - min(gaps)) / ideal)
    expected = 1 - sum(deviations) / len(deviations)
    assert angular_resolution(wires(graph, at), at) == pytest.approx(expected)


def test_a_cross_is_as_good_as_can_be_and_a_pair_on_each_other_as_bad() -> None:
    at = {"m": (0.0, 0.0), "n": (0.0, 9.0), "s": (0.0, -9.0), "e": (9.0, 0.0), "w": (-9.0, 0.0)}
    star = networkx.Graph([("m", other) for other in "nsew"])
    assert angular_resolution(wires(star, at), at) == pytest.approx(1)
    twice = [*wires(networkx.Graph([("m", "n")]), at)] * 2
    assert angular_resolution(twice, at) == pytest.approx(0)
    assert angular_resolution(twice[:1], at) is None


def test_lengths_are_those_of_the_curves() -> None:
    short = Wire("s", "activation", "a", "b", "red", np.array([[0.0, 0.0], [10.0, 0.0]]))
    round_ = Wire(
        "r", "activation", "a", "b", "red", np.array([[0.0, 0.0], [0.0, 10.0], [10.0, 10.0], [10.0, 0.0]])
    )
    assert edge_length_deviation([short, round_]) == pytest.approx(0.5)
    assert edge_length_deviation([short, short]) == pytest.approx(0)
    assert edge_length_deviation([]) is None


def test_nothing_tied_has_no_figures() -> None:
    assert stress(Network({}, {})) is None
    assert neighbourhood_preservation(Network({}, {})) is None
