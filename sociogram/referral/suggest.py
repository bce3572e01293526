"""Who can help, and whom to ask: hard constraints, exact paths, one order for everybody."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from sociogram.directory.rows import Service
from sociogram.referral.answer import NeedAnswer, PathStep, Suggestion, SuggestionAnswer
from sociogram.referral.constraints import REASONS, Reason, exclusion
from sociogram.referral.endpoint import Worth, worth
from sociogram.referral.near_misses import other_groups, other_places
from sociogram.referral.network import Network
from sociogram.referral.paths import Path, cheapest_paths, within_reach
from sociogram.referral.request import SuggestionRequest, checked_request
from sociogram.referral.tie_cost import NANO

SCORE_DIGITS = 6
_MARGIN = 10.0**-SCORE_DIGITS

Candidates = Mapping[str, tuple[tuple[Service, Worth], ...]]


def suggest(network: Network, request: SuggestionRequest) -> SuggestionAnswer:
    """Answer a question. NotFound for an unknown origin, BadInput for anything else that cannot be asked.

    Order within a need: published score, then fewer hops, then service id (the direct call comes first at
    equal chances).
    """
    asked = checked_request(network, request)
    reached = within_reach(network, asked.origin, asked.max_hops)
    left_out = {need: _left_out(network, asked, need, reached) for need in asked.needs}
    near = {need: _candidates(network, asked, need, left_out[need]) for need in asked.needs}
    best = _ranked(network, asked, near)
    return SuggestionAnswer(
        request=asked,
        origin=network.directory.organisations[asked.origin],
        suggestions=tuple(one for need in asked.needs for one in best[need]),
        needs=tuple(
            _need_answer(network, need, len(best[need]), left_out[need].values()) for need in asked.needs
        ),
        network_version=network.version,
        terms=network.directory.terms,
    )


def _left_out(
    network: Network, request: SuggestionRequest, need: str, reached: frozenset[str]
) -> dict[str, tuple[Service, Reason]]:
    """Return the services left out by id, each with its first reason; being beyond reach is the last one."""
    found: dict[str, tuple[Service, Reason]] = {}
    for service in network.services.get(need, ()):
        reason = exclusion(network, request, service)
        if reason is None and service.organisation_id not in reached:
            reason = "unreachable"
        if reason:
            found[service.id] = (service, reason)
    return found


def _candidates(
    network: Network, request: SuggestionRequest, need: str, left_out: Mapping[str, object]
) -> tuple[tuple[Service, Worth], ...]:
    return tuple(
        (service, worth(network, request, service))
        for service in network.services.get(need, ())
        if service.id not in left_out
    )


def _need_answer(
    network: Network, need: str, shown: int, left_out: Collection[tuple[Service, Reason]]
) -> NeedAnswer:
    counts = Counter(reason for _, reason in left_out)
    return NeedAnswer(
        need=need,
        shown=shown,
        excluded={reason: counts[reason] for reason in REASONS if counts[reason]},
        other_groups=other_groups(network, left_out),
        other_places=other_places(network, left_out),
    )


def _ranked(network: Network, request: SuggestionRequest, near: Candidates) -> dict[str, list[Suggestion]]:
    """Walk outward once for all needs; stop when no later path can enter any need's first k."""
    by_provider: dict[str, list[tuple[str, Service, Worth]]] = {}
    for need, candidates in near.items():
        for service, value in candidates:
            by_provider.setdefault(service.organisation_id, []).append((need, service, value))
    highest = {need: max((value.score for _, value in found), default=0.0) for need, found in near.items()}
    best: dict[str, list[Suggestion]] = {need: [] for need in near}

    def enough(path: Path) -> bool:
        return all(_full(best[need], request.k, _total(network, highest[need], path.cost)) for need in near)

    goals = by_provider.keys()
    for path in cheapest_paths(network, request.origin, goals, request.max_hops, enough=enough):
        for need, service, value in by_provider[path.actors[-1]]:
            best[need].append(_suggestion(network, need, service, value, path))
    return {need: sorted(found, key=_order)[: request.k] for need, found in best.items()}


def _full(found: Iterable[Suggestion], k: int, ceiling: float) -> bool:
    """Whether k suggestions are surely better than anything that scores at most `ceiling`."""
    return sum(1 for one in found if one.score > ceiling + _MARGIN) >= k


def _total(network: Network, endpoint: float, cost: int) -> float:
    """Return the total score of referral.md 4.4: w x endpoint + (1 - w) x exp(-cost)."""
    share = network.weights.endpoint_share
    return share * endpoint + (1 - share) * math.exp(-cost / NANO)


def _order(suggestion: Suggestion) -> tuple[float, int, str]:
    return -suggestion.score, suggestion.hops, suggestion.service.id


def _suggestion(network: Network, need: str, service: Service, value: Worth, path: Path) -> Suggestion:
    return Suggestion(
        need=need,
        provider=network.directory.organisations[service.organisation_id],
        service=service,
        status="to_check",  # no row of a directory folder carries a check yet: nothing is an open door
        score=round(_total(network, value.score, path.cost), SCORE_DIGITS),
        path=_steps(network, path),
        reasons=value.reasons,
        unknown=value.unknown,
    )


def _steps(network: Network, path: Path) -> tuple[PathStep, ...]:
    organisations, relations = network.directory.organisations, network.directory.relations
    steps = [PathStep(organisations[path.actors[0]])]
    for before, actor, tie_id in zip(path.actors, path.actors[1:], path.ties, strict=False):
        tie = relations[tie_id]
        cost = next(step.cost for step in network.steps(before) if step.to == actor and step.tie == tie_id)
        steps.append(PathStep(organisations[actor], tie, tie.from_id == before, cost))
    return tuple(steps)
