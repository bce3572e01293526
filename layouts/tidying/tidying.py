"""Tidy-up with a limit: who is placed moves that far at most, and only if the sheet then reads better."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import hypot

from layouts.frame import PAPERS
from layouts.individual import SheetSettings, individual_positions, individual_sheet
from layouts.individual.boxes import Box
from layouts.individual.faults import check_sheet
from layouts.individual.model import Floats
from layouts.individual.sheet_reading import FIGURES, Drawn, drawn, text_box
from layouts.readability import readability
from layouts.sheet import Group, Sheet, Text
from layouts.tidying.desk import Desk, desk_of
from layouts.tidying.pushing import pushed
from sociogram.errors import BadInput
from sociogram.situation.situation import Position
from sociogram.situation.staging import Staging

MOST, LEAST, LARGEST = 30.0, 1.0, 500.0
"""The usual limit, the least and the largest one a person may give, in mm."""
REACHES, FEW = (1 / 6, 1 / 3, 2 / 3, 1.0), 40
"""Shares of the limit that are tried, the shortest first; only every second with more than FEW things."""
ROUNDS = 900
SHARES = (1.0, 0.5)
"""Of each plan all of the way is tried, and half."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is compared: where lines cross, the faults of the sheet (hard ones apart), the letters in mm."""

    crossings: int
    faults: int
    hard: int
    letters: float

    @property
    def trouble(self) -> int:
        """Crossings and faults together."""
        return self.crossings + self.faults


@dataclass(frozen=True, slots=True)
class Tidied:
    """The outcome. `places`: the new centres of what moves, in hundredths of a mm; empty when nothing does.

    `first`: nothing was placed before, and `places` are those of the first layout. `largest`: the longest
    move, in mm.
    """

    places: Mapping[str, Position]
    before: Reading
    after: Reading
    largest: float
    first: bool = False


def tidied(
    staging: Staging, settings: SheetSettings | None = None, *, most: float = MOST, seed: int = 0
) -> Tidied:
    """Return what a tidy-up moves. Nothing goes further than `most` mm; the reading never gets worse."""
    settings = settings or SheetSettings()
    there = individual_positions(staging, settings)
    if not staging.positions:
        reading = reading_of(individual_sheet(staging, settings), staging)
        return Tidied(there, reading, reading, 0.0, first=True)
    placed = replace(staging, positions=tuple(there.items()))
    sheet = individual_sheet(placed, settings)
    found = drawn(sheet)
    before, desk = reading_of(sheet, placed), desk_of(found, _room(sheet, found))
    best, chosen = before, {id_: at for id_, at in there.items() if id_ not in dict(staging.positions)}
    nothing = Tidied(chosen, before, before, 0.0)
    for number, reach in enumerate(REACHES if len(desk.ids) <= FEW else REACHES[1::2]):
        centres = pushed(desk, most=reach * most, seed=seed * 100 + number, rounds=ROUNDS)
        for share in SHARES:
            moved = _moved(desk, desk.start + (centres - desk.start) * share, there, most)
            if not moved:
                continue
            after = _drawn_so(placed, settings, moved, sheet)
            if after is not None and _better(after, best):
                best, chosen = after, {**nothing.places, **moved}
    if best == before:
        return nothing
    return Tidied(chosen, before, best, max(_far(there[id_], at) for id_, at in chosen.items()))


def reading_of(sheet: Sheet, staging: Staging) -> Reading:
    """Return how a sheet reads."""
    report, faults = readability(sheet, staging), check_sheet(sheet)
    hard = sum(fault.hard for fault in faults)
    return Reading(report.lines.crossings, len(faults) - hard, hard, _letters(sheet))


def _better(after: Reading, best: Reading) -> bool:
    """Less trouble or larger letters, and nothing worse: no hard fault, no smaller letters."""
    if after.hard > best.hard or after.letters < best.letters - 0.01 or after.trouble > best.trouble:
        return False
    return after.trouble < best.trouble or after.letters > best.letters + 0.1


def _drawn_so(
    placed: Staging, settings: SheetSettings, moved: Mapping[str, Position], before: Sheet
) -> Reading | None:
    """Return how the sheet reads with some things moved; None when it would need larger paper."""
    staging = replace(placed, positions=tuple({**dict(placed.positions), **moved}.items()))
    try:
        sheet = individual_sheet(staging, settings)
    except BadInput:
        return None
    if (sheet.width, sheet.height) != (before.width, before.height):
        return None
    return reading_of(sheet, staging)


def _moved(desk: Desk, centres: Floats, there: Mapping[str, Position], most: float) -> dict[str, Position]:
    """Return the new places, in hundredths, of what moves: never further than the limit, however rounded."""
    moved: dict[str, Position] = {}
    for number, id_ in enumerate(desk.ids[: desk.leaves]):
        step = centres[number] - desk.start[number]
        if id_ not in there or hypot(*step) < 0.05:
            continue
        x, y = there[id_]
        at = (x + int(step[0] * 100), y + int(step[1] * 100))
        if at != (x, y) and _far(there[id_], at) <= most:
            moved[id_] = at
    return moved


def _far(one: Position, two: Position) -> float:
    return hypot(one[0] - two[0], one[1] - two[1]) / 100


def _letters(sheet: Sheet) -> float:
    """Return the size of the letters under the figures, in mm."""
    figures = [
        group for group in sheet.items if isinstance(group, Group) and dict(group.data).get("kind") in FIGURES
    ]
    return min((i.size for group in figures for i in group.items if isinstance(i, Text)), default=0.0)


def _room(sheet: Sheet, found: Drawn) -> Box:
    """Return where things may stand: between title and legend, and where they stand already."""
    margin = next(paper.margin for paper in PAPERS.values() if sheet.width in (paper.width, paper.height))
    top, bottom = margin, sheet.height - margin
    for group in sheet.items:
        if not isinstance(group, Group):
            continue
        kind = dict(group.data).get("kind", "")
        boxes = [text_box(item) for item in group.items if isinstance(item, Text)]
        if kind in ("date", "title", "fictional") and boxes:
            top = max(top, *(box.bottom for box in boxes))
        if kind == "legend" and boxes:
            bottom = min(bottom, *(box.y - 2.0 for box in boxes))
    stood = [node.box for node in found.nodes.values()]
    left = min([margin, *(box.x for box in stood)])
    right = max([sheet.width - margin, *(box.right for box in stood)])
    top, bottom = min([top, *(box.y for box in stood)]), max([bottom, *(box.bottom for box in stood)])
    return Box(left, top, right - left, bottom - top)
