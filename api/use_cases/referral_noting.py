"""Noting: one step now, or what was done offline."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from api.use_cases.referral_desk import Desk
from api.use_cases.referral_events import check_events, read_batch, read_event, require_possible
from sociogram.errors import BadInput

Read = TypeVar("Read")


def unplaced(read: Callable[[], Read]) -> Read:
    """Read one thing alone: its refusal names the field, there is no other place."""
    try:
        return read()
    except BadInput as fault:
        raise type(fault)(tuple(replace(one, place="") for one in fault.problems)) from None


def note_step(raw: dict[str, Any], referral_id: str, desk: Desk) -> int:
    """Note one step of a referral; return the version reached. NotFound when the referral is not theirs."""
    book = desk.book()
    referral = book.referral(referral_id)
    event = unplaced(lambda: read_event({**raw, "subject": referral_id}, desk, book))
    require_possible(event, referral, book)
    return desk.note(check_events([event], desk, book))


def note_batch(raw: object, desk: Desk) -> tuple[int, int]:
    """Note `{"events": [...]}`, all or none; return the version reached and how many were new."""
    book = desk.book()
    events = read_batch(raw, desk, book)
    held = book.held()
    fresh = {one.id for one in events if one.id not in held}
    return desk.note(events), len(fresh)
