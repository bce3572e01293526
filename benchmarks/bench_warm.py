"""Eighty figures placed, one more comes: the time until everybody has a place, beside s_gd2 from nothing.

Both get the same figures, homes and buildings and the same ties. Ours is what the sheet does: whoever is
placed stays, the newcomer takes the best free slot, outlines are drawn anew; labels are measured, nothing
overlaps. s_gd2 lays out points from nothing, component by component. Neither draws lines.

    python -m benchmarks.bench_warm --cases 5 --seed 1
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from statistics import median

from benchmarks.families import family_case, staged
from benchmarks.peers.points import component_edges, components, s_gd2_stress
from layouts.frame import PAPERS
from layouts.individual import individual_positions
from layouts.individual.boxes import Box
from layouts.individual.placed import placed_scene
from layouts.individual.sizes import SMALLEST_TEXT, Sizes
from sociogram.situation.staging import Staging

GOAL = 5.0
TRIES = 7
ROOM = Box(10.0, 20.0, PAPERS["A0"].width - 20.0, PAPERS["A0"].height * 0.8)


def eighty(seed: int, count: int) -> Iterator[Staging]:
    """Yield generated families of 80 figures and 80 arrows: every fifth is one."""
    for number in range(count):
        yield staged(family_case(seed, 5 * number + 4))


def ties_of(staging: Staging) -> tuple[int, list[tuple[int, int]]]:
    """Return how many things there are and who is tied to whom: lines, and members to what they stand in."""
    ids = [f.id for f in staging.figures] + [c.id for c in staging.containers]
    rank = {id_: i for i, id_ in enumerate(ids)}
    ends = [(a.activator, a.activated) for a in staging.arrows] + [(k.a, k.b) for k in staging.kin]
    ends += [(f.id, f.inside) for f in staging.figures if f.inside] + [
        (c.id, c.inside) for c in staging.containers if c.inside
    ]
    pairs = {tuple(sorted((rank[a], rank[b]))) for a, b in ends if a in rank and b in rank and a != b}
    return len(ids), sorted(pairs)  # type: ignore[arg-type]


def least(work: Callable[[], object]) -> float:
    """Return the least of a few runs, in milliseconds: what the machine did besides is not counted."""
    spent = []
    for _ in range(TRIES):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return min(spent)


def compared(staging: Staging) -> tuple[float, float]:
    """Return milliseconds: ours for one newcomer among the others placed, s_gd2 from nothing."""
    newcomer = staging.figures[-1].id
    places = {k: v for k, v in individual_positions(staging).items() if k != newcomer}
    kept = replace(staging, positions=tuple(places.items()))
    sizes = Sizes(SMALLEST_TEXT, 0.6)
    scene = placed_scene(kept, ROOM, sizes)
    assert scene is not None
    assert len(scene.stands) == len(staging.figures)
    count, ties = ties_of(staging)
    groups = [(len(g), component_edges(g, ties)) for g in components(count, ties) if len(g) > 2]

    def theirs() -> None:
        for size, own in groups:
            s_gd2_stress(size, own, 1)

    return least(lambda: placed_scene(kept, ROOM, sizes)), least(theirs)


def main(cases: int = 5, seed: int = 1) -> None:
    print(f"s_gd2 {version('s_gd2')}, seed {seed}, families of 80 figures, least of {TRIES} runs\n")
    print("| case | ours, one newcomer, ms | s_gd2 from nothing, ms | ratio |")
    print("|---|---|---|---|")
    ratios = []
    for number, staging in enumerate(eighty(seed, cases)):
        ours, theirs = compared(staging)
        ratios.append(theirs / ours)
        print(f"| {number} | {ours:.2f} | {theirs:.2f} | {ratios[-1]:.2f} |", flush=True)
    reached = "reached" if median(ratios) >= GOAL else "NOT reached"
    print(f"\nmedian ratio {median(ratios):.2f} (goal {GOAL:.0f}): {reached}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.cases, asked.seed)
