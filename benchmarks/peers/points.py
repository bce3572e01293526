"""Peers that place points: igraph, s_gd2, OGDF. Every component apart, side by side; then one common scale.

Containers are vertices tied to their members, so that an engine that knows no clusters still keeps them near.
"""

import random
from collections.abc import Callable, Sequence
from importlib.metadata import version

import numpy as np
import numpy.typing as npt

from benchmarks.peers.task import Centre, Task

Floats = npt.NDArray[np.float64]
Pairs = list[tuple[int, int]]
Engine = Callable[[int, Pairs, int], Floats]
"""Number of vertices, edges, seed -> centres (n, 2)."""


def igraph_kk(count: int, edges: Pairs, seed: int) -> Floats:
    import igraph

    random.seed(seed)
    return np.array(igraph.Graph(count, edges).layout_kamada_kawai().coords)


def igraph_fr(count: int, edges: Pairs, seed: int) -> Floats:
    import igraph

    random.seed(seed)
    return np.array(igraph.Graph(count, edges).layout_fruchterman_reingold(niter=1000).coords)


def s_gd2_stress(count: int, edges: Pairs, seed: int) -> Floats:
    import s_gd2

    one, two = (list(column) for column in zip(*edges, strict=True))
    return np.array(s_gd2.layout(one, two, random_seed=seed))


def ogdf_stress(count: int, edges: Pairs, seed: int) -> Floats:
    import ogdf

    return _ogdf(count, edges, seed, ogdf.StressMinimization)


def ogdf_fmmm(count: int, edges: Pairs, seed: int) -> Floats:
    import ogdf

    return _ogdf(count, edges, seed, ogdf.FMMMLayout)


def _ogdf(count: int, edges: Pairs, seed: int, layout: object) -> Floats:
    import ogdf

    graph = ogdf.Graph()
    nodes = [graph.new_node() for _ in range(count)]
    for a, b in edges:
        graph.new_edge(nodes[a], nodes[b])
    made = ogdf.layout(graph, layout, seed=seed)
    return np.array([(made.x(node), made.y(node)) for node in nodes])


ENGINES: dict[str, Engine] = {
    "igraph kk": igraph_kk,
    "igraph fr": igraph_fr,
    "s_gd2": s_gd2_stress,
    "OGDF stress": ogdf_stress,
    "OGDF FMMM": ogdf_fmmm,
}


SETTINGS = {
    "igraph kk": "layout_kamada_kawai()",
    "igraph fr": "layout_fruchterman_reingold(niter=1000)",
    "s_gd2": "layout() (t_max 30, eps 0.01)",
    "OGDF stress": "StressMinimization()",
    "OGDF FMMM": "FMMMLayout()",
}


def versions() -> str:
    return ", ".join(f"{name} {version(name)}" for name in ("igraph", "s_gd2", "ogdf-py"))


def vertices_and_edges(task: Task) -> tuple[list[str], Pairs]:
    """Return all vertices (containers too) and the simple edges: lines, and members to their container."""
    ids = list(task.ours.nodes)
    rank = {id_: i for i, id_ in enumerate(ids)}
    pairs = {(min(rank[a], rank[b]), max(rank[a], rank[b])) for a, b in task.lines}
    pairs |= {(min(rank[a], rank[b]), max(rank[a], rank[b])) for a, b in task.parents.items()}
    return ids, sorted(pairs)


def components(count: int, edges: Pairs) -> list[list[int]]:
    """Return the connected components, the largest first."""
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen:
            continue
        queue, group = [start], []
        seen.add(start)
        while queue:
            here = queue.pop()
            group.append(here)
            fresh = [v for v in near[here] if v not in seen]
            seen.update(fresh)
            queue += fresh
        found.append(sorted(group))
    return sorted(found, key=len, reverse=True)


def component_edges(group: Sequence[int], edges: Pairs) -> Pairs:
    rank = {v: i for i, v in enumerate(group)}
    return [(rank[a], rank[b]) for a, b in edges if a in rank]


def scaled(task: Task, ids: Sequence[str], groups: Sequence[tuple[list[int], Floats]]) -> dict[str, Centre]:
    """Return the centres in mm: the mean tie one and a half box diagonals long, components in a row."""
    target = 1.5 * float(np.mean([np.hypot(*size) for size in task.sizes.values()]))
    _, edges = vertices_and_edges(task)
    found: dict[str, Centre] = {}
    left = 0.0
    for group, at in groups:
        own = component_edges(group, edges)
        length = float(np.mean([np.hypot(*(at[a] - at[b])) for a, b in own])) if own else 1.0
        placed = (at - at.min(axis=0)) * (target / max(length, 1e-9))
        for index, (x, y) in zip(group, placed, strict=True):
            found[ids[index]] = (left + float(x), float(y))
        left += float(placed[:, 0].max()) + target
    return found
