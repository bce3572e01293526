"""The same question asked of others: each returns the costs of its five nearest, in order.

Those that know no hop limit answer another question; how often that shows is counted, not hidden.
"""

import heapq
from collections.abc import Callable
from itertools import islice
from typing import Any

import numpy as np

from benchmarks.search_networks import HOPS, NANO, K, Network, Question
from sociogram.referral.paths import cheapest_paths
from sociogram.referral.swift import Swift

Ask = Callable[[Question], list[int]]


def ours(network: Network) -> Ask:
    """Our compiled search through its public call: names in, paths of names out."""
    numbers = {name: at for at, name in enumerate(network.snapshot.nodes)}
    swift = Swift(network.snapshot, numbers, {})
    names = network.snapshot.nodes

    def ask(question: Question) -> list[int]:
        ways = swift.near(names[question.origin], HOPS, K, offers=question.offers, areas=question.areas)
        return [path.cost for path in ways]

    return ask


def ours_plain(network: Network) -> Ask:
    """Our search without a compiler. Its set of goals is made before the clock starts."""

    class Rows:
        def steps(self, actor: str) -> Any:
            return network.snapshot.steps(int(actor[1:]))

    def ask(question: Question) -> list[int]:
        found = cheapest_paths(Rows(), network.snapshot.nodes[question.origin], goals, HOPS)
        return [path.cost for path in islice(found, K)]

    goals: set[str] = set()

    def before(question: Question) -> None:
        nonlocal goals
        goals = {network.snapshot.nodes[int(at)] for at in np.flatnonzero(eligible(network, question))}

    ask.before = before  # type: ignore[attr-defined]
    return ask


def eligible(network: Network, question: Question) -> Any:
    there = np.isin(network.place, question.places)
    return there & (network.offers & question.offers != 0)


def nearest_of(network: Network, question: Question, distances: Any) -> list[int]:
    """Return the five least of all distances (unreached: infinite) to eligible nodes."""
    good = distances[eligible(network, question)]
    return [round(cost) for cost in np.sort(good[np.isfinite(good)])[:K]]


def _networkx_graph(network: Network) -> Any:
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(network.place)))
    starts = np.repeat(np.arange(len(network.place)), np.diff(network.offsets))
    rows = zip(starts.tolist(), network.targets.tolist(), network.costs.tolist(), strict=True)
    graph.add_weighted_edges_from(rows)
    return graph


def networkx_peers(network: Network) -> dict[str, Ask]:
    """networkx with a search written by hand that stops early (exact), and its own Dijkstra."""
    import networkx

    graph, place, offers = _networkx_graph(network), network.place.tolist(), network.offers.tolist()

    def early(question: Question) -> list[int]:
        done: dict[int, int] = {}
        found, places, wanted, ties = [], set(question.places), question.offers, graph.adj
        queue: list[Any] = [(0, 0, question.origin, None)]
        while queue:
            label = heapq.heappop(queue)
            cost, hops, node, _ = label
            before = done.get(node, 9)
            if before <= hops:
                continue
            done[node] = hops
            if before == 9 and offers[node] & wanted and place[node] in places:
                found.append(label)  # its path stands in it
                if len(found) == K:
                    break
            if hops < HOPS:
                for there, tie in ties[node].items():
                    if done.get(there, 9) > hops + 1:
                        heapq.heappush(queue, (cost + tie["weight"], hops + 1, there, label))
        return [label[0] for label in found]

    def whole(question: Question) -> list[int]:
        costs, _ = networkx.single_source_dijkstra(graph, question.origin)
        places, wanted = set(question.places), question.offers
        return sorted(c for at, c in costs.items() if offers[at] & wanted and place[at] in places)[:K]

    return {"networkx, early stop by hand": early, "networkx single_source_dijkstra": whole}


def igraph_peer(network: Network) -> Ask:
    """igraph: distances to all, then the paths to the five."""
    import igraph

    starts = np.repeat(np.arange(len(network.place)), np.diff(network.offsets))
    ends = np.column_stack([starts, network.targets])
    graph = igraph.Graph(n=len(network.place), edges=ends, directed=True)
    weights = network.costs.tolist()

    def ask(question: Question) -> list[int]:
        distances = np.array(graph.distances(question.origin, weights=weights)[0])
        good = np.flatnonzero(eligible(network, question))
        best = good[np.argsort(distances[good], kind="stable")[:K]]
        best = best[np.isfinite(distances[best])]
        graph.get_shortest_paths(question.origin, best.tolist(), weights=weights)
        return [round(cost) for cost in distances[best]]

    return ask


def scipy_peer(network: Network) -> Ask:
    """scipy: distances and predecessors to all."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    count = len(network.place)
    rows = (network.costs.astype(float), network.targets, network.offsets)
    matrix = csr_matrix(rows, shape=(count, count))

    def ask(question: Question) -> list[int]:
        distances, _ = dijkstra(matrix, indices=question.origin, return_predecessors=True)
        return nearest_of(network, question, distances)

    return ask


def graphblas_peer(network: Network) -> Ask:
    """python-graphblas: four min-plus products, exact within four ties; distances only, no paths."""
    import graphblas

    graphblas.ss.config["nthreads"] = 1
    count = len(network.place)
    starts = np.repeat(np.arange(count), np.diff(network.offsets))
    matrix = graphblas.Matrix.from_coo(
        starts, network.targets, network.costs.astype(np.float64) / NANO, nrows=count, ncols=count
    )

    def ask(question: Question) -> list[int]:
        reached = graphblas.Vector.from_coo([question.origin], [0.0], size=count)
        for _ in range(HOPS):
            reached(graphblas.binary.min) << reached.vxm(matrix, graphblas.semiring.min_plus)
        at, costs = reached.to_coo()
        good = (network.offers[at] & question.offers != 0) & np.isin(network.place[at], question.places)
        return [round(cost * NANO) for cost in np.sort(costs[good])[:K]]

    return ask
