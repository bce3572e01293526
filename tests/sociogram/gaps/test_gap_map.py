"""A cell tells "nothing exists" from "closed", "full" and "to be checked"."""

from datetime import date
from typing import Any

import pytest

from sociogram.gaps.gap_map import CELL_STATES, gap_map
from sociogram.gaps.service_state import checks_of

TODAY = date(2026, 11, 22)
LATELY, LONG_AGO = date(2026, 11, 1), date(2026, 3, 1)


@pytest.fixture
def cell(organisation: Any, service: Any, directory: Any) -> Any:
    """A function giving the cell "shelter at Gao" for services of one organisation and events about them."""

    def state(*services: Any, events: Any = (), area: str = "gao") -> str:
        rows = [
            service("a", **{"need": "hebergement", "id": f"s{at}", **one}) for at, one in enumerate(services)
        ]
        found = gap_map(directory([organisation("a")], rows), checks_of(events), TODAY)
        return found.cells["hebergement"][area]

    return state


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "to_check"),
        ({"status": "projet_termine"}, "to_check"),
        ({"status": "arrete"}, "closed"),
        ({"status": "historique"}, "closed"),
        ({"status": "prevu"}, "closed"),
        ({"checked_on": "2026-11-01"}, "open"),
        ({"checked_on": "2026-03-01"}, "to_check"),
        ({"checked_on": "2027-03-01"}, "to_check"),
        ({"checked_on": "2026-11-01", "status": "projet_termine"}, "to_check"),
        ({"capacity": 0, "capacity_on": "2026-11-01"}, "full"),
        ({"capacity": 0, "capacity_on": "2026-03-01"}, "to_check"),
        ({"place": "Mali"}, "elsewhere"),
        ({"place": "Mali", "status": "arrete"}, "nothing"),
        ({"place": "Kayes"}, "nothing"),
        ({"need": "sante"}, "nothing"),
    ],
)
def test_what_the_directory_says(cell: Any, fields: Any, state: str) -> None:
    assert cell(fields) == state


@pytest.mark.parametrize(
    ("on", "args", "state"),
    [
        (LATELY, {"status": "open"}, "open"),
        (LATELY, {"status": "full"}, "full"),
        (LATELY, {"status": "closed"}, "closed"),
        (LATELY, {"status": "no_answer"}, "to_check"),
        (LATELY, {"status": "open", "places": 0}, "full"),
        (LONG_AGO, {"status": "closed"}, "to_check"),
        (LONG_AGO, {"status": "full", "until": "2026-12-01"}, "full"),
        (LATELY, {"status": "full", "until": "2026-11-10"}, "to_check"),
    ],
)
def test_what_a_call_told(cell: Any, event: Any, on: date, args: Any, state: str) -> None:
    assert cell({}, events=[event(1, "service_checked", "s0", on, **args)]) == state


def test_the_newest_call_counts_whenever_it_was_written_down(cell: Any, event: Any) -> None:
    late = event(1, "service_checked", "s0", LATELY, status="open")
    early = event(2, "service_checked", "s0", date(2026, 10, 1), status="full")
    same_day = event(3, "service_checked", "s0", LATELY, status="closed")
    assert cell({}, events=[late, early]) == "open"
    assert cell({}, events=[same_day, late, early]) == "closed"


def test_a_cell_tells_the_best_there_is_on_the_spot(cell: Any) -> None:
    made = {
        "open": {"checked_on": "2026-11-01"},
        "to_check": {},
        "full": {"capacity": 0, "capacity_on": "2026-11-01"},
        "closed": {"status": "arrete"},
        "elsewhere": {"place": "Mali"},
        "nothing": {"place": "Kayes"},
    }
    assert tuple(made) == CELL_STATES
    for at, state in enumerate(CELL_STATES):
        assert cell(*(made[one] for one in reversed(CELL_STATES[at:]))) == state


def test_a_service_without_place_stands_where_its_organisation_does(
    organisation: Any, service: Any, directory: Any
) -> None:
    rows = [service("a", "sante", place="")]
    found = gap_map(directory([organisation("a", places=("Gao",))], rows), {}, TODAY)
    assert found.cells["sante"]["gao"] == "nothing", "an empty text names no place"
