"""The date of the network's sheet: the latest date among the ties shown."""

import re
from collections.abc import Iterable

from layouts.mega.ties import Tie
from sociogram.dates import PartialDate, parse_date
from sociogram.errors import BadInput

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)


def latest_date(ties: Iterable[Tie]) -> PartialDate | None:
    """Return the latest date in the periods of `ties` ("2021-12/2023-11", "2009/", "2017"), or None."""
    return max((date for tie in ties for date in _dates(tie.period)), default=None)


def _dates(period: str) -> Iterable[PartialDate]:
    for part in period.split("/"):
        if _DATE.fullmatch(part.strip()):
            try:
                yield parse_date(part.strip())
            except BadInput:
                continue
