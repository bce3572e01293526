"""When a service takes people in: yearly windows `MM-DD/MM-DD`, dated ones `YYYY-MM-DD/YYYY-MM-DD`, or
`annuel`: once a year, nobody has written down when. Both ends of a window belong to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

YEARLY = "annuel"
_YEARLY = re.compile(r"(\d\d)-(\d\d)/(\d\d)-(\d\d)", re.ASCII)
_LEAP = 2024


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last`; only months and days count when it is `yearly`, and it may pass a new year."""

    first: date
    last: date
    yearly: bool

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        if not self.yearly:
            return self.first <= day <= self.last
        first, last, here = (_month_day(one) for one in (self.first, self.last, day))
        return first <= here <= last if first <= last else here >= first or here <= last

    def opens_after(self, day: date) -> date | None:
        """The next first day after `day`, if there will be one."""
        if not self.yearly:
            return self.first if self.first > day else None
        this_year, next_year = _in_year(self.first, day.year), _in_year(self.first, day.year + 1)
        return this_year if this_year > day else next_year


def window(text: str) -> Window | None:
    """Return the window written in `text`; None when none is."""
    try:
        if found := _YEARLY.fullmatch(text):
            numbers = [int(part) for part in found.groups()]
            return Window(date(_LEAP, *numbers[:2]), date(_LEAP, *numbers[2:]), yearly=True)
        first, last = (date.fromisoformat(part) for part in text.split("/"))
    except ValueError:
        return None
    return Window(first, last, yearly=False) if text == f"{first}/{last}" and first <= last else None


def taking_in(texts: Iterable[str], day: date) -> bool | None:
    """Whether people are taken in at `day`; None when what is written does not tell."""
    written = tuple(texts)
    windows = [window(text) for text in written]
    if any(one is not None and one.holds(day) for one in windows):
        return True
    return False if written and None not in windows else None


def next_opening(texts: Iterable[str], day: date) -> date | None:
    """Return the first day after `day` on which a window opens, if one is known."""
    days = [found for one in map(window, texts) if one and (found := one.opens_after(day))]
    return min(days, default=None)


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _in_year(day: date, year: int) -> date:
    """The same month and day of another year; the 29th of February is then the 1st of March."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
