"""Newcomers on placed sheets: nobody who has a place moves; and what the rule costs in crossings.

A situation is laid out and its places are recorded; then one person, one professional or one arrow is added
and the sheet is drawn again. Displacement of everything placed must be exactly 0. The crossings of that sheet
are set beside those of laying everything out anew (goal: at most 1.3 times, on the mean).

    python -m benchmarks.bench_newcomer --situations 20 --each 5 --seed 1
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from statistics import mean

from benchmarks.situations import case, label, staged
from colour_codes.activation_code import pen_of_activation
from colour_codes.sides import Side
from layouts.individual import individual_positions, individual_sheet
from layouts.individual.sheet_reading import drawn
from layouts.readability.meetings import meetings
from layouts.readability.wires import wires_of
from layouts.sheet import Sheet
from sociogram.situation.staging import Arrow, Figure, Staging

KINDS = ("person", "professional", "arrow")


@dataclass(frozen=True, slots=True)
class Addition:
    """One newcomer: its kind, how far the farthest placed thing moved (hundredths of a mm), and crossings."""

    kind: str
    moved: int
    kept: int
    anew: int


def additions(staging: Staging, seed: str, each: int) -> Iterator[Addition]:
    """Yield `each` additions to the sheet of a staging, each to the first layout."""
    before = individual_positions(staging)
    placed = replace(staging, positions=tuple(before.items()))
    random = Random(seed)
    for index in range(each):
        kind = KINDS[index % len(KINDS)]
        after = with_newcomer(placed, kind, random)
        there = individual_positions(after)
        moved = max(
            (abs(there[id_][axis] - at[axis]) for id_, at in before.items() for axis in (0, 1)), default=0
        )
        kept = crossings(individual_sheet(after))
        yield Addition(kind, moved, kept, crossings(individual_sheet(replace(after, positions=()))))


def with_newcomer(staging: Staging, kind: str, random: Random) -> Staging:
    """Return the staging with one more person or professional (with one arrow), or one more arrow."""
    if kind == "arrow":
        a, b = random.sample([figure.id for figure in staging.figures], 2)
        return with_arrow(staging, a, b)
    living = kind == "person"
    homes = [c for c in staging.containers if (c.kind == "household") == living and c.members]
    home = random.choice(homes) if homes and random.random() < 0.8 else None
    side = Side.LIVING_TOGETHER if living else Side.WORKING_TOGETHER
    new = Figure(
        "newcomer", "person" if living else "professional", side, label(random, False), home and home.id
    )
    containers = tuple(
        replace(c, members=(*c.members, new.id)) if c is home else c for c in staging.containers
    )
    other = random.choice(staging.figures).id
    grown = replace(staging, figures=(*staging.figures, new), containers=containers)
    return with_arrow(grown, *random.sample([new.id, other], 2))


def with_arrow(staging: Staging, activator: str, activated: str) -> Staging:
    sides = {figure.id: figure.side for figure in staging.figures}
    pen = pen_of_activation(activator=sides[activator], activated=sides[activated])
    number = max((arrow.number for arrow in staging.arrows), default=0) + 1
    arrow = Arrow("new-arrow", activator, activated, pen, number)
    return replace(staging, arrows=(*staging.arrows, arrow))


def crossings(sheet: Sheet) -> int:
    return len(meetings(wires_of(drawn(sheet).lines)))


def ratio(found: list[Addition]) -> float:
    """Return the crossings of the kept sheets over those of the sheets made anew (1 where both are 0)."""
    kept, anew = (mean(column) for column in zip(*((a.kept, a.anew) for a in found), strict=True))
    return kept / anew if anew else (1.0 if not kept else float("inf"))


def main(situations: int = 20, each: int = 3, seed: int = 1) -> None:
    print(f"seed {seed}: {situations} situations, {each} additions each")
    found: list[Addition] = []
    for index in range(situations):
        found += additions(staged(case(seed, index)), f"{seed}:{index}", each)
    print("| added | how many | moved (1/100 mm) | crossings, kept | crossings, laid out anew | ratio |")
    print("|---|---|---|---|---|---|")
    for kind in (*KINDS, "all"):
        rows = [a for a in found if kind in ("all", a.kind)]
        if not rows:
            continue
        kept, anew = mean(a.kept for a in rows), mean(a.anew for a in rows)
        moved = max(a.moved for a in rows)
        print(f"| {kind} | {len(rows)} | {moved} | {kept:.1f} | {anew:.1f} | {ratio(rows):.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--situations", type=int, default=20)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.situations, asked.each, asked.seed)
