"""Partial dates: a year, a month, or a day. What is not known is not invented."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from sociogram.errors import bad_input

EARLIEST_YEAR = 1850
LATEST_YEAR = 2080
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, or a month of a year, or a day. Written `2020`, `2020-10`, `2020-10-31` (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The earliest day this date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day this date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.last_day, self.first_day) < (other.last_day, other.first_day)

    def on_or_before(self, other: "PartialDate") -> bool:
        """Whether this may have happened by the end of `other` (inclusive)."""
        return self.first_day <= other.last_day


def parse_date(text: str, *, place: str = "", field: str = "") -> PartialDate:
    """Return the partial date written in `text`, or raise BadInput naming `place` and `field`."""
    match = _SHAPE.fullmatch(text)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is not None and EARLIEST_YEAR <= year <= LATEST_YEAR and _exists(year, month, day):
            return PartialDate(year, month, day)
    raise bad_input(
        "bad_date",
        fr="cette date n'existe pas ou n'est pas écrite AAAA, AAAA-MM ou AAAA-MM-JJ.",
        en="this date does not exist or is not written YYYY, YYYY-MM or YYYY-MM-DD.",
        remedy_fr=f"Écrire une date entre {EARLIEST_YEAR} et {LATEST_YEAR}, par exemple 2020-10.",
        remedy_en=f"Write a date between {EARLIEST_YEAR} and {LATEST_YEAR}, such as 2020-10.",
        place=place,
        field=field,
    )


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= calendar.monthrange(year, month)[1]
