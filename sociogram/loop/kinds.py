"""The closed list of kinds of events, what each is about, and what its `args` hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sociogram.loop import values as v
from sociogram.loop.refusal import refused
from sociogram.texts import NOTE_LIMIT

About = Literal["referral", "service", "network"]
"""What `subject` is: the UUID of a referral, the id of a service, or nothing."""

PRIORITIES = ("emergency", "urgent", "normal")
SCOPES = ("need", "facts", "contact")
"""What the person agreed to have told: the need alone; the facts asked for too; how to reach her too."""
WAYS = ("phone", "slip", "form", "arrow", "other")
OUTCOMES = ("helped", "partly", "not_helped", "unknown")
DECLINE_REASONS = (
    "no_capacity",
    "not_eligible",
    "out_of_area",
    "missing_document",
    "could_not_contact",
    "person_declined",
    "service_closed",
    "wrong_service",
    "safety",
    "other",
)
CHECK_RESULTS = ("open", "full", "closed", "no_answer")
MAX_FUNCTIONS = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """What events of one kind are about, and the check of their `args`."""

    about: About
    args: v.Check


def _kind(about: About, required: Mapping[str, v.Check], optional: Mapping[str, v.Check]) -> Kind:
    return Kind(about, v.table(required, optional))


def _referral(required: Mapping[str, v.Check] | None = None, **optional: v.Check) -> Kind:
    return _kind("referral", required or {}, optional)


_note = v.text(NOTE_LIMIT)
_consent = v.table({"scope": v.one_of(*SCOPES), "language": v.language, "month": v.month}, {})
_made = _kind(
    "referral",
    {
        "need": v.element_id,
        "sender": v.element_id,
        "focal_point": v.boolean,
        "priority": v.one_of(*PRIORITIES),
    },
    {
        "place": v.element_id,
        "receiver": v.element_id,
        "service": v.element_id,
        "receiver_text": v.text(200),
        "country": v.country,
        "groups": v.ids,
        "person": v.uuid,
        "consent": _consent,
    },
)
_function = v.table(
    {"label": v.text()}, {"organisation": v.element_id, "phone": v.text(60), "hours": v.text()}
)
_hours = v.number(1, v.MAX_HOURS)


def _open(value: Any, field: str) -> Any:
    """A document whose makers check it further."""
    if not isinstance(value, Mapping) or not value:
        raise refused("event_value", field)
    return v.document(value, field)


KINDS: Mapping[str, Kind] = {
    "referral_made": _made,
    "referral_sent": _referral({"way": v.one_of(*WAYS)}),
    "acknowledged": _referral(),
    "accepted": _referral(),
    "declined": _referral({"reason": v.one_of(*DECLINE_REASONS)}, text=_note),
    "in_service": _referral(),
    "completed": _referral({"outcome": v.one_of(*OUTCOMES)}),
    "rerouted": _referral({"to": v.uuid}),
    "no_answer": _referral(),
    "cancelled": _referral(reason=_note),
    "consent_withdrawn": _referral(),
    "told": _referral(organisation=v.element_id, text=v.text(200)),
    "contact_failed": _referral(),
    "reopened": _referral(note=_note),
    "deadline_set": _referral({"hours": _hours}),
    "service_checked": _kind(
        "service",
        {"status": v.one_of(*CHECK_RESULTS)},
        {"places": v.number(0, v.MAX_NUMBER), "until": v.day, "note": _note},
    ),
    "night_list": _kind("network", {"functions": v.listed(_function, MAX_FUNCTIONS)}, {}),
    "deadlines_set": _kind("network", dict.fromkeys(PRIORITIES, _hours), {}),
    "tally_entered": Kind("network", _open),
}
