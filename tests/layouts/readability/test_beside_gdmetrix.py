"""The figures gdMetriX 0.0.5 gave for six drawings, written down once: ours must be the same."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx
import numpy as np
import pytest

from layouts.readability.ends import angular_resolution, edge_length_deviation
from layouts.readability.meetings import meetings
from layouts.readability.network import Network, stress
from layouts.readability.wires import Wire

FILE = Path(__file__).parents[2] / "vectors" / "readability" / "gdmetrix.json"
DRAWINGS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["drawings"]


def wires(drawing: dict[str, Any], left_out: float = 0.0) -> list[Wire]:
    """Straight lines from middle to middle, less a part at each end."""
    found = []
    for a, b in drawing["ties"]:
        one, two = (np.array(drawing["places"][end]) for end in (a, b))
        points = np.array([one + left_out * (two - one), two + left_out * (one - two)])
        found.append(Wire(f"{a}-{b}", "activation", a, b, "red", points))
    return found


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_crossings_and_their_angles(drawing: dict[str, Any]) -> None:
    found = meetings(wires(drawing))
    assert len(found) == drawing["crossings"]
    assert sorted(one.angle for one in found) == pytest.approx(drawing["crossing_angles"], abs=1e-3)


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_stress_angles_and_lengths(drawing: dict[str, Any]) -> None:
    graph = networkx.Graph(drawing["ties"])
    far = dict(networkx.all_pairs_shortest_path_length(graph))
    pairs = sum(b in far[a] for a, b in combinations(graph, 2))
    places = {name: (x, y) for name, (x, y) in drawing["places"].items()}
    network = Network(places, {name: frozenset(graph[name]) for name in places})
    assert (stress(network) or 0) * pairs == pytest.approx(drawing["stress"], abs=2e-3)
    # gdMetriX counts how far the angles are from the best, we how near.
    assert 1 - (angular_resolution(wires(drawing, 0.1), places) or 0) == pytest.approx(
        drawing["angular_resolution"], abs=1e-5
    )
    assert edge_length_deviation(wires(drawing)) == pytest.approx(drawing["edge_length_deviation"], abs=1e-5)


def test_there_are_drawings_with_crossings() -> None:
    assert len(DRAWINGS) == 6
    assert min(drawing["crossings"] for drawing in DRAWINGS) > 0
