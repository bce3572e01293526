"""The five nearest who can help, at most four ties away, beside others: the same questions in one run.

`python -m benchmarks.bench_search 1000 10000 100000 1000000` names the sizes. Times are of the processor, one
core: other programs' turns are not counted. An answer is the same when its five costs are; exact peers must
give it each time, and how often the others miss it is printed.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

from benchmarks.peers.plain_search import compiled_peer
from benchmarks.peers.searches import (
    Ask,
    graphblas_peer,
    igraph_peer,
    networkx_peers,
    ours,
    ours_plain,
    scipy_peer,
)
from benchmarks.search_networks import Network, Question, made, questions
from sociogram.referral.swift import warm

OURS, PLAIN, COMPILED = "ours", "ours, no compiler", "compiled, no bounds"
EARLY, WHOLE, BLAS = "networkx, early stop by hand", "networkx single_source_dijkstra", "python-graphblas"
EXACT = {OURS, PLAIN, COMPILED, EARLY, BLAS}
SIZES = (1_000, 10_000, 100_000, 1_000_000)
HEAD = "| who | near p50 | p99 | a second | same | far p50 | p99 | same |\n|---|---|---|---|---|---|---|---|"
ASKED = 300
SECONDS = 1.0
"""So many questions at most, and so long, for one peer and kind of question; three at least."""
PEERS = ("networkx", "python-graphblas", "suitesparse-graphblas", "igraph", "scipy", "numba", "numpy")


@dataclass(slots=True)
class Told:
    """What one peer did with the questions of one kind."""

    seconds: list[float] = field(default_factory=list)
    answers: list[list[int]] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def slowest(self) -> float:
        """The 99th percentile."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)]

    def same_as(self, other: "Told") -> int:
        return sum(
            all(abs(a - b) <= 4 for a, b in zip(one, two, strict=False)) and len(one) == len(two)
            for one, two in zip(self.answers, other.answers, strict=False)
        )


def asked(ask: Ask, these: list[Question]) -> Told:
    told = Told()
    before: Callable[[Question], None] = getattr(ask, "before", lambda question: None)
    before(these[0])
    ask(these[0])  # whatever is made at the first call
    end = time.process_time() + SECONDS
    for question in these:
        if time.process_time() > end and len(told.seconds) >= 3:
            break
        before(question)
        start = time.process_time()
        answer = ask(question)
        told.seconds.append(time.process_time() - start)
        told.answers.append(answer)
    return told


def peers_of(network: Network) -> Iterator[tuple[str, Ask]]:
    """Yield everybody who can be asked at this size; those that settle every node stop at 1e5."""
    yield OURS, ours(network)
    yield PLAIN, ours_plain(network)
    yield COMPILED, compiled_peer(network)
    yield BLAS, graphblas_peer(network)
    if len(network.place) <= 100_000:
        yield from networkx_peers(network).items()
        yield "igraph, then paths", igraph_peer(network)
        yield "scipy dijkstra", scipy_peer(network)


def measured(nodes: int, seed: int) -> dict[str, dict[str, Told]]:
    """Print the table of one size; return what each did, by kind."""
    network = made(nodes, seed)
    steps = len(network.targets)
    print(f"\n{nodes:,} organisations, {steps:,} steps; arrays: {weight(network) / steps:.1f} bytes a step\n")
    print(HEAD, flush=True)
    kinds = {kind: questions(network, kind, ASKED, seed) for kind in ("near", "far")}
    told: dict[str, dict[str, Told]] = {}
    for who, ask in peers_of(network):
        told[who] = {kind: asked(ask, these) for kind, these in kinds.items()}
        near, far = told[who]["near"], told[who]["far"]
        same = {kind: told[who][kind].same_as(told[OURS][kind]) for kind in kinds}
        if who in EXACT:
            assert all(same[kind] == len(told[who][kind].answers) for kind in kinds), f"{who}: others"
        print(
            f"| {who} | {micro(near.median)} | {micro(near.slowest)} | {1 / near.median:,.0f} | "
            f"{same['near']}/{len(near.answers)} | {micro(far.median)} | {micro(far.slowest)} | "
            f"{same['far']}/{len(far.answers)} |",
            flush=True,
        )
    return told


def weight(network: Network) -> int:
    """Return the bytes of every array that our search reads of a network."""
    made = network.snapshot
    around = 32 * len(made.nodes)  # the marks and what stands around, as the compiled search has them
    arrays = (made.offsets, made.targets, made.costs, made.tie_numbers, made.marks)
    own = sum(len(one) * one.itemsize for one in arrays)
    return own + around


def micro(seconds: float) -> str:
    return f"{seconds * 1e6:,.0f} µs" if seconds < 0.1 else f"{seconds:,.2f} s"


GOALS = (
    ("A1", EARLY, "near", 100_000, 25),
    ("A2", BLAS, "far", 100_000, 100),
    ("A3", COMPILED, "near", 1_000_000, 2),
    ("A4", WHOLE, "near", 100_000, 50_000),
)
"""What is aimed at: the peer, the kind of question, the size, and how many times faster."""


def goals(told: dict[int, dict[str, dict[str, Told]]]) -> None:
    """Print what the goals of the search are about, each at its own size, of the sizes measured."""
    print("\nMedians, how many times faster than:\n")
    for goal, who, kind, size, set_at in GOALS:
        if size in told:
            ratio = told[size][who][kind].median / told[size][OURS][kind].median
            print(f"- {goal}: {who}, {kind}, at {size:,}: {ratio:,.1f} (goal {set_at:,})")
    small, large = 10_000, 1_000_000
    if {small, large} <= told.keys():
        growth = told[large][OURS]["near"].median / told[small][OURS]["near"].median
        print(f"- A5: near at {large:,} over near at {small:,}: {growth:.2f} (goal 2.2)")


def main(sizes: tuple[int, ...] = SIZES, seed: int = 7) -> None:
    print(", ".join(f"{name} {version(name)}" for name in PEERS) + f"; seed {seed}, k = 5, 4 ties at most")
    warm()
    told = {nodes: measured(nodes, seed) for nodes in sizes}
    goals(told)


if __name__ == "__main__":
    main(tuple(int(word) for word in sys.argv[1:]) or SIZES)
