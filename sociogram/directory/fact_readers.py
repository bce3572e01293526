"""The facts about a service that a folder may tell, each cell checked; an empty one is unknown."""

import re
from datetime import date
from typing import Any

from sociogram.directory.cells import Cells
from sociogram.directory.columns import LANGUAGE_CODE, MAX_AGE, MAX_PLACES
from sociogram.directory.intake import YEARLY, window

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def read_facts(cells: Cells) -> dict[str, Any]:
    """Return the facts of one row of services.csv by the names of the fields of Service."""
    low, high = _number(cells, "age_min", MAX_AGE), _number(cells, "age_max", MAX_AGE)
    if low is not None and high is not None and low > high:
        cells.fault("ages_crossed", "age_max")
    return {
        "languages": _languages(cells),
        "papers": cells.values("papers"),
        "intake": _intake(cells),
        "hours": cells.text("hours"),
        "night": cells.yes("night") if cells.text("night") else None,
        "capacity": _number(cells, "capacity", MAX_PLACES),
        "capacity_on": _day(cells, "capacity_on"),
        "checked_on": _day(cells, "checked_on"),
        "age_min": low,
        "age_max": high,
    }


def _languages(cells: Cells) -> tuple[str, ...]:
    codes = cells.values("languages")
    if not all(LANGUAGE_CODE.fullmatch(code) for code in codes if code):
        cells.fault("bad_language", "languages")
    return codes


def _intake(cells: Cells) -> tuple[str, ...]:
    texts = cells.values("intake")
    if any(text and text != YEARLY and window(text) is None for text in texts):
        cells.fault("bad_window", "intake")
    return texts


def _number(cells: Cells, column: str, highest: int) -> int | None:
    text = cells.text(column)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) <= highest):
        cells.fault("bad_number", column, highest=highest)
        return None
    return int(text)


def _day(cells: Cells, column: str) -> str:
    text = cells.text(column)
    try:
        if text and not _DAY.fullmatch(text):
            raise ValueError
        return text and date.fromisoformat(text).isoformat()
    except ValueError:
        cells.fault("bad_day", column)
        return ""
