"""The same search compiled without its bounds: labels on (node, ties crossed), a heap, a stop at the fifth.

What a careful programmer writes first: the yardstick of what our bounds and marks add.
"""

import heapq
from typing import Any

import numpy as np
from numba import njit

from benchmarks.peers.searches import Ask
from benchmarks.search_networks import HOPS, K, Network, Question


@njit(error_model="numpy")
def _search(
    offsets: Any, targets: Any, costs: Any, place: Any, offers: Any, origin: int, wanted: int, areas: int,
    fewest: Any, stamp: Any, now: int,
) -> Any:  # fmt: skip
    found, ways = np.empty(K, np.int64), np.empty((K, HOPS + 1), np.int64)
    count = 0
    labels = [(0, origin, 0, -1)]
    queue = [(0, 0, 0)]
    while len(queue) and count < K:
        cost, hops, label = heapq.heappop(queue)
        node = labels[label][1]
        if stamp[node] != now:
            stamp[node], fewest[node] = now, HOPS + 1
        if fewest[node] <= hops:
            continue
        if fewest[node] > HOPS and offers[node] & wanted and (areas >> place[node]) & 1:
            found[count] = cost
            at = label
            for hop in range(hops, -1, -1):
                ways[count, hop] = labels[at][1]
                at = labels[at][3]
            count += 1
        fewest[node] = hops
        if hops == HOPS:
            continue
        for entry in range(offsets[node], offsets[node + 1]):
            there = targets[entry]
            if stamp[there] == now and fewest[there] <= hops + 1:
                continue
            labels.append((cost + costs[entry], there, hops + 1, label))
            heapq.heappush(queue, (cost + costs[entry], hops + 1, len(labels) - 1))
    return found[:count], ways[:count]


def compiled_peer(network: Network) -> Ask:
    """Return the plain compiled search of a network, its marks on nodes kept between questions."""
    nodes = len(network.place)
    stamp, fewest = np.zeros(nodes, np.int64), np.zeros(nodes, np.int8)
    now = 0

    def ask(question: Question) -> list[int]:
        nonlocal now
        now += 1
        found, ways = _search(
            network.offsets, network.targets, network.costs, network.place, network.offers,
            question.origin, question.offers, question.areas, fewest, stamp, now,
        )  # fmt: skip
        ways.tolist()
        costs: list[int] = found.tolist()
        return costs

    return ask
