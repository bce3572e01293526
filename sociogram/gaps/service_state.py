"""What is known of a service today: open, full, closed, or to be checked by a call."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from sociogram.directory.rows import Service
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import in_order

ServiceState = Literal["open", "to_check", "full", "closed"]
GONE = frozenset(("arrete", "historique", "prevu"))
"""Statuses of services nobody can be sent to: ended, or not begun."""
FRESH_DAYS = 90
"""How long a word on the telephone holds, unless it said until when."""
_SAID: Mapping[str, ServiceState] = {"open": "open", "full": "full", "closed": "closed"}


def checks_of(events: Iterable[StoredEvent]) -> Mapping[str, StoredEvent]:
    """Return the newest check of each service: by the day of the call, then by the order of the log."""
    newest: dict[str, StoredEvent] = {}
    for stored in in_order(events):
        if stored.event.kind != "service_checked":
            continue
        before = newest.get(stored.event.subject)
        if before is None or before.event.on <= stored.event.on:
            newest[stored.event.subject] = stored
    return newest


def service_state(service: Service, check: StoredEvent | None, today: date) -> ServiceState:
    """Return the state of a service. What nobody asked about for long is to be checked, never open."""
    if service.status in GONE:
        return "closed"
    if check is not None and _holds(check.event.on, check.event.args, today):
        places = check.event.args.get("places")
        return "full" if places == 0 else _SAID.get(check.event.args["status"], "to_check")
    if service.capacity == 0 and _fresh(service.capacity_on, today):
        return "full"
    if service.status == "non_date" and _fresh(service.checked_on, today):
        return "open"
    return "to_check"


def _holds(on: date, args: Mapping[str, Any], today: date) -> bool:
    until = args.get("until")
    if until is not None:
        return today.isoformat() <= str(until)
    return timedelta(0) <= today - on <= timedelta(days=FRESH_DAYS)


def _fresh(day: str, today: date) -> bool:
    return day != "" and timedelta(0) <= today - date.fromisoformat(day) <= timedelta(days=FRESH_DAYS)
