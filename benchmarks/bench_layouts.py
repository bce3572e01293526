"""Our individual sheet beside its peers on the same boxes, containment and lines: one table.

Peers: Graphviz dot and fdp (clusters), neato, sfdp; igraph Kamada-Kawai and Fruchterman-Reingold; s_gd2;
OGDF stress and FMMM. Those without clusters go through one overlap removal (`peers/removal.py`); lines are
straight between borders; the paper is as large as they like. Ours is the finished sheet, on paper, with
everything on it. All are measured by `layouts.readability`.

    python -m benchmarks.bench_layouts --cases 30 --seed 1 --generator families
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from statistics import mean, median

from benchmarks.families import family_case
from benchmarks.peers import points, programs
from benchmarks.peers.comparison import Score, measured, scores
from benchmarks.peers.task import task_of
from benchmarks.situations import Case, case, staged
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.sheet_reading import drawn
from sociogram.situation.staging import Staging

OURS = "Sociogram"
Row = dict[str, Score]
GENERATORS: dict[str, Callable[[int, int], Case]] = {
    "families": family_case,
    "situations": case,
    "large": lambda seed, index: case(seed, index, large=True),
}


def compared(staging: Staging) -> Row | None:
    """Return the scores of one case, ours first; None if no sheet came out."""
    start = time.perf_counter()
    try:
        sheet = individual_sheet(staging, SheetSettings(paper="auto"))
    except Exception as error:  # a case without a sheet is a case lost, and is said
        print(f"no sheet: {type(error).__name__}: {error}")
        return None
    spent = time.perf_counter() - start
    ours = drawn(sheet)
    row = {OURS: measured(ours, spent)}
    return row | {name: score for name, score, _ in scores(task_of(ours))}


def best(row: Row) -> int:
    return min(score.crossings for name, score in row.items() if name != OURS)


def burden(score: Score) -> int:
    """Return crossings and faults together: what a straight line saves by running through somebody."""
    return score.crossings + score.faults + score.overlaid


def case_table(rows: Sequence[tuple[str, Row]]) -> list[str]:
    """Return the crossings of every case, in Markdown."""
    names = list(rows[0][1])
    lines = [
        "| case | figures, lines | " + " | ".join(names) + " | ours / best |",
        "|---" * (len(names) + 3) + "|",
    ]
    for label, row in rows:
        size = f"{row[OURS].figures}, {row[OURS].lines}"
        cells = " | ".join(str(row[name].crossings) for name in names)
        lines.append(f"| {label} | {size} | {cells} | {row[OURS].crossings / max(1, best(row)):.2f} |")
    return lines


def engine_table(rows: Sequence[tuple[str, Row]]) -> list[str]:
    """Return by engine the means of crossings and stress, sums of faults, the median seconds of layout."""
    lines = [
        "| engine | crossings | overlaps | lines through things | outsiders | lines on lines | stress | s |",
        "|---" * 8 + "|",
    ]
    for name in rows[0][1]:
        of = [row[name] for _, row in rows]
        lines.append(
            f"| {name} | {mean(s.crossings for s in of):.1f} | {sum(s.overlaps for s in of)} "
            f"| {sum(s.through for s in of)} | {sum(s.outsiders for s in of)} "
            f"| {sum(s.overlaid for s in of)} | {mean(s.stress for s in of):.3f} "
            f"| {median(s.seconds for s in of):.3f} |"
        )
    return lines


def goals(rows: Sequence[tuple[str, Row]], lost: Sequence[str]) -> list[str]:
    """Return the goals and what was reached. `lost`: cases without a sheet, which count as not reached."""
    won = sum(row[OURS].crossings <= best(row) for _, row in rows)
    cases = len(rows) + len(lost)
    over = [*lost]
    over += [label for label, row in rows if row[OURS].crossings > max(1.25 * best(row), best(row) + 2)]
    faults = sum(row[OURS].faults + row[OURS].overlaid for _, row in rows)
    burdened = sum(
        burden(row[OURS]) <= min(burden(s) for n, s in row.items() if n != OURS) for _, row in rows
    )
    clean = sum(any(s.faults == 0 for name, s in row.items() if name != OURS) for _, row in rows)
    return [
        f"- ours <= best peer: {won} of {cases} ({100 * won / cases:.0f} %; goal 60 %)",
        f"- ours > max(1.25 x best, best + 2): {len(over)} (goal 0){': ' + ', '.join(over) if over else ''}",
        f"- our other faults: {faults} (goal 0); cases in which any peer has none: {clean} of {len(rows)}",
        "- beside the goals, crossings and faults together (each overlap, line through a thing, stranger "
        "in an outline, pair of lines on each other counts like a crossing): "
        f"ours <= best peer: {burdened} of {cases}",
    ]


def main(cases: int = 30, seed: int = 1, generator: str = "families") -> None:
    if not shutil.which("dot"):
        print("bench_layouts: Graphviz (dot, neato, fdp, sfdp) is not installed: NOT MEASURED")
        return
    print(f"{programs.version()}; {points.versions()}; generator {generator}, seed {seed}, {cases} cases\n")
    for name, settings in (programs.SETTINGS | points.SETTINGS).items():
        print(f"- {name}: {settings}")
    rows, lost = [], []
    for index in range(cases):
        row = compared(staged(GENERATORS[generator](seed, index)))
        if row is None:
            lost.append(str(index))
        else:
            rows.append((str(index), row))
            print(index, {name: score.crossings for name, score in row.items()}, file=sys.stderr, flush=True)
    print("\n".join(["", *case_table(rows), "", *engine_table(rows), "", *goals(rows, lost)]), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--generator", choices=list(GENERATORS), default="families")
    asked = parser.parse_args()
    main(asked.cases, asked.seed, asked.generator)
