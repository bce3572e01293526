"""Hard constraints: never traded against a score. Each excluded service is counted once, with one reason.

What is proven not to fit is excluded; what is not known stays, and is said to be unknown. Being hidden is
never a reason: a hidden service is not there to be excluded. Nothing about dates is judged without a date.
"""

from datetime import date
from typing import Literal, get_args

from sociogram.directory.intake import taking_in
from sociogram.directory.places import Reach
from sociogram.directory.rows import Service
from sociogram.referral.inquiry import Inquiry

Reason = Literal[
    "must_not_know",
    "no_consent",
    "closed",
    "not_open_yet",
    "wrong_group",
    "wrong_age",
    "out_of_area",
    "wrong_language",
    "outside_intake",
    "closed_for_now",
    "full",
    "closed_at_night",
    "unreachable",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
_CLOSED = frozenset({"arrete", "historique"})


def exclusion(inquiry: Inquiry, service: Service) -> Reason | None:
    """Return the first reason against a service, in the order of REASONS (reaching it is looked at last)."""
    if service.organisation_id in inquiry.kept_out:
        return "must_not_know"
    if service.organisation_id in inquiry.uncovered:
        return "no_consent"
    if service.status in _CLOSED:
        return "closed"
    if service.status == "prevu":
        return "not_open_yet"
    reason = _for_another(inquiry, service) if inquiry.selective else None
    return reason or (_not_then(inquiry, service) if inquiry.dated else None)


def _for_another(inquiry: Inquiry, service: Service) -> Reason | None:
    """Whether it is for other people: another group, age, place or language."""
    request, groups = inquiry.request, service.target_groups
    if request.target_groups and groups and not set(groups).intersection(request.target_groups):
        return "wrong_group"
    if request.age is not None and not fits_age(service, request.age):
        return "wrong_age"
    if request.places and service.places and reach(inquiry, service) is None:
        return "out_of_area"
    spoken = service.languages
    if request.languages and spoken and not set(spoken).intersection(request.languages):
        return "wrong_language"
    return None


def _not_then(inquiry: Inquiry, service: Service) -> Reason | None:
    """Whether it does not take anybody in at the date needed, or by night."""
    request = inquiry.request
    if request.on is not None:
        if taking_in(service.intake, request.on) is False:
            return "outside_intake"
        known = inquiry.standing(service)
        if known.said == "closed" and _holds(inquiry, known.checked_on, known.until, "closed_days"):
            return "closed_for_now"
        until = known.until if known.said == "full" else None
        if known.places == 0 and _holds(inquiry, known.places_on, until, "places_days"):
            return "full"
    if request.urgency == "tonight" and service.night is False:
        return "closed_at_night"
    return None


def _holds(inquiry: Inquiry, since: date | None, until: date | None, limit: str) -> bool:
    """Whether what was said holds at the date needed: until the day told, else while it is fresh."""
    on = inquiry.request.on
    if on is None:
        return False
    if until is not None:
        return on <= until
    return inquiry.fresh(days_old(since, on), limit)


def days_old(since: date | None, on: date) -> int | None:
    """How many days old something will be; what was noted after the date needed is new."""
    return None if since is None else max(0, (on - since).days)


def fits_age(service: Service, age: int) -> bool:
    """Whether the age lies within those received; an end that is not known is open."""
    low, high = service.age_min, service.age_max
    return (low is None or low <= age) and (high is None or age <= high)


def reach(inquiry: Inquiry, service: Service) -> Reach | None:
    """Return how the service's places answer for the places asked."""
    return inquiry.network.gazetteer.reach(service.places, inquiry.request.places)
