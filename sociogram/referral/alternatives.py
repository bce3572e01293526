"""Other ways to a provider, through a different intermediary: one may be away, or not be right to ask.

The best other way does without the first intermediary altogether; when there is none, the cheapest way that
only begins elsewhere. Exact within the hops allowed, like every way (paths.py).
"""

from collections.abc import Mapping
from dataclasses import replace

from sociogram.referral.inquiry import Inquiry
from sociogram.referral.network import Network
from sociogram.referral.paths import Path, cheapest_paths


def other_ways(inquiry: Inquiry, ways: Mapping[str, Path]) -> dict[str, Path]:
    """Return by provider another way than the one of `ways` (by provider), if there is one.

    The other way of a direct one goes through somebody; a service of the origin itself has none.
    """
    by_relay: dict[str, list[str]] = {}
    for provider, way in ways.items():
        if way.hops:
            by_relay.setdefault(way.actors[1], []).append(provider)
    found: dict[str, Path] = {}
    for relay, providers in by_relay.items():
        beyond = [one for one in providers if one != relay]
        if beyond:
            found |= _ways(inquiry, inquiry.network, beyond, inquiry.avoid | {relay})
        left = [one for one in providers if one not in found]
        if left:
            elsewhere = _begun_elsewhere(inquiry.network, inquiry.request.origin, relay)
            found |= _ways(inquiry, elsewhere, left, inquiry.avoid)
    return found


def _begun_elsewhere(network: Network, origin: str, relay: str) -> Network:
    """The same network but for the ties from `origin` to `relay`, laid over its arrays."""
    left = [step for step in network.steps(origin) if step.to != relay]
    left.sort(key=lambda step: (step.cost, step.to, step.tie))
    return replace(
        network,
        overlay={**network.overlay, origin: tuple(left)},
        replaced=network.replaced | {origin},
        held=[],
    )


def _ways(inquiry: Inquiry, network: Network, goals: list[str], avoid: frozenset[str]) -> dict[str, Path]:
    request = inquiry.request
    paths = cheapest_paths(network, request.origin, goals, request.max_hops, avoid=avoid)
    return {path.actors[-1]: path for path in paths}
