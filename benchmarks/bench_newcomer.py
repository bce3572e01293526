"""Newcomers on placed sheets: nobody who has a place moves; and what the rule costs in crossings.

Drawn: a situation is laid out and its places are recorded; then one person, one professional or one arrow is
added and the sheet is drawn again. What was drawn before must be drawn where it was: figures, and the
outlines nobody joined, compared as they stand on the two sheets. The crossings of the sheet are set beside
those of laying everything out anew (goal: at most 1.3 times, on the mean).

Placed: additions one after the other to the same sheet, each recorded before the next, without drawing lines:
many more can be tried. The centres of all that were placed must be the very numbers that were recorded.

    python -m benchmarks.bench_newcomer --situations 20 --each 3 --placed 10000 --seed 1
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import mean

import numpy as np

from benchmarks.situations import case, label, staged
from colour_codes.activation_code import pen_of_activation
from colour_codes.sides import Side
from layouts.frame import PAPERS
from layouts.individual import individual_positions, individual_sheet
from layouts.individual.boxes import Box, Point
from layouts.individual.placed import placed_scene
from layouts.individual.positions import positions_in
from layouts.individual.scene import Scene
from layouts.individual.sheet_reading import Drawn, drawn, enclosing
from layouts.individual.sizes import Sizes, ladder
from layouts.readability.meetings import meetings
from layouts.readability.overlaps import body
from layouts.readability.wires import wires_of
from sociogram.situation.staging import Arrow, Figure, Staging

KINDS = ("person", "professional", "arrow")
IN_A_ROW, ROWS = 50, 20
"""So many additions are made to one sheet, so many times from the first, before the next situation."""
UNEVEN = 0.01014
"""How far below its centre the middle of what is drawn of a figure lies, in parts of its height."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One newcomer drawn: its kind, how far the farthest placed thing moved (mm), and crossings.

    `resized`: letters or the room around figures had to become smaller, or the paper larger; boxes and
    outlines shrank around centres that stayed, and all may have gone `together` into the room there is then.
    `moved` is beside the others.
    """

    kind: str
    moved: float
    together: float
    resized: bool
    kept: int
    anew: int


def additions(staging: Staging, seed: str, each: int) -> Iterator[Addition]:
    """Yield `each` additions to the sheet of a staging, each to the first layout."""
    placed = recorded(staging)
    first = individual_sheet(placed)
    before = drawn(first)
    random = Random(seed)
    for index in range(each):
        kind = KINDS[index % len(KINDS)]
        grown = with_newcomer(placed, kind, random)
        sheet = individual_sheet(grown)
        after = drawn(sheet)
        anew = drawn(individual_sheet(replace(grown, positions=())))
        shrunk = resized(before, after) or sheet.width != first.width
        moved, together = farthest(before, after, resized=shrunk)
        yield Addition(kind, moved, together, shrunk, crossings(after), crossings(anew))


def farthest(before: Drawn, after: Drawn, *, resized: bool) -> tuple[float, float]:
    """Return how far, in mm, the farthest thing moved beside the others, and how far all went together.

    Things are figures, and outlines nobody joined or left. A figure keeps its centre when the letters change;
    what is drawn of it is not even around that centre, so that then the shift its new size explains is taken
    off, and outlines are left out.
    """
    ways = np.array(list(_ways(before, after, resized=resized))).reshape(-1, 2)
    if not len(ways):
        return 0.0, 0.0
    together = np.median(ways, axis=0)
    return round(float(np.abs(ways - together).max()), 4), round(float(np.abs(together).max()), 4)


def _ways(before: Drawn, after: Drawn, *, resized: bool) -> Iterator[Point]:
    for id_, node in before.nodes.items():
        one, two = body(node), body(after.nodes[id_])
        if node.kind in ("person", "professional"):
            shrunk = (one.h - two.h) * UNEVEN if resized else 0.0
            yield two.centre[0] - one.centre[0], two.centre[1] - one.centre[1] + shrunk
        elif not resized and members(before, id_) == members(after, id_):
            yield two.x - one.x, two.y - one.y


def with_newcomer(staging: Staging, kind: str, random: Random, name: str = "newcomer") -> Staging:
    """Return the staging with one more person or professional (with one arrow), or one more arrow."""
    if kind == "arrow":
        a, b = random.sample([figure.id for figure in staging.figures], 2)
        return with_arrow(staging, a, b, name)
    living = kind == "person"
    homes = [c for c in staging.containers if (c.kind == "household") == living and c.members]
    home = random.choice(homes) if homes and random.random() < 0.8 else None
    side = Side.LIVING_TOGETHER if living else Side.WORKING_TOGETHER
    new = Figure(name, "person" if living else "professional", side, label(random, False), home and home.id)
    containers = tuple(
        replace(c, members=(*c.members, new.id)) if c is home else c for c in staging.containers
    )
    other = random.choice(staging.figures).id
    grown = replace(staging, figures=(*staging.figures, new), containers=containers)
    return with_arrow(grown, *random.sample([new.id, other], 2), name)


def with_arrow(staging: Staging, activator: str, activated: str, name: str) -> Staging:
    sides = {figure.id: figure.side for figure in staging.figures}
    pen = pen_of_activation(activator=sides[activator], activated=sides[activated])
    number = max((arrow.number for arrow in staging.arrows), default=0) + 1
    arrow = Arrow(f"{name}-arrow", activator, activated, pen, number)
    return replace(staging, arrows=(*staging.arrows, arrow))


def letters(found: Drawn) -> float:
    """Return the height of the letters of the names, in mm."""
    return next(node.texts[0].h for node in found.nodes.values() if node.texts)


def resized(before: Drawn, after: Drawn) -> bool:
    """Whether letters became smaller, or outlines nobody joined narrower (less air)."""
    outlines = [node for node in before.nodes.values() if node.kind not in ("person", "professional")]
    return letters(before) != letters(after) or any(
        abs(body(node).w - body(after.nodes[node.id]).w) > 1e-3
        for node in outlines
        if members(before, node.id) == members(after, node.id)
    )


def members(found: Drawn, container: str) -> frozenset[str]:
    """Return all that stands in a container, however deep."""
    return frozenset(id_ for id_ in found.nodes if container in enclosing(found, id_))


def crossings(found: Drawn) -> int:
    return len(meetings(wires_of(found.lines)))


@dataclass(frozen=True, slots=True)
class Row:
    """Additions in a row: how many, how many centres of placed things changed, and how many newcomers found
    no slot on any paper, so that the outline around them meets others (`placed_scene`, tight).
    """

    additions: int
    moved: int
    tight: int


def in_a_row(staging: Staging, seed: str, count: int) -> Row:
    """Make `count` additions one after the other, the places of each recorded before the next."""
    random, grown, moved, tight = Random(seed), recorded(staging), 0, 0
    rooms = [(area, sizes) for area, ladder_ in papers() for sizes in ladder_]
    for number in range(count):
        kind = KINDS[random.randrange(len(KINDS))]
        grown = with_newcomer(grown, kind, random, f"newcomer-{number}")
        scene, fitted = _scene_in(grown, rooms)
        if scene is None:
            tight += 1
            scene, fitted = _scene_in(grown, rooms, tight=True)
        if scene is None:
            return Row(number, moved, tight)
        centres, before = positions_in(scene), dict(grown.positions)
        rooms = rooms[fitted:]
        moved += sum(centres[id_] != at for id_, at in before.items() if id_ in centres)
        grown = replace(grown, positions=tuple((centres | before).items()))
    return Row(count, moved, tight)


def recorded(staging: Staging) -> Staging:
    """Return the staging with the places of its layout recorded, if they are not yet."""
    if staging.positions:
        return staging
    return replace(staging, positions=tuple(individual_positions(staging).items()))


def _scene_in(
    staging: Staging, rooms: Sequence[tuple[Box, Sizes]], *, tight: bool = False
) -> tuple[Scene | None, int]:
    """Return the scene in the first of the rooms that holds it, and which one that is."""
    for number, (area, sizes) in enumerate(rooms):
        scene = placed_scene(staging, area, sizes, tight=tight)
        if scene is not None:
            return scene, number
    return None, 0


def in_rows(seed: int, wanted: int) -> Iterator[Row]:
    """Yield rows of additions to generated situations, until so many are made."""
    done, index = 0, 0
    while done < wanted:
        first = recorded(staged(case(seed, index)))
        for again in range(ROWS):
            if done < wanted:
                row = in_a_row(first, f"{seed}:{index}:{again}", min(IN_A_ROW, wanted - done))
                done += row.additions
                yield row
        index += 1


def papers() -> Iterator[tuple[Box, tuple[Sizes, ...]]]:
    """Yield the room on each paper, less frame and legend, with the smaller sizes of its letters."""
    for name in ("A4", "A3", "A2", "A1", "A0"):
        size = PAPERS[name]
        area = Box(10.0, 20.0, size.width - 20.0, size.height * 0.72)
        yield area, ladder(size.text / PAPERS["A4"].text)[-3:]


def ratio(found: list[Addition]) -> float:
    """Return the crossings of the kept sheets over those of the sheets made anew (1 where both are 0)."""
    kept, anew = (mean(column) for column in zip(*((a.kept, a.anew) for a in found), strict=True))
    return kept / anew if anew else (1.0 if not kept else float("inf"))


def main(situations: int = 20, each: int = 3, placed: int = 10_000, seed: int = 1) -> None:
    found: list[Addition] = []
    for index in range(situations):
        found += additions(staged(case(seed, index)), f"{seed}:{index}", each)
    print(f"Drawn: {situations} situations of 4 to 20 figures, {each} additions each, seed {seed}\n")
    print("| added | how many | smaller, or larger paper | moved, mm | all together, mm ", end="")
    print("| crossings, kept | anew | ratio |")
    print("|---" * 8 + "|")
    for kind in (*KINDS, "all"):
        rows = [a for a in found if kind in ("all", a.kind)]
        if not rows:
            continue
        kept, anew = mean(a.kept for a in rows), mean(a.anew for a in rows)
        moved, resized = max(a.moved for a in rows), sum(a.resized for a in rows)
        together = max(a.together for a in rows)
        print(f"| {kind} | {len(rows)} | {resized} | {moved} | {together} | ", end="")
        print(f"{kept:.1f} | {anew:.1f} | {ratio(rows):.2f} |")
    made = list(in_rows(seed + 1, placed))
    print(
        f"\nPlaced: {sum(row.additions for row in made)} additions in {len(made)} rows of {IN_A_ROW}", end=""
    )
    print(f" ({ROWS} rows a situation, from A4 on): placed things that changed their centre: ", end="")
    print(f"{sum(row.moved for row in made)}. Newcomers in a home or building hemmed in by others, so that")
    print(
        f"outlines meet: {sum(row.tight for row in made)}. Rows cut short, there being no place at all: ",
        end="",
    )
    print(sum(row.additions < IN_A_ROW for row in made[:-1]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--situations", type=int, default=20)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--placed", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.situations, asked.each, asked.placed, asked.seed)
