"""A referral: what was asked, and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sociogram.loop.event import StoredEvent

State = Literal[
    "draft",
    "sent",
    "acknowledged",
    "accepted",
    "in_service",
    "completed",
    "declined",
    "rerouted",
    "no_answer",
    "cancelled",
    "consent_withdrawn",
    "contact_failed",
]


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person agreed to, aloud: no name, no signature. `month` is YYYY-MM."""

    scope: str
    language: str
    month: str


@dataclass(frozen=True, slots=True)
class Told:
    """A hop that said it knows of the withdrawal."""

    on: date
    organisation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """The fold of the events about one referral. What is not known is empty or None.

    The dates are those of the present round: a referral that is reopened starts a new one. `sent_at` is the
    instant of the last sending (UTC), never later than the day after the store took it: a clock that runs
    ahead puts off no deadline. `deadline_hours` are those in force. `history` holds every event about this
    referral in the order of the log; the ids of those that changed nothing are in `late`.
    """

    id: str
    state: State
    need: str
    place: str
    sender: str
    receiver: str
    service: str
    receiver_text: str
    focal_point: bool
    country: str
    priority: str
    groups: tuple[str, ...]
    person: str
    consent: Consent | None
    made_on: date
    deadline_hours: int
    sent_on: date | None = None
    sent_at: datetime | None = None
    way: str = ""
    acknowledged_on: date | None = None
    answered_on: date | None = None
    in_service_on: date | None = None
    completed_on: date | None = None
    outcome: str = ""
    declined_reason: str = ""
    rerouted_to: str = ""
    rerouted_from: str = ""
    told: tuple[Told, ...] = ()
    history: tuple[StoredEvent, ...] = ()
    late: frozenset[str] = frozenset()
