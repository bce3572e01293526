"""Large networks laid out: Sociogram's tiles beside Graphviz sfdp and OGDF FMMM fast, on the same graphs.

The graphs: connected clusters of at most 60 nodes grown by preferential attachment, a tree of hubs, bridges;
1.5 ties a node (`--bridges`: how many of them are bridges, a node). Sociogram is not told the clusters.
Crossings per tie are exact up to 2,000 ties, else from two million sampled pairs. Overlap: the share of nodes
whose nearest neighbour is nearer than a third of the median tie. Ratios are of processor time (one thread
each, so that a busy machine disturbs neither). sfdp's includes its process and text, and is also given
without what it takes for two nodes. Ours is measured warm; what compiling costs once is printed apart.

    python -m benchmarks.bench_mega --sizes 1000 10000 100000 --seed 1
"""

import argparse
import importlib.metadata
import importlib.util
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from layouts.mega.kernels.arrays import Floats, Ints
from layouts.mega.scale import lay_out

Places = tuple[Floats, Floats]
EXACT, SAMPLES = 2_000, 2_000_000
BRIDGES = 0.02
"""Bridges for each node."""
GOALS = {1_000: ("sfdp", 5.0), 10_000: ("sfdp", 10.0), 100_000: ("FMMM fast", 10.0)}


def network(count: int, seed: int, bridges: float = BRIDGES) -> Ints:
    """Return the ties of a network of `count` nodes, none twice; `bridges` is a share of the nodes."""
    chance = np.random.default_rng(seed)
    ties: set[tuple[int, int]] = set()
    hubs: list[int] = []
    at = 0
    while at < count:
        size = min(int(chance.integers(20, 61)), count - at)
        _cluster(ties, at, int(size * (0.5 - bridges)), size, chance)
        if hubs:
            ties.add((hubs[int(chance.integers(len(hubs)))], at))
        hubs.append(at)
        at += size
    wanted = len(ties) + int(bridges * count)
    while len(ties) < wanted:
        one, two = (int(node) for node in chance.integers(0, count, 2))
        if one != two:
            ties.add((min(one, two), max(one, two)))
    return np.array(sorted(ties), np.int64)


def _cluster(
    ties: set[tuple[int, int]], start: int, wanted: int, size: int, chance: np.random.Generator
) -> None:
    """Grow one cluster: a tree by preferential attachment, then `wanted` ties more."""
    ends = [start]
    for node in range(start + 1, start + size):
        other = ends[int(chance.integers(len(ends)))]
        ties.add((other, node))
        ends += [other, node]
    tries = 0
    while wanted > 0 and tries < 20 * size:
        tries += 1
        one, two = ends[int(chance.integers(len(ends)))], start + int(chance.integers(size))
        pair = (min(one, two), max(one, two))
        if one != two and pair not in ties:
            ties.add(pair)
            ends += [one, two]
            wanted -= 1


def ours(count: int, ties: Ints) -> Places:
    laid = lay_out(count, ties)
    return laid.x, laid.y


