"""By when an answer is waited for."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from sociogram.loop.event import StoredEvent
from sociogram.loop.referral import Referral

DEFAULT_HOURS: Mapping[str, int] = {"emergency": 24, "urgent": 72, "normal": 336}
"""As on the form of the IASC: within a day, within three days, within two weeks."""
_UNANSWERED = ("sent", "acknowledged")


def deadline_hours(events: Iterable[StoredEvent]) -> Mapping[str, int]:
    """Return hours by priority: the last ones set, else the usual ones."""
    hours = DEFAULT_HOURS
    for stored in events:
        if stored.event.kind == "deadlines_set":
            hours = {priority: stored.event.args[priority] for priority in DEFAULT_HOURS}
    return hours


def sent_instant(sending: StoredEvent) -> datetime:
    """Return when it was sent; a clock that runs ahead counts as the end of the day after it was noted."""
    said = datetime.fromisoformat(sending.event.at)
    latest = datetime.combine(sending.noted_on, time(), UTC) + timedelta(days=2)
    return min(said, latest)


def due_at(referral: Referral) -> datetime | None:
    """Return the instant by which an answer is waited for, or None when none is."""
    if referral.sent_at is None or referral.state not in _UNANSWERED:
        return None
    return referral.sent_at + timedelta(hours=referral.deadline_hours)


def overdue(referral: Referral, now: datetime) -> bool:
    """Whether the answer should have come before `now` (with its time zone)."""
    due = due_at(referral)
    return due is not None and due < now
