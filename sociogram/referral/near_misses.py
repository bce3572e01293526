"""The nearest misses: for whom, or where, the services left out are, so that one may ask again."""

from collections import Counter
from collections.abc import Iterable

from sociogram.directory.rows import Service
from sociogram.referral.constraints import Reason
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


def _discreet(network: Network, service: Service) -> bool:
    return service.discreet or network.directory.organisations[service.organisation_id].discreet


def _most_frequent(values: Iterable[str]) -> tuple[str, ...]:
    counted = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(value for value, _ in counted[:MAX_NAMED])
