"""Events: every step of a referral is one, and a referral is the fold of its events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was said to have happened. `kinds.py` lists the kinds and what their `args` hold.

    `id` is a UUID made by the client. `subject` is the UUID of a referral, the id of a service, or empty:
    the kind decides. `at` is the instant at which it was said (RFC 3339, UTC), `on` the day it happened in
    the network's time zone, `by` who said it. The order of the log is the truth, never a clock.
    """

    id: str
    kind: str
    subject: str
    at: str
    on: date
    by: str
    args: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event, its place in the log, and the day on which the store took it."""

    version: int
    noted_on: date
    event: Event


@dataclass(frozen=True, slots=True)
class EventLog:
    """The events after a version, in the order of the log, and the version reached.

    `complete` is True when `events` is the whole log (asked from 0, or because events were forgotten since:
    the reader must forget its copy and take this one).
    """

    version: int
    events: tuple[StoredEvent, ...]
    complete: bool = True
