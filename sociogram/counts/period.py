"""Quarters and semesters, in days of the network's time zone (the days that events bear)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sociogram.date_words import MONTHS
from sociogram.dates import EARLIEST_YEAR, LATEST_YEAR
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual

_SHAPE = re.compile(r"(\d{4})-(?:([TQ])([1-4])|(S)([12]))", re.ASCII)
_ORDINALS_FR = ("1er", "2e", "3e", "4e")
_ORDINALS_EN = ("1st", "2nd", "3rd", "4th")
_NAMES = {"T": Bilingual("trimestre", "quarter"), "S": Bilingual("semestre", "semester")}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A quarter (`T`) or a semester (`S`) of a year; `number` counts from 1."""

    year: int
    kind: Literal["T", "S"]
    number: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.kind}{self.number}"

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month."""
        length = 3 if self.kind == "T" else 6
        return (self.number - 1) * length + 1, self.number * length

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self.months[0], 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        month = self.months[1]
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def semester(self) -> "Period":
        """The semester that holds it."""
        return self if self.kind == "S" else Period(self.year, "S", 1 if self.number <= 2 else 2)

    def holds(self, day: date) -> bool:
        """Whether `day` is in the period."""
        return self.first_day <= day <= self.last_day

    @property
    def label(self) -> Bilingual:
        """Its name: "3e trimestre 2026"."""
        name, at = _NAMES[self.kind], self.number - 1
        return Bilingual(
            f"{_ORDINALS_FR[at]} {name.fr} {self.year}", f"{_ORDINALS_EN[at]} {name.en} of {self.year}"
        )

    @property
    def span(self) -> Bilingual:
        """Its months in words: "juillet à septembre"."""
        first, last = self.months
        fr, en = MONTHS["fr"], MONTHS["en"]
        return Bilingual(f"{fr[first - 1]} à {fr[last - 1]}", f"{en[first - 1]} to {en[last - 1]}")


def parse_period(text: str, *, place: str = "", field: str = "period") -> Period:
    """Return the period written `2026-T3` (or `2026-Q3`) or `2026-S2`; BadInput names `place` and `field`."""
    found = _SHAPE.fullmatch(text)
    if found is None or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        raise _bad(place, field)
    year = int(found[1])
    return Period(year, "S", int(found[5])) if found[4] else Period(year, "T", int(found[3]))


def require_semester(period: Period, *, place: str = "", field: str = "period") -> Period:
    """Return a semester, or refuse a quarter: what leaves is merged by semester first."""
    if period.kind == "S":
        return period
    raise bad_input(
        "period_too_short",
        fr="ce qui sort de l'organisation se compte par semestre, jamais par trimestre.",
        en="what leaves the organisation is counted by semester, never by quarter.",
        remedy_fr=f"Demander {period.semester}.",
        remedy_en=f"Ask for {period.semester}.",
        place=place,
        field=field,
    )


def _bad(place: str, field: str) -> BadInput:
    return bad_input(
        "bad_period",
        fr="cette période n'est ni un trimestre ni un semestre.",
        en="this period is neither a quarter nor a semester.",
        remedy_fr="Écrire par exemple 2026-T3 (trimestre) ou 2026-S2 (semestre).",
        remedy_en="Write for example 2026-T3 (quarter) or 2026-S2 (semester).",
        place=place,
        field=field,
    )
