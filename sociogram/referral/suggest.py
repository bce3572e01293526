"""Who can help, and whom to ask: hard constraints, exact paths, one order for everybody."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sociogram.directory.rows import Service
from sociogram.referral.alternatives import other_ways
from sociogram.referral.answer import NeedAnswer, PathStep, Suggestion, SuggestionAnswer
from sociogram.referral.constraints import REASONS, Reason, exclusion
from sociogram.referral.endpoint import Worth, worth
from sociogram.referral.inquiry import Inquiry, inquiry_of
from sociogram.referral.known import NOTHING, Known, NightFunction
from sociogram.referral.near_misses import next_openings, other_groups, other_places
from sociogram.referral.network import Network
from sociogram.referral.paths import Path, cheapest_paths, within_reach
from sociogram.referral.request import SuggestionRequest, checked_request
from sociogram.referral.tie_cost import NANO

SCORE_DIGITS = 6
_MARGIN = 10.0**-SCORE_DIGITS

Candidates = Mapping[str, tuple[tuple[Service, Worth], ...]]


@dataclass(frozen=True, slots=True)
class _Reach:
    """Who can be reached, and who could be but for those that may not be asked on the way, by the reason."""

    reached: frozenset[str]
    otherwise: tuple[tuple[Reason, frozenset[str]], ...]

    def against(self, organisation: str) -> Reason | None:
        """The reason against an organisation that no other constraint excludes."""
        if organisation in self.reached:
            return None
        for reason, found in self.otherwise:
            if organisation in found:
                return reason
        return "unreachable"


def suggest(
    network: Network, request: SuggestionRequest, known: Known = NOTHING, *, alternatives: bool = True
) -> SuggestionAnswer:
    """Answer a question. NotFound for an unknown origin, BadInput for anything else that cannot be asked.

    Order within a need: published score, then fewer hops, then service id (the direct call comes first at
    equal chances). Without `alternatives` no other ways are looked for.
    """
    inquiry = inquiry_of(network, checked_request(network, request), known)
    asked = inquiry.request
    reach = _reach(inquiry)
    left_out = {need: _left_out(inquiry, need, reach) for need in asked.needs}
    near = {need: _candidates(inquiry, need, left_out[need]) for need in asked.needs}
    shown = [one for found in _ranked(inquiry, near).values() for one in found]
    return SuggestionAnswer(
        request=asked,
        origin=network.directory.organisations[asked.origin],
        suggestions=tuple(_with_other_ways(inquiry, shown, looked_for=alternatives)),
        needs=tuple(
            _need_answer(inquiry, need, sum(one.need == need for one in shown), left_out[need].values())
            for need in asked.needs
        ),
        network_version=network.version,
        terms=network.directory.terms,
        night_list=_night_list(inquiry),
    )


def _reach(inquiry: Inquiry) -> _Reach:
    def reached(avoid: frozenset[str]) -> frozenset[str]:
        request = inquiry.request
        return within_reach(inquiry.network, request.origin, request.max_hops, avoid=avoid)

    otherwise: list[tuple[Reason, frozenset[str]]] = []
    if inquiry.kept_out:
        otherwise.append(("must_not_know", reached(inquiry.uncovered - {inquiry.request.origin})))
    if inquiry.uncovered:
        otherwise.append(("no_consent", reached(frozenset())))
    return _Reach(reached(inquiry.avoid), tuple(otherwise))


def _left_out(inquiry: Inquiry, need: str, reach: _Reach) -> dict[str, tuple[Service, Reason]]:
    """Return the services left out by id, each with its first reason; being beyond reach is the last one."""
    found: dict[str, tuple[Service, Reason]] = {}
    for service in inquiry.network.services.get(need, ()):
        reason = exclusion(inquiry, service) or reach.against(service.organisation_id)
        if reason:
            found[service.id] = (service, reason)
    return found


def _candidates(
    inquiry: Inquiry, need: str, left_out: Mapping[str, object]
) -> tuple[tuple[Service, Worth], ...]:
    return tuple(
        (service, worth(inquiry, service))
        for service in inquiry.network.services.get(need, ())
        if service.id not in left_out
    )


def _need_answer(
    inquiry: Inquiry, need: str, shown: int, left_out: Collection[tuple[Service, Reason]]
) -> NeedAnswer:
    counts = Counter(reason for _, reason in left_out)
    return NeedAnswer(
        need=need,
        shown=shown,
        excluded={reason: counts[reason] for reason in REASONS if counts[reason]},
        other_groups=other_groups(inquiry.network, left_out),
        other_places=other_places(inquiry.network, left_out),
        next_openings=next_openings(inquiry, left_out),
    )


def _ranked(inquiry: Inquiry, near: Candidates) -> dict[str, list[Suggestion]]:
    """Walk outward once for all needs; stop when no later path can enter any need's first k."""
    network, request = inquiry.network, inquiry.request
    by_provider: dict[str, list[tuple[str, Service, Worth]]] = {}
    for need, candidates in near.items():
        for service, value in candidates:
            by_provider.setdefault(service.organisation_id, []).append((need, service, value))
    highest = {need: max((value.score for _, value in found), default=0.0) for need, found in near.items()}
    best: dict[str, list[Suggestion]] = {need: [] for need in near}

    def enough(path: Path) -> bool:
        return all(_full(best[need], request.k, _total(network, highest[need], path.cost)) for need in near)

    paths = cheapest_paths(
        network, request.origin, by_provider.keys(), request.max_hops, enough=enough, avoid=inquiry.avoid
    )
    for path in paths:
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
        status="open" if value.open else "to_check",
        score=round(_total(network, value.score, path.cost), SCORE_DIGITS),
        path=_steps(network, path),
        reasons=value.reasons,
        unknown=value.unknown,
        standing=value.standing,
        record=value.record,
        missing_papers=value.missing_papers,
    )


def _with_other_ways(inquiry: Inquiry, shown: list[Suggestion], *, looked_for: bool) -> Iterable[Suggestion]:
    if not looked_for:
        return (replace(one, other_paths=None) for one in shown)
    ways = {
        one.provider.id: Path(
            one.cost,
            tuple(step.actor.id for step in one.path),
            tuple(step.tie.id for step in one.path if step.tie),
        )
        for one in shown
    }
    others = {
        provider: (_steps(inquiry.network, path),) for provider, path in other_ways(inquiry, ways).items()
    }
    return (replace(one, other_paths=others.get(one.provider.id, ())) for one in shown)


def _night_list(inquiry: Inquiry) -> tuple[NightFunction, ...]:
    """Functions reachable at night that the viewer may see and that may be asked. A function of nobody's
    cannot be told from those who must not know, when there are some."""
    if inquiry.request.urgency != "tonight":
        return ()
    barred = inquiry.kept_out | inquiry.uncovered
    return tuple(
        one
        for one in inquiry.known.night_list
        if (one.organisation in inquiry.network and one.organisation not in barred)
        or (not one.organisation and not barred)
    )


def _steps(network: Network, path: Path) -> tuple[PathStep, ...]:
    organisations, relations = network.directory.organisations, network.directory.relations
    steps = [PathStep(organisations[path.actors[0]])]
    for before, actor, tie_id in zip(path.actors, path.actors[1:], path.ties, strict=False):
        tie = relations[tie_id]
        cost = next(step.cost for step in network.steps(before) if step.to == actor and step.tie == tie_id)
        steps.append(PathStep(organisations[actor], tie, tie.from_id == before, cost))
    return tuple(steps)
