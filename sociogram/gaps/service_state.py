"""What is known of a service today: open, full, closed, or to be checked; as suggestions know it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from sociogram.directory.intake import taking_in
from sociogram.directory.rows import Service
from sociogram.referral.constraints import days_old
from sociogram.referral.service_check import ServiceCheck, standing

ServiceState = Literal["open", "to_check", "full", "closed"]
GONE = frozenset(("arrete", "historique", "prevu"))
"""Statuses of services nobody can be sent to: ended, or not begun."""


def service_state(
    service: Service, check: ServiceCheck | None, today: date, fresh: Mapping[str, float]
) -> ServiceState:
    """Return the state of a service. Only a call lately made says that it is open.

    `fresh`: for how many days what was said is relied on, when it was not said until when (weights.toml).
    """

    def holds(since: date | None, until: date | None, limit: str) -> bool:
        if until is not None:
            return today <= until
        old = days_old(since, today)
        return old is not None and old <= fresh[limit]

    if service.status in GONE or taking_in(service.intake, today) is False:
        return "closed"
    known = standing(service, check)
    if known.said == "closed" and holds(known.checked_on, known.until, "closed_days"):
        return "closed"
    if known.places == 0 and holds(
        known.places_on, known.until if known.said == "full" else None, "places_days"
    ):
        return "full"
    if known.said == "open" and holds(known.checked_on, known.until, "open_days"):
        return "open"
    return "to_check"
