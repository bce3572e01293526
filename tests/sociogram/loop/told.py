"""Invented events for tests."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sociogram.loop.checking import checked
from sociogram.loop.event import Event

DAY = date(2026, 11, 20)
MADE = {"need": "hebergement", "sender": "alpha", "focal_point": False, "priority": "urgent"}
ARGS: Mapping[str, Mapping[str, Any]] = {
    "referral_sent": {"way": "phone"},
    "declined": {"reason": "no_capacity"},
    "completed": {"outcome": "helped"},
    "deadline_set": {"hours": 48},
    "told": {"organisation": "beta"},
    "service_checked": {"status": "full"},
    "deadlines_set": {"emergency": 12, "urgent": 24, "normal": 48},
}
"""What an event of these kinds must say at least."""


def uuid(number: int) -> str:
    """A UUID made of a number."""
    return str(UUID(int=number))


def told(
    number: int,
    kind: str,
    about: int = 1,
    *,
    on: date = DAY,
    at: str = "2026-11-20T10:00:00Z",
    by: str = "ana",
    **args: Any,
) -> Event:
    """An event whose id is made of `number`, about the referral `about`, checked as at the door."""
    said = {**(MADE if kind == "referral_made" else ARGS.get(kind, {})), **args}
    subjects = {"service_checked": "alpha--ecoute-1", "deadlines_set": "", "night_list": ""}
    return checked(Event(uuid(number), kind, subjects.get(kind, uuid(10**6 + about)), at, on, by, said))
