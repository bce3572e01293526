"""The nearest misses: for whom, or where, the services left out are, so that one may ask again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sociogram.directory.intake import next_opening
from sociogram.directory.rows import Organisation, Service
from sociogram.referral.constraints import Reason
from sociogram.referral.inquiry import Inquiry
from sociogram.referral.network import Network

MAX_NAMED = 6


def other_groups(network: Network, left_out: Iterable[tuple[Service, Reason]]) -> tuple[str, ...]:
    """Return the groups of services left out for their group, most frequent first; none of discreet ones."""
    return _most_frequent(
        group
        for service, reason in left_out
        if reason == "wrong_group" and not _discreet(network, service)
        for group in service.target_groups
    )


def other_places(network: Network, left_out: Iterable[tuple[Service, Reason]]) -> tuple[str, ...]:
    """Return the places of services left out for their place, as written; none of discreet ones."""
    return _most_frequent(
        place
        for service, reason in left_out
        if reason == "out_of_area" and not _discreet(network, service)
        for place in service.places
    )


@dataclass(frozen=True, slots=True)
class NextOpening:
    """A service left out at the date needed, and the first day on which it is known to take people in."""

    provider: Organisation
    service: Service
    opens: date


def next_openings(inquiry: Inquiry, left_out: Iterable[tuple[Service, Reason]]) -> tuple[NextOpening, ...]:
    """Return when services left out for their dates open next, the earliest first; none of discreet ones."""
    network, found = inquiry.network, []
    for service, reason in left_out if inquiry.request.on else ():
        day = _opens(inquiry, service, reason)
        if day and not _discreet(network, service):
            provider = network.directory.organisations[service.organisation_id]
            found.append(NextOpening(provider, service, day))
    return tuple(sorted(found, key=lambda one: (one.opens, one.service.id))[:MAX_NAMED])


def _opens(inquiry: Inquiry, service: Service, reason: Reason) -> date | None:
    on = inquiry.request.on
    if reason == "outside_intake" and on:
        return next_opening(service.intake, on)
    until = inquiry.standing(service).until if reason in ("closed_for_now", "full") else None
    return until + timedelta(days=1) if until and until < date.max else None


def _discreet(network: Network, service: Service) -> bool:
    return service.discreet or network.directory.organisations[service.organisation_id].discreet


def _most_frequent(values: Iterable[str]) -> tuple[str, ...]:
    counted = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(value for value, _ in counted[:MAX_NAMED])
