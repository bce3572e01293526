"""The readability report of one finished sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import CONTAINERS, Drawn, drawn
from layouts.readability.ends import angular_resolution, edge_length_deviation
from layouts.readability.grade import Grade, Load, grade_of
from layouts.readability.ink import extent_of, ink_share
from layouts.readability.meetings import Meeting, by_pens, meetings
from layouts.readability.network import neighbourhood_preservation, network_of, stress
from layouts.readability.overlaps import body, overlaps_of
from layouts.readability.wires import Wire, wires_of
from layouts.sheet import Sheet
from sociogram.situation.staging import Staging

_BADGES = ("badge on a label", "badge on a box", "badges overlap", "badge on a line", "badge on a wall")


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a drawing do, measured along their curves. Angles in degrees, None without crossings.

    `crossings` counts all lines; `arrow_crossings` arrows only; `crossings_by_pens` names each pair,
    red-red first (kinship is "link", the way to a former home "former-home").
    """

    arrows: int
    links: int
    crossings: int
    arrow_crossings: int
    crossings_by_pens: tuple[tuple[str, int], ...]
    crossings_per_line: float
    smallest_crossing_angle: float | None
    mean_crossing_angle: float | None
    line_node_overlaps: int
    label_strikes: int
    edge_length_deviation: float | None
    angular_resolution: float | None


@dataclass(frozen=True, slots=True)
class Places:
    """How things stand: pairs that overlap, strangers in outlines, and distances beside the network."""

    figures: int
    containers: int
    node_node_overlaps: int
    node_label_overlaps: int
    label_label_overlaps: int
    outsiders: int
    stress: float | None
    neighbourhood_preservation: float | None
    generation_monotonicity: float | None


@dataclass(frozen=True, slots=True)
class Page:
    """The paper: letters in mm, width over height of the drawing and of the paper, share of the paper inked.

    `badges_in_the_way`: badges that touch a line, a wall, a box, a label or another badge.
    """

    smallest_text_mm: float | None
    aspect: float | None
    paper_aspect: float
    ink: float
    badges_in_the_way: int


@dataclass(frozen=True, slots=True)
class Readability:
    """The report: `hard_faults` names what must never be on a sheet, with how often; `grade` in words."""

    lines: Lines
    places: Places
    page: Page
    hard_faults: tuple[tuple[str, int], ...]
    grade: Grade


def readability(sheet: Sheet, staging: Staging | None = None) -> Readability:
    """Return the report of `sheet`. Without `staging` the generations are not measured (None)."""
    found = drawn(sheet)
    lines, places = lines_and_places(found, filiations(staging))
    faults = check_sheet(sheet)
    hard: dict[str, int] = {}
    for fault in faults:
        if fault.hard:
            hard[fault.code] = hard.get(fault.code, 0) + 1
    page = _page(sheet, found, len({fault.ids[0] for fault in faults if fault.code in _BADGES}))
    wrong = sum(hard.values()) + _overlapping(lines, places)
    reds = lines.crossings_by_pens[0][1]
    load = Load(lines.crossings_per_line, reds, page.badges_in_the_way / max(1, lines.arrows))
    return Readability(lines, places, page, tuple(sorted(hard.items())), grade_of(wrong, load))


def lines_and_places(found: Drawn, parents: Mapping[str, tuple[str, str]]) -> tuple[Lines, Places]:
    """Return what is measured of any drawing, whoever made it. `parents`: parent and child by line id."""
    wires = wires_of(found.lines)
    overlaps = overlaps_of(found, wires)
    lines = _lines(found, wires, overlaps.line_node, overlaps.label_strikes)
    network = network_of(found, wires)
    kinds = [node.kind for node in found.nodes.values()]
    containers = sum(kind in CONTAINERS for kind in kinds)
    places = Places(
        len(kinds) - containers, containers, overlaps.node_node, overlaps.node_label, overlaps.label_label,
        overlaps.outsiders, stress(network), neighbourhood_preservation(network),
        generation_monotonicity(found, parents),
    )  # fmt: skip
    return lines, places


def filiations(staging: Staging | None) -> dict[str, tuple[str, str]]:
    """Return parent and child of each filiation by the id of its line."""
    kin = staging.kin if staging else ()
    return {line.id: (line.a, line.b) for line in kin if line.kind == "filiation"}


def generation_monotonicity(found: Drawn, parents: Mapping[str, tuple[str, str]]) -> float | None:
    """Return the share of parents who stand above their child (1 best); None without drawn filiations."""
    pairs = [(a, b) for a, b in parents.values() if a in found.nodes and b in found.nodes]
    above = [body(found.nodes[a]).centre[1] < body(found.nodes[b]).centre[1] for a, b in pairs]
    return sum(above) / len(above) if above else None


def _lines(found: Drawn, wires: tuple[Wire, ...], through: int, strikes: int) -> Lines:
    crossed = meetings(wires)
    arrows = {wire.id for wire in wires if wire.arrow}
    angles = [meeting.angle for meeting in crossed]
    drawn_ties = [wire for wire in wires if wire.kind in ("activation", "link")]
    centres = {id_: body(node).centre for id_, node in found.nodes.items()}
    return Lines(
        len(arrows), len(wires) - len(arrows), len(crossed), sum(_between(m, arrows) for m in crossed),
        by_pens(crossed), len(crossed) / len(wires) if wires else 0.0,
        min(angles, default=None), float(np.mean(angles)) if angles else None,
        through, strikes, edge_length_deviation(drawn_ties), angular_resolution(drawn_ties, centres),
    )  # fmt: skip


def _between(meeting: Meeting, ids: set[str]) -> bool:
    return meeting.ids[0] in ids and meeting.ids[1] in ids


def _page(sheet: Sheet, found: Drawn, badges: int) -> Page:
    extent = extent_of(found)
    aspect = extent.w / extent.h if extent and extent.h else None
    smallest = min(found.sizes, default=None)
    return Page(smallest, aspect, sheet.width / sheet.height, ink_share(sheet), badges)


def _overlapping(lines: Lines, places: Places) -> int:
    pairs = places.node_node_overlaps + places.node_label_overlaps + places.label_label_overlaps
    return pairs + places.outsiders + lines.line_node_overlaps + lines.label_strikes
