"""A period asked for, and whether what is dated belongs to it. What has no date belongs to no period."""

from dataclasses import dataclass

from sociogram.dates import PartialDate, parse_date
from sociogram.errors import BadInput, bad_input


@dataclass(frozen=True, slots=True)
class Period:
    """From `begin` to `end`, both included; None: open on that side."""

    begin: PartialDate | None = None
    end: PartialDate | None = None

    def holds(self, when: PartialDate | None) -> bool:
        """Whether a date may fall in the period."""
        return when is not None and self.meets(Period(when, when))

    def meets(self, other: "Period") -> bool:
        """Whether both have a day in common."""
        return _begins_by(self, other) and _begins_by(other, self)

    def __str__(self) -> str:
        return str(self.begin) if self.begin == self.end else f"{self.begin or ''}/{self.end or ''}"


def parse_period(text: str, *, field: str = "period") -> Period:
    """Return the period written `2021`, `2021-06/2023`, `2021/` or `/2023`, or raise BadInput."""
    begin, slash, end = text.partition("/")
    if not slash:
        whole = parse_date(begin, field=field)
        return Period(whole, whole)
    period = Period(
        parse_date(begin, field=field) if begin else None, parse_date(end, field=field) if end else None
    )
    if not (begin or end) or not _in_order(period):
        raise bad_input(
            "bad_period",
            fr="cette période ne va d'aucune date à une autre.",
            en="this period leads from no date to another.",
            remedy_fr="Écrire par exemple 2021, 2021-06/2023, 2021/ ou /2023.",
            remedy_en="Write for example 2021, 2021-06/2023, 2021/ or /2023.",
            field=field,
        )
    return period


def period_of_row(text: str) -> Period | None:
    """Return the period of a row of the directory (`2021-12/2023-11`, `2009/`, `2017`); None if undated."""
    begin, slash, end = (part.strip() for part in text.partition("/"))
    try:
        first = parse_date(begin) if begin else None
        last = parse_date(end) if end else None if slash else first
    except BadInput:
        return None
    period = Period(first, last)
    return period if (first or last) and _in_order(period) else None


def _begins_by(one: Period, other: Period) -> bool:
    return one.begin is None or other.end is None or one.begin.first_day <= other.end.last_day


def _in_order(period: Period) -> bool:
    return period.begin is None or period.end is None or period.begin.first_day <= period.end.last_day
