"""Hard constraints: never traded against a score. Each excluded service is counted once, with one reason.

What is proven not to fit is excluded; what is not known stays, and is said to be unknown. Being hidden is
never a reason: a hidden service is not there to be excluded.
"""

from typing import Literal

from sociogram.directory.places import Reach
from sociogram.directory.rows import Service
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest

Reason = Literal["closed", "not_open_yet", "wrong_group", "out_of_area", "wrong_language", "unreachable"]
REASONS: tuple[Reason, ...] = (
    "closed", "not_open_yet", "wrong_group", "out_of_area", "wrong_language", "unreachable",
)  # fmt: skip
_CLOSED = frozenset({"arrete", "historique"})


def exclusion(network: Network, request: SuggestionRequest, service: Service) -> Reason | None:
    """Return the first reason against a service, in the order of REASONS (reaching it is looked at last)."""
    if service.status in _CLOSED:
        return "closed"
    if service.status == "prevu":
        return "not_open_yet"
    groups = service.target_groups
    if request.target_groups and groups and not set(groups).intersection(request.target_groups):
        return "wrong_group"
    if request.places and service.places and reach(network, request, service) is None:
        return "out_of_area"
    return None


def reach(network: Network, request: SuggestionRequest, service: Service) -> Reach | None:
    """Return how the service's places answer for the places asked."""
    return network.gazetteer.reach(service.places, request.places)
