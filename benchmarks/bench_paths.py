"""The cheapest path within H ties, beside networkx: the same answers, and the ratio of the times.

A hop limit needs labels on (organisation, ties crossed). networkx gives them on the layered graph; its plain
Dijkstra is timed too, and the share of its answers that are wrong under the limit is printed.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version

import networkx

from sociogram.referral.paths import cheapest_paths
from sociogram.referral.snapshot import Step

HOPS = 3
NANO = 1_000_000_000
QUESTIONS = 30


class Ties:
    """A random network as our search reads it."""

    def __init__(self, nodes: int, degree: int, seed: int) -> None:
        chance = random.Random(seed)
        self.names = [f"o{at:06d}" for at in range(nodes)]
        self.out: dict[str, list[Step]] = {name: [] for name in self.names}
        for at in range(nodes * degree // 2):
            a, b = chance.sample(self.names, 2)
            cost = int(chance.uniform(0.3, 2.5) * NANO)
            for here, there in ((a, b), (b, a)):
                self.out[here].append(Step(to=there, tie=f"t{at:07d}", cost=cost))

    def steps(self, actor: str) -> Iterator[Step]:
        return iter(self.out[actor])


def ours(ties: Ties, origin: str, goals: set[str]) -> dict[str, int]:
    return {path.actors[-1]: path.cost for path in cheapest_paths(ties, origin, goals, HOPS)}


def layered(graph: networkx.DiGraph, origin: str, goals: set[str]) -> dict[str, int]:
    """Exact: Dijkstra over (organisation, ties crossed), the layers unfolded around the origin."""
    unfolded = networkx.DiGraph()
    layer = {origin}
    unfolded.add_node((origin, 0))
    for hop in range(HOPS):
        reached = set()
        for here in layer:
            for there, cost in graph[here].items():
                unfolded.add_edge((here, hop), (there, hop + 1), weight=cost["weight"])
                reached.add(there)
        layer = reached
    found = networkx.single_source_dijkstra_path_length(unfolded, (origin, 0))
    best: dict[str, int] = {}
    for (name, _), cost in found.items():
        if name in goals:
            best[name] = min(cost, best.get(name, cost))
    return best


def plain(graph: networkx.DiGraph, origin: str, goals: set[str]) -> dict[str, int]:
    """Wrong under a hop limit: the cheapest path of any length, kept when it happens to be short."""
    costs, paths = networkx.single_source_dijkstra(graph, origin)
    return {goal: costs[goal] for goal in goals if goal in costs and len(paths[goal]) - 1 <= HOPS}


def graph_of(ties: Ties) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    for name in ties.names:
        for step in ties.steps(name):
            known = graph.get_edge_data(name, step.to, {"weight": step.cost})["weight"]
            graph.add_edge(name, step.to, weight=min(known, step.cost))
    graph.add_nodes_from(ties.names)
    return graph


def timed(work: Callable[[], dict[str, int]]) -> tuple[float, dict[str, int]]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def measured(nodes: int, seed: int) -> str:
    """Return one line of the table: thirty questions on one network, the answers compared one by one."""
    ties = Ties(nodes, 4, seed)
    graph = graph_of(ties)
    chance = random.Random(seed)
    rows = []
    wrong = 0
    for _ in range(QUESTIONS):
        origin, goals = chance.choice(ties.names), set(chance.sample(ties.names, max(5, nodes // 50)))
        mine, answer = timed(partial(ours, ties, origin, goals))
        theirs, exact = timed(partial(layered, graph, origin, goals))
        simple, other = timed(partial(plain, graph, origin, goals))
        assert answer == exact, "the answers differ"
        wrong += other != exact
        rows.append((mine, theirs, simple))
    a, b, c = (statistics.median(column) * 1000 for column in zip(*rows, strict=True))
    return f"| {nodes} | {a:.2f} ms | {b:.2f} ms | {b / a:.1f} | {c:.2f} ms | {wrong} of {QUESTIONS} |"


def main(seed: int = 7) -> None:
    print(f"networkx {version('networkx')}, H = {HOPS}, seed {seed}, {QUESTIONS} questions, medians")
    print("| organisations | ours | networkx layered | ratio | networkx plain | plain is wrong |")
    print("|---|---|---|---|---|---|")
    for nodes in (140, 1_000, 10_000):
        print(measured(nodes, seed), flush=True)


if __name__ == "__main__":
    main()
