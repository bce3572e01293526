"""What a service is worth for a question, before any path: seven parts, weighted (weights.toml).

Most parts are unknown today: the directory holds no outcome, opening hour, free place or language. An unknown
part counts as neither for nor against, and the answer names it.
"""

from dataclasses import dataclass

from sociogram.directory.rows import Service
from sociogram.referral.constraints import reach
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.weights import Weights

ReasonValue = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Worth:
    """`score` in 0..1; `reasons` = (code, value in 0..1) of what is known; `unknown` = the other codes."""

    score: float
    reasons: tuple[ReasonValue, ...]
    unknown: tuple[str, ...]


def worth(network: Network, request: SuggestionRequest, service: Service) -> Worth:
    """Return the worth of a service that no hard constraint excludes."""
    value = network.weights.value
    parts = dict.fromkeys(network.weights.endpoint, value["unknown"])
    reasons: list[ReasonValue] = [("need_match", 1.0)]
    unknown: list[str] = []
    parts["need_match"] = _group(network.weights, request, service, reasons, unknown)
    if request.places:
        parts["distance"] = _distance(network, request, service, reasons, unknown)
    parts["freshness"] = value["never_checked"]
    reasons.append(("never_checked", value["never_checked"]))
    if service.status == "projet_termine":
        parts["capacity"] = value["ended_project"]
        reasons.append(("ended_project", value["ended_project"]))
    if request.languages:
        unknown.append("languages")
    unknown += ["opening_hours", "capacity", "what_to_bring", "last_check", "outcomes"]
    score = sum(network.weights.endpoint[part] * parts[part] for part in parts)
    return Worth(score, tuple(reasons), tuple(unknown))


def _group(
    weights: Weights, request: SuggestionRequest, service: Service,
    reasons: list[ReasonValue], unknown: list[str],
) -> float:  # fmt: skip
    if not service.target_groups:
        unknown.append("target_groups")
    if not request.target_groups:
        return 1.0
    if service.target_groups:
        reasons.append(("group_match", 1.0))
        return 1.0
    reasons.append(("group_unknown", weights.value["group_unknown"]))
    return weights.value["group_unknown"]


def _distance(
    network: Network, request: SuggestionRequest, service: Service,
    reasons: list[ReasonValue], unknown: list[str],
) -> float:  # fmt: skip
    value = network.weights.value
    how = reach(network, request, service)
    if how is None:
        unknown.append("places")
        return value["unknown"]
    code, found = {
        "same": ("place_match", 1.0),
        "wider": ("wider_area", value["wider_area"]),
        "part": ("part_of_area", value["part_of_area"]),
    }[how]
    reasons.append((code, found))
    return found
