"""What a telephone call told about a service, and what stands of it beside the row of the directory."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sociogram.directory.rows import Service

Said = Literal["open", "full", "closed", "no_answer"]


@dataclass(frozen=True, slots=True)
class ServiceCheck:
    """One call: what was said `on` a day, free `places` if told, and `until` when it holds, if told."""

    status: Said
    on: date
    places: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a service: the newest of the row and of the last call. Empty means unknown.

    `places` may be known without a day; what was `said`, on `said_on` and `until` a day, comes from a call.
    """

    checked_on: date | None = None
    said: Said | None = None
    said_on: date | None = None
    until: date | None = None
    places: int | None = None
    places_on: date | None = None


NO_STANDING = Standing()


def standing(service: Service, check: ServiceCheck | None) -> Standing:
    """Return what stands of a row and the last call about it. On the same day the call counts."""
    row_checked, row_places_on = _day(service.checked_on), _day(service.capacity_on)
    if check is None or (row_checked and row_checked > check.on):
        return Standing(row_checked, places=service.capacity, places_on=row_places_on)
    places, places_on = _places(service, check, row_places_on)
    return Standing(
        checked_on=row_checked if check.status == "no_answer" else check.on,
        said=check.status,
        said_on=check.on,
        until=check.until,
        places=places,
        places_on=places_on,
    )


def _places(
    service: Service, check: ServiceCheck, row_places_on: date | None
) -> tuple[int | None, date | None]:
    """Free places: of the call when it told them; of the row when they were counted after the call, or when
    nobody answered."""
    told = 0 if check.status == "full" else check.places
    if row_places_on and row_places_on > check.on:
        return service.capacity, row_places_on
    if told is not None:
        return told, check.on
    return (None, None) if check.status == "open" else (service.capacity, row_places_on)


def _day(text: str) -> date | None:
    """A day as rows hold it; whoever else may write to a store may have written anything."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
