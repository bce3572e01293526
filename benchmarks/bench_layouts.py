"""Our individual sheet beside its peers on the same boxes, containment and lines: one table.

Peers: Graphviz dot and fdp (clusters), neato, sfdp; igraph Kamada-Kawai and Fruchterman-Reingold; s_gd2; OGDF
stress and FMMM. Those without clusters go through one overlap removal (`peers/removal.py`); lines are straight
between borders; the paper is as large as they like. Ours is the finished sheet, on paper, with everything on
it. All are measured by `layouts.readability`.

    python -m benchmarks.bench_layouts --cases 30 --seed 1
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from statistics import mean, median

from benchmarks.peers import points, programs
from benchmarks.peers.comparison import Score, measured, scores
from benchmarks.peers.task import task_of
from benchmarks.situations import case, staged
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.sheet_reading import drawn
from sociogram.situation.staging import Staging

OURS = "Sociogram"
Row = dict[str, Score]


def stagings(seed: int, count: int) -> Iterator[tuple[str, Staging]]:
    """Yield the cases: every third one a large one (21 to 40 nodes)."""
    for index in range(count):
        large = index % 3 == 2
        yield f"{index}{'g' if large else ''}", staged(case(seed, index, large=large))


def compared(staging: Staging) -> Row:
    start = time.perf_counter()
    sheet = individual_sheet(staging, SheetSettings(paper="auto"))
    spent = time.perf_counter() - start
    ours = drawn(sheet)
    row = {OURS: measured(ours, spent)}
    row |= {name: score for name, score, _ in scores(task_of(ours))}
    return row


def best(row: Row) -> int:
    return min(score.crossings for name, score in row.items() if name != OURS)


def report(rows: Sequence[tuple[str, Row]]) -> str:
    """Return the tables in Markdown: every case, then the means by engine, then the goals."""
    names = list(rows[0][1])
    lines = ["| case | " + " | ".join(names) + " | ours / best |", "|---" * (len(names) + 2) + "|"]
    for label, row in rows:
        cells = [str(row[name].crossings) for name in names]
        lines.append(f"| {label} | {' | '.join(cells)} | {row[OURS].crossings / max(1, best(row)):.2f} |")
    lines += [
        "",
        "| engine | crossings | overlaps | lines through things | outsiders | lines on lines | stress | s (median) |",
    ]
    lines.append("|---" * 8 + "|")
    for name in names:
        of = [row[name] for _, row in rows]
        lines.append(
            f"| {name} | {mean(s.crossings for s in of):.1f} | {sum(s.overlaps for s in of)} "
            f"| {sum(s.through for s in of)} | {sum(s.outsiders for s in of)} | {sum(s.overlaid for s in of)} "
            f"| {mean(s.stress for s in of):.3f} | {median(s.seconds for s in of):.3f} |"
        )
    return "\n".join([*lines, "", *goals(rows)])


def goals(rows: Sequence[tuple[str, Row]]) -> list[str]:
    won = sum(row[OURS].crossings <= best(row) for _, row in rows)
    over = [label for label, row in rows if row[OURS].crossings > max(1.25 * best(row), best(row) + 2)]
    faults = sum(row[OURS].faults for _, row in rows)
    return [
        f"ours <= best peer: {won} of {len(rows)} ({100 * won / len(rows):.0f} %; goal 60 %)",
        f"ours > max(1.25 x best, best + 2): {len(over)} (goal 0): {', '.join(over)}",
        f"our other faults: {faults} (goal 0)",
    ]


def main(cases: int = 30, seed: int = 1) -> None:
    print(f"{programs.version()}; {points.versions()}; seed {seed}, {cases} cases")
    print("settings:", "; ".join(f"{k}: {v}" for k, v in programs.SETTINGS.items()))
    rows = []
    for label, staging in stagings(seed, cases):
        row = compared(staging)
        rows.append((label, row))
        print(label, {name: score.crossings for name, score in row.items()}, flush=True)
    print(report(rows))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.cases, asked.seed)
