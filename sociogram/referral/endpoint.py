"""What a service is worth for a question, before any path: seven parts, weighted (weights.toml).

An unknown part counts as neither for nor against, and the answer names it.
"""

from dataclasses import dataclass, field

from sociogram.directory.intake import YEARLY, taking_in
from sociogram.directory.rows import Service
from sociogram.referral.constraints import days_old, reach
from sociogram.referral.inquiry import Inquiry
from sociogram.referral.outcome_rate import Record, record
from sociogram.referral.papers import missing
from sociogram.referral.service_check import NO_STANDING, Standing

ReasonValue = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Worth:
    """`score` in 0..1; `reasons` = (code, value in 0..1) of what is known; `unknown` = the other codes.

    `open` tells that it was said to be open, lately enough to be relied on at the date needed.
    """

    score: float
    reasons: tuple[ReasonValue, ...]
    unknown: tuple[str, ...]
    standing: Standing = NO_STANDING
    record: Record | None = None
    open: bool = False
    missing_papers: tuple[str, ...] = ()


@dataclass(slots=True)
class _Weighing:
    """What was found so far about one service."""

    inquiry: Inquiry
    service: Service
    parts: dict[str, float]
    reasons: list[ReasonValue] = field(default_factory=lambda: [("need_match", 1.0)])
    unknown: list[str] = field(default_factory=list)

    def value(self, name: str) -> float:
        return self.inquiry.network.weights.value[name]

    def says(self, code: str, value: float = 1.0) -> float:
        self.reasons.append((code, value))
        return value


def worth(inquiry: Inquiry, service: Service) -> Worth:
    """Return the worth of a service that no hard constraint excludes."""
    weights, request = inquiry.network.weights, inquiry.request
    found = _Weighing(inquiry, service, dict.fromkeys(weights.endpoint, weights.value["unknown"]))
    known = inquiry.standing(service)
    found.parts["need_match"] = _group(found)
    if request.age is not None:
        _age(found)
    if request.places:
        found.parts["distance"] = _distance(found)
    found.parts["freshness"] = _freshness(found, known)
    found.parts["capacity"] = _capacity(found, known)
    opened = _said(found, known)
    if request.languages:
        found.parts["language"] = _language(found)
    _arrangements(found)
    _tell_unknown(found, known)
    told = record(
        inquiry.known.outcomes.get(service.id, ()), request.on, weights.outcomes, weights.value["unknown"]
    )
    if told is None:
        found.unknown.append("outcomes")
    else:
        found.parts["outcome_rate"] = found.says("outcomes", told.value)
    score = sum(weights.endpoint[part] * value for part, value in found.parts.items())
    if request.urgency == "tonight" and service.night:
        score += (1 - score) * found.says("open_at_night", found.value("open_at_night"))
    lacking = missing(service.papers, request.documents) if request.documents else ()
    return Worth(score, tuple(found.reasons), tuple(found.unknown), known, told, opened, lacking)


def _group(found: _Weighing) -> float:
    if not found.service.target_groups:
        found.unknown.append("target_groups")
    if not found.inquiry.request.target_groups:
        return 1.0
    if found.service.target_groups:
        return found.says("group_match")
    return found.says("group_unknown", found.value("group_unknown"))


def _age(found: _Weighing) -> None:
    if found.service.age_min is None and found.service.age_max is None:
        found.unknown.append("ages")
    else:
        found.says("age_match")


def _distance(found: _Weighing) -> float:
    how = reach(found.inquiry, found.service)
    if how is None:
        found.unknown.append("places")
        return found.value("unknown")
    if how == "same":
        return found.says("place_match")
    code = {"wider": "wider_area", "part": "part_of_area"}[how]
    return found.says(code, found.value(code))


def _freshness(found: _Weighing, known: Standing) -> float:
    on = found.inquiry.request.on
    if known.checked_on is None:
        return found.says("never_checked", found.value("never_checked"))
    days = days_old(known.checked_on, on) if on else None
    if days is None:
        return found.says("checked", found.value("unknown"))
    half_life = found.inquiry.network.weights.fresh["half_life_days"]
    return found.says("checked", round(0.5 ** (days / half_life), 6))


def _capacity(found: _Weighing, known: Standing) -> float:
    """Free places count while their day is near; a full house of long ago only lowers."""
    ended = found.service.status == "projet_termine"
    worth_of_ended = found.says("ended_project", found.value("ended_project")) if ended else None
    on = found.inquiry.request.on
    if known.places is None:
        return found.value("unknown") if worth_of_ended is None else worth_of_ended
    fresh = found.inquiry.fresh(days_old(known.places_on, on) if on else None, "places_days")
    if known.places and fresh:
        return found.says("free_places")
    if known.places:
        found.says("places_to_ask", found.value("unknown"))
        return found.value("unknown") if worth_of_ended is None else worth_of_ended
    if on is None:
        return found.says("was_full", found.value("unknown"))
    return found.says("was_full", found.value("places_gone"))


def _said(found: _Weighing, known: Standing) -> bool:
    """Tell what a call said; whether it said "open" lately enough."""
    on = found.inquiry.request.on
    if known.said == "open":
        found.says("said_open")
        return found.inquiry.fresh(days_old(known.checked_on, on) if on else None, "open_days")
    if known.said == "closed":
        value = found.value("unknown" if on is None else "places_gone")
        found.parts["capacity"] = min(found.parts["capacity"], found.says("said_closed", value))
    elif known.said == "no_answer":
        found.says("no_answer", found.value("unknown"))
    return False


def _language(found: _Weighing) -> float:
    if not found.service.languages:
        found.unknown.append("languages")
        return found.value("unknown")
    return found.says("language_match")


def _arrangements(found: _Weighing) -> None:
    """When it takes people in, at what hours, with which papers: said, not weighed."""
    service, request = found.service, found.inquiry.request
    if service.intake:
        inside = taking_in(service.intake, request.on) if request.on else None
        found.says("intake_yearly" if YEARLY in service.intake and not inside
                   else "intake_open" if inside else "intake")  # fmt: skip
    if service.hours:
        found.says("opening_hours")
    if request.documents and missing(service.papers, request.documents):
        found.says("missing_papers", found.value("unknown"))


def _tell_unknown(found: _Weighing, known: Standing) -> None:
    service = found.service
    if found.inquiry.request.urgency == "tonight" and service.night is None:
        found.unknown.append("night")
    for code, told in (
        ("opening_hours", bool(service.hours)),
        ("capacity", known.places is not None),
        ("what_to_bring", bool(service.papers)),
        ("last_check", known.checked_on is not None),
    ):
        if not told:
            found.unknown.append(code)
