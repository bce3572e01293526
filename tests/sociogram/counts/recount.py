"""The numbers again, from the events alone and by hand: no code of the counts or of the fold is used."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from sociogram.loop.event import Event, StoredEvent

_ANSWERS = {"accepted", "declined", "in_service", "completed"}
_STOPS = {"rerouted", "cancelled", "consent_withdrawn", "contact_failed"}
_BACK = {"reopened", "consent_withdrawn"}
_ALLOWED = {
    "draft": {"referral_sent", "cancelled", "consent_withdrawn", "deadline_set"},
    "sent": {"acknowledged", "no_answer", "deadline_set"} | _ANSWERS | _STOPS,
    "acknowledged": {"no_answer", "deadline_set"} | _ANSWERS | _STOPS,
    "accepted": {"in_service", "completed", "declined", "deadline_set"} | _STOPS,
    "in_service": {"completed", "deadline_set"} | _STOPS,
    "completed": _BACK,
    "declined": {"rerouted", "cancelled"} | _BACK,
    "rerouted": _BACK,
    "no_answer": {"acknowledged"} | _ANSWERS | _STOPS | _BACK,
    "cancelled": _BACK,
    "consent_withdrawn": {"told"},
    "contact_failed": {"rerouted", "cancelled"} | _ANSWERS | _BACK,
}
_CLASS = {
    "draft": "waiting", "sent": "waiting", "acknowledged": "acknowledged", "accepted": "in_hand",
    "in_service": "in_hand", "completed": "completed", "declined": "declined", "no_answer": "no_answer",
}  # fmt: skip


class Case:
    """One referral, told event by event."""

    def __init__(self, made: Event) -> None:
        self.made = made
        self.state = "draft"
        self.days: dict[str, date] = {}
        self.reason = ""

    def hear(self, one: Event) -> bool:
        """Take an event in, if it may come now."""
        if one.kind not in _ALLOWED[self.state]:
            return False
        if one.kind == "reopened":
            self.state, self.days, self.reason = "draft", {}, ""
            return True
        if one.kind in ("told", "deadline_set"):
            return True
        self.state = "sent" if one.kind == "referral_sent" else one.kind
        if one.kind == "referral_sent":
            self.days["sent"] = one.on
        if one.kind in _ANSWERS | {"acknowledged"}:
            self.days.setdefault("acknowledged", one.on)
        if one.kind in _ANSWERS:
            self.days.setdefault("answered", one.on)
        if one.kind in ("in_service", "completed"):
            self.days["service"] = one.on if one.kind == "in_service" else self.days.get("service", one.on)
        if one.kind == "declined":
            self.reason = one.args["reason"]
        return True

    @property
    def standing(self) -> str:
        """The class it is counted in."""
        if self.state == "rerouted" and self.reason:
            return "declined"
        return _CLASS.get(self.state, "ended")


def cases(events: Iterable[StoredEvent], as_of: date) -> list[Case]:
    """Return every referral that the log makes, as it stood on a day."""
    seen: set[str] = set()
    told: dict[str, list[Event]] = {}
    for stored in sorted(events, key=lambda one: one.version):
        if stored.noted_on <= as_of and stored.event.id not in seen:
            seen.add(stored.event.id)
            told.setdefault(stored.event.subject, []).append(stored.event)
    return [_case(said) for said in told.values() if any(one.kind == "referral_made" for one in said)]


def _case(said: list[Event]) -> Case:
    made = next(one for one in said if one.kind == "referral_made")
    case = Case(made)
    waiting: list[Event] = []
    sent = False
    for one in said:
        if one.kind == "referral_made":
            continue
        if case.hear(one):
            if one.kind == "referral_sent" and not sent:
                sent = True
                for early in waiting:
                    case.hear(early)
        elif not sent and case.state == "draft":
            waiting.append(one)
    return case


def numbers(chosen: list[Case]) -> dict[str, Any]:
    """Return the numbers of some referrals."""
    standing = Counter(case.standing for case in chosen)
    reasons = Counter(case.reason for case in chosen if case.standing == "declined")
    return {
        "made": len(chosen),
        "sent": sum("sent" in case.days for case in chosen),
        "acknowledged": sum("acknowledged" in case.days for case in chosen),
        "standing": {name: n for name, n in standing.items() if n},
        "reasons": {name: n for name, n in reasons.items() if n},
        "persons": len({case.made.args["person"] for case in chosen if "person" in case.made.args}),
        "answer": _days(chosen, "answered"),
        "service": _days(chosen, "service"),
    }


def _days(chosen: list[Case], end: str) -> list[int]:
    both = [case.days for case in chosen if "sent" in case.days and end in case.days]
    return sorted(n for days in both if (n := (days[end] - days["sent"]).days) >= 0)
