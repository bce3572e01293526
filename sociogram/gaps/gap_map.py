"""The map of gaps, need by area: what exists there, what is full, closed or to be checked, and nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sociogram.directory.directory import Directory
from sociogram.directory.needs import needs
from sociogram.gaps.areas import Grounds, areas_of, service_places
from sociogram.gaps.service_state import service_state
from sociogram.referral.service_check import ServiceCheck
from sociogram.referral.weights import weights

CellState = Literal["open", "to_check", "full", "closed", "elsewhere", "nothing"]
CELL_STATES: tuple[CellState, ...] = ("open", "to_check", "full", "closed", "elsewhere", "nothing")
"""In this order a cell tells one: what is on the spot comes first. `elsewhere`: nothing on the spot, but a
service that says it covers the area from outside, open or to be checked."""


@dataclass(frozen=True, slots=True)
class GapMap:
    """`cells[need][area]`, for every need of persons and every area. No organisation is named."""

    needs: tuple[str, ...]
    areas: tuple[str, ...]
    cells: Mapping[str, Mapping[str, CellState]]


def gap_map(directory: Directory, checks: Mapping[str, ServiceCheck], today: date) -> GapMap:
    """Return the best there is of each need in each area. `checks`: the last call about each service."""
    fresh, wanted = weights().fresh, needs(directory.terms)
    areas = tuple(area.id for area in areas_of(directory))
    grounds = Grounds(directory)
    found: dict[tuple[str, str], set[CellState]] = {}
    for service in directory.services.values():
        state = service_state(service, checks.get(service.id), today, fresh)
        for area, on_the_spot in grounds.of(service_places(directory, service)).items():
            if on_the_spot or state in ("open", "to_check"):
                found.setdefault((service.category, area), set()).add(state if on_the_spot else "elsewhere")
    return GapMap(
        wanted,
        areas,
        {need: {area: _best(found.get((need, area), set())) for area in areas} for need in wanted},
    )


def _best(states: set[CellState]) -> CellState:
    return next((state for state in CELL_STATES if state in states), "nothing")
