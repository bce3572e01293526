"""Referrals folded from their events."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sociogram.loop.deadlines import overdue
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.referral import Referral

A = "aaaaaaaa-0000-4000-8000-000000000001"
B = "aaaaaaaa-0000-4000-8000-000000000002"
DAY = date(2026, 11, 20)
MADE = {"need": "hebergement", "sender": "aracem", "focal_point": False, "priority": "urgent"}


def said(number: int, kind: str, args: Mapping[str, Any] | None = None, *, subject: str = A) -> StoredEvent:
    """Return an event, the `number`th of the log."""
    args = {**MADE, **(args or {})} if kind == "referral_made" else (args or {})
    event = Event(
        f"eeeeeeee-0000-4000-8000-{number:012d}", kind, subject, "2026-11-20T10:00:00Z", DAY, "local", args
    )
    return StoredEvent(number, DAY, event)


def one(*events: StoredEvent) -> Referral:
    """Return the referral of these events."""
    return fold(events)[A]


def test_a_call_may_skip_steps_and_implies_the_ones_before() -> None:
    """Sent, then completed: it was acknowledged and answered too."""
    found = one(
        said(1, "referral_made"),
        said(2, "referral_sent", {"way": "phone"}),
        said(3, "completed", {"outcome": "helped"}),
    )
    assert (found.state, found.outcome, found.late) == ("completed", "helped", frozenset())
    assert found.acknowledged_on == found.answered_on == found.in_service_on == found.completed_on == DAY


def test_what_is_not_legal_is_kept_and_changes_nothing() -> None:
    """An answer after the end stays in the history."""
    late = said(4, "accepted")
    found = one(
        said(1, "referral_made"), said(2, "referral_sent", {"way": "slip"}), said(3, "cancelled"), late
    )
    assert found.state == "cancelled"
    assert found.answered_on is None
    assert found.late == {late.event.id}
    assert late in found.history


def test_answers_wait_for_the_sending_and_making_comes_first() -> None:
    """Two devices that were offline send their events in any order."""
    found = one(said(1, "accepted"), said(2, "referral_sent", {"way": "phone"}), said(3, "referral_made"))
    assert (found.state, found.late) == ("accepted", frozenset())


def test_the_same_event_twice_is_one() -> None:
    """The id counts, not how often it is told."""
    sent = said(2, "referral_sent", {"way": "phone"})
    found = one(said(1, "referral_made"), sent, sent)
    assert found.late == frozenset()
    assert len(found.history) == 2


def test_a_referral_that_continues_another_names_it_and_never_in_a_circle() -> None:
    """Rerouted back and forth, the first link holds."""
    folded = fold(
        [
            said(1, "referral_made"),
            said(2, "referral_made", subject=B),
            said(3, "referral_sent", {"way": "phone"}),
            said(4, "referral_sent", {"way": "phone"}, subject=B),
            said(5, "rerouted", {"to": B}),
            said(6, "rerouted", {"to": A}, subject=B),
        ]
    )
    assert (folded[B].rerouted_from, folded[A].rerouted_from) == (A, "")


def test_deadlines_run_from_the_sending_and_can_be_set() -> None:
    """72 hours for an urgent referral, unless set otherwise; none once answered."""
    log = [said(1, "referral_made"), said(2, "referral_sent", {"way": "phone"})]
    before, after = datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 23, 10, 1, tzinfo=UTC)
    assert not overdue(one(*log), before)
    assert overdue(one(*log), after)
    longer = said(3, "deadlines_set", {"emergency": 24, "urgent": 73, "normal": 336}, subject="")
    assert not overdue(one(*log, longer), after)
    assert overdue(one(*log, longer, said(4, "deadline_set", {"hours": 1})), before)
    assert not overdue(one(*log, said(3, "declined", {"reason": "safety"})), after)