def sfdp(count: int, ties: Ints) -> Places:
    lines = "".join(f"{one}--{two};" for one, two in ties.tolist())
    source = f"graph g {{node [shape=point]; {';'.join(map(str, range(count)))}; {lines}}}"
    command = ["sfdp", "-Tplain", "-Goverlap=true", "-Gstart=1", "-Gsplines=false"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    x, y = np.zeros(count), np.zeros(count)
    for line in done.stdout.splitlines():
        if line.startswith("node "):
            _, name, across, down, *_ = line.split()
            x[int(name)], y[int(name)] = float(across), float(down)
    return x, y


def fmmm_fast(count: int, ties: Ints) -> Places:
    import ogdf

    graph = ogdf.Graph()
    nodes = [graph.new_node() for _ in range(count)]
    for one, two in ties.tolist():
        graph.new_edge(nodes[one], nodes[two])
    drawn = ogdf.GraphAttributes(graph)
    engine = ogdf.FMMMLayout()
    engine.set_use_high_level_options(True)
    engine.set_quality_versus_speed(ogdf.QualityVsSpeed.NICE_AND_INCREDIBLE_SPEED)
    engine.set_rand_seed(1)
    engine.call(drawn)
    places = np.array([(drawn.x(node), drawn.y(node)) for node in nodes])
    return places[:, 0], places[:, 1]


@dataclass(frozen=True, slots=True)
class Quality:
    crossings: float
    overlap: float


def quality(places: Places, ties: Ints, seed: int) -> Quality:
    x, y = places
    lengths = np.hypot(x[ties[:, 0]] - x[ties[:, 1]], y[ties[:, 0]] - y[ties[:, 1]])
    near = float(np.median(lengths)) / 3
    return Quality(crossings_per_tie(places, ties, seed), float(np.mean(nearest(x, y, near) < near)))


def crossings_per_tie(places: Places, ties: Ints, seed: int) -> float:
    total = len(ties)
    if total <= EXACT:
        one, two = np.triu_indices(total, 1)
        return float(crossing(places, ties, one, two).sum()) / total
    chance = np.random.default_rng(seed)
    one, two = chance.integers(0, total, SAMPLES), chance.integers(0, total, SAMPLES)
    found = crossing(places, ties, one, two) & (one != two)
    return float(found.mean()) * (total - 1) / 2


def crossing(places: Places, ties: Ints, one: Ints, two: Ints) -> npt.NDArray[np.bool_]:
    """Say of each pair of ties whether they cross; two that share an end do not."""
    x, y = places
    a, b, c, d = ties[one, 0], ties[one, 1], ties[two, 0], ties[two, 1]

    def side(p: Ints, q: Ints, r: Ints) -> Floats:
        return (x[q] - x[p]) * (y[r] - y[p]) - (y[q] - y[p]) * (x[r] - x[p])

    apart = (a != c) & (a != d) & (b != c) & (b != d)
    return apart & (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)


def nearest(x: Floats, y: Floats, reach: float) -> Floats:
    """Return the distance to the nearest other node where it is under `reach`, else something larger."""
    found = np.full(len(x), np.inf)
    cells: dict[tuple[int, int], list[int]] = {}
    step = max(reach, 1e-12)
    across, down = np.floor(x / step).astype(int), np.floor(y / step).astype(int)
    for node, key in enumerate(zip(across.tolist(), down.tolist(), strict=True)):
        cells.setdefault(key, []).append(node)
    for (column, row), here in cells.items():
        about = [n for c in (-1, 0, 1) for r in (-1, 0, 1) for n in cells.get((column + c, row + r), ())]
        if len(about) < 2:
            continue
        near = np.array(about)
        for node in here:
            away = np.hypot(x[near] - x[node], y[near] - y[node])
            away[near == node] = np.inf
            found[node] = away.min()
    return found


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the processor, ours or a child's, and by the clock: the best of a few."""

    name: str
    processor: float
    clock: float
    quality: Quality


def run(name: str, engine: Callable[[int, Ints], Places], count: int, ties: Ints, tries: int) -> Run:
    spent: list[tuple[float, float]] = []
    for _ in range(tries):
        before, start = processor_seconds(), time.perf_counter()
        places = engine(count, ties)
        spent.append((processor_seconds() - before, time.perf_counter() - start))
    best = min(spent)
    return Run(name, best[0], best[1], quality(places, ties, seed=1))


def processor_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def engines(count: int) -> dict[str, Callable[[int, Ints], Places]]:
    """Peers by name; Graphviz is left out where it would take minutes."""
    found: dict[str, Callable[[int, Ints], Places]] = {}
    if count <= 20_000 and shutil.which("sfdp"):
        found["sfdp"] = sfdp
    if importlib.util.find_spec("ogdf"):
        found["FMMM fast"] = fmmm_fast
    return found


def report(sizes: Sequence[int], seed: int, bridges: float) -> Iterator[str]:
    """Yield the lines of the report as they come."""
    start = time.perf_counter()
    lay_out(100, network(100, seed))
    yield f"compiling or loading what was compiled: {time.perf_counter() - start:.1f} s (once)"
    base = run("sfdp of two nodes", sfdp, 2, np.array([[0, 1]]), 3).processor if shutil.which("sfdp") else 0.0
    yield f"versions: {versions()}; sfdp on two nodes takes {1000 * base:.0f} ms of processor time"
    yield "| nodes | ties | engine | processor s | clock s | crossings a tie | overlap | ours is faster by |"
    yield "|---" * 8 + "|"
    for count in sizes:
        ties = network(count, seed, bridges)
        tries = 5 if count <= 1_000 else 3 if count <= 10_000 else 1
        mine = run("Sociogram", ours, count, ties, max(2, tries))
        peers = [run(name, one, count, ties, tries) for name, one in engines(count).items()]
        for one in (mine, *peers):
            ratio = f"{one.processor / mine.processor:.1f}"
            if one.name == "sfdp":
                ratio += f" ({(one.processor - base) / mine.processor:.1f} without start)"
            yield (
                f"| {count} | {len(ties)} | {one.name} | {one.processor:.3f} | {one.clock:.3f} "
                f"| {one.quality.crossings:.2f} | {100 * one.quality.overlap:.1f} % | {ratio} |"
            )
        yield from verdict(count, mine, peers)


def verdict(count: int, mine: Run, peers: Sequence[Run]) -> Iterator[str]:
    name, goal = GOALS.get(count, ("", 0.0))
    for peer in peers:
        if peer.name == name:
            ratio = peer.processor / mine.processor
            fewer = mine.quality.crossings <= peer.quality.crossings
            met = ratio >= goal and fewer and mine.quality.overlap == 0
            yield (
                f"goal at {count}: {goal:.0f} times {name}, crossings no more than its own, no overlap: "
                f"{'reached' if met else 'NOT REACHED'} ({ratio:.1f} times)"
            )


def versions() -> str:
    known = [f"{name} {importlib.metadata.version(name)}" for name in ("numba", "numpy")]
    if importlib.util.find_spec("ogdf"):
        known.append(f"ogdf-py {importlib.metadata.version('ogdf-py')}")
    if shutil.which("sfdp"):
        done = subprocess.run(["sfdp", "-V"], capture_output=True, text=True, check=True)
        known.append(done.stderr.strip().removeprefix("sfdp - "))
    return ", ".join(known)


def main(arguments: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(description="Large networks: ours beside sfdp and FMMM fast.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bridges", type=float, default=BRIDGES)
    asked = parser.parse_args(arguments)
    for line in report(asked.sizes, asked.seed, asked.bridges):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
