"""Eighty figures placed, one more comes: the time until everybody has a place, beside s_gd2 from nothing.

Both get the same figures, homes and buildings and the same ties, and both give one place for each. Ours is
what the sheet does: whoever is placed stays, the newcomer takes the best free slot, outlines are reckoned
anew around those who stand in them, labels are measured, nothing overlaps. s_gd2 lays out points from
nothing. Neither draws lines. Outlines and labels ready to be drawn, and the drawing of all lines, stand in
columns of their own: nothing of s_gd2 answers to them.

    python -m benchmarks.bench_warm --cases 5 --seed 1
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from statistics import median

from benchmarks.families import family_case, staged
from benchmarks.peers.points import component_edges, components, s_gd2_stress
from layouts.frame import PAPERS
from layouts.individual import individual_positions
from layouts.individual.boxes import Box
from layouts.individual.lines import lines_of
from layouts.individual.placed import placed_centres, placed_scene
from layouts.individual.raster import Raster
from layouts.individual.routing import Router
from layouts.individual.sizes import SMALLEST_TEXT, Sizes
from sociogram.situation.staging import Staging

GOAL = 5.0
TRIES = 20
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


def least(work: Callable[[], object], tries: int = TRIES) -> float:
    """Return the least of a few runs, in milliseconds: what the machine did besides is not counted."""
    spent = []
    for _ in range(tries):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return min(spent)


@dataclass(frozen=True, slots=True)
class Warm:
    """Milliseconds. `places`: of everybody, one newcomer among them; `nobody`: the same without a newcomer.

    `scene`: places, then outlines and labels as they are drawn; `lines`: all lines of that scene, once.
    """

    places: float
    nobody: float
    scene: float
    lines: float
    s_gd2: float


def compared(staging: Staging) -> Warm:
    """Return what the places of a family cost once all but one are placed, and what s_gd2 takes."""
    newcomer = staging.figures[-1].id
    places = individual_positions(staging)
    full = replace(staging, positions=tuple(places.items()))
    kept = replace(staging, positions=tuple((k, v) for k, v in places.items() if k != newcomer))
    sizes = Sizes(SMALLEST_TEXT, 0.6)
    scene = placed_scene(kept, ROOM, sizes)
    assert scene is not None
    assert len(scene.stands) == len(staging.figures)
    count, ties = ties_of(staging)
    groups = [(len(g), component_edges(g, ties)) for g in components(count, ties) if len(g) > 2]

    def theirs() -> None:
        for size, own in groups:
            s_gd2_stress(size, own, 1)

    def routed() -> None:
        Router(scene, Raster(scene), forced=True).route_all(lines_of(kept))

    return Warm(
        least(lambda: placed_centres(kept, ROOM, sizes)),
        least(lambda: placed_centres(full, ROOM, sizes)),
        least(lambda: placed_scene(kept, ROOM, sizes)),
        least(routed, 1),
        least(theirs),
    )


def main(cases: int = 5, seed: int = 1) -> None:
    print(f"s_gd2 {version('s_gd2')}, seed {seed}, families of 80 figures, least of {TRIES} runs, ms\n")
    print("| case | places, one newcomer | places, nobody new | s_gd2 from nothing | s_gd2 / ours ", end="")
    print("| ours with outlines and labels | s_gd2 / that | all lines drawn besides |")
    print("|---" * 8 + "|")
    ratios, whole = [], []
    for number, staging in enumerate(eighty(seed, cases)):
        one = compared(staging)
        ratios.append(one.s_gd2 / one.places)
        whole.append(one.s_gd2 / one.scene)
        print(
            f"| {number} | {one.places:.2f} | {one.nobody:.2f} | {one.s_gd2:.2f} | {ratios[-1]:.1f} ", end=""
        )
        print(f"| {one.scene:.2f} | {whole[-1]:.1f} | {one.lines:.0f} |", flush=True)
    reached = "reached" if median(ratios) >= GOAL else "NOT reached"
    print(f"\nplaces: median ratio {median(ratios):.1f} (goal {GOAL:.0f}): {reached}; ", end="")
    print(f"with outlines and labels ready to draw, which s_gd2 has not: {median(whole):.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.cases, asked.seed)
