"""A cell tells "nothing exists" from "closed", "full" and "to be checked"."""

from datetime import date
from typing import Any

import pytest

from sociogram.gaps.gap_map import CELL_STATES, gap_map
from sociogram.referral.service_check import ServiceCheck

TODAY = date(2026, 11, 22)
LATELY, LONG_AGO = date(2026, 11, 15), date(2026, 3, 1)


@pytest.fixture
def cell(organisation: Any, service: Any, directory: Any) -> Any:
    """A function giving the cell "shelter at Gao" for services of one house and a call to the first."""

    def state(*services: Any, check: ServiceCheck | None = None, area: str = "gao") -> str:
        rows = [
            service("a", **{"need": "hebergement", "id": f"s{at}", **one}) for at, one in enumerate(services)
        ]
        found = gap_map(directory([organisation("a")], rows), {"s0": check} if check else {}, TODAY)
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
        ({"checked_on": "2026-11-15"}, "to_check"),
        ({"intake": ("01-01/03-31",)}, "closed"),
        ({"intake": ("10-01/12-31",)}, "to_check"),
        ({"capacity": 0, "capacity_on": "2026-11-15"}, "full"),
        ({"capacity": 3, "capacity_on": "2026-11-15"}, "to_check"),
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
    ("call", "state"),
    [
        (ServiceCheck("open", LATELY), "open"),
        (ServiceCheck("full", LATELY), "full"),
        (ServiceCheck("closed", LATELY), "closed"),
        (ServiceCheck("no_answer", LATELY), "to_check"),
        (ServiceCheck("open", LATELY, places=0), "full"),
        (ServiceCheck("closed", LONG_AGO), "to_check"),
        (ServiceCheck("open", LONG_AGO), "to_check"),
        (ServiceCheck("full", LONG_AGO, until=date(2026, 12, 1)), "full"),
        (ServiceCheck("full", LATELY, until=date(2026, 11, 20)), "to_check"),
        (ServiceCheck("closed", LATELY, until=date(2026, 11, 20)), "to_check"),
    ],
)
def test_what_a_call_told(cell: Any, call: ServiceCheck, state: str) -> None:
    assert cell({}, check=call) == state


def test_a_cell_tells_the_best_there_is_on_the_spot(cell: Any) -> None:
    made = {
        "to_check": {},
        "full": {"capacity": 0, "capacity_on": "2026-11-15"},
        "closed": {"status": "arrete"},
        "elsewhere": {"place": "Mali"},
        "nothing": {"place": "Kayes"},
    }
    assert ("open", *made) == CELL_STATES
    for at, state in enumerate(made):
        assert cell(*reversed(list(made.values())[at:])) == state
    assert cell({}, *made.values(), check=ServiceCheck("open", LATELY)) == "open"


def test_a_service_without_place_stands_where_its_organisation_does(
    organisation: Any, service: Any, directory: Any
) -> None:
    rows = [service("a", "sante", place="")]
    found = gap_map(directory([organisation("a", places=("Gao",))], rows), {}, TODAY)
    assert found.cells["sante"]["gao"] == "nothing", "an empty text names no place"
