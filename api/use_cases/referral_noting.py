"""Noting: one step now, or what was done offline."""

from typing import Any

from api.use_cases.referral_desk import Desk
from api.use_cases.referral_events import check_events, read_batch, read_event, require_possible


def note_step(raw: dict[str, Any], referral_id: str, desk: Desk) -> int:
    """Note one step of a referral; return the version reached. NotFound when the referral is not theirs."""
    book = desk.book()
    referral = book.referral(referral_id)
    event = read_event({**raw, "subject": referral_id}, desk, book)
    require_possible(event, referral, book)
    return desk.note(check_events([event], desk, book))


def note_batch(raw: object, desk: Desk) -> tuple[int, int]:
    """Note `{"events": [...]}`, all or none; return the version reached and how many were new."""
    book = desk.book()
    events = read_batch(raw, desk, book)
    held = book.held()
    fresh = {one.id for one in events if one.id not in held}
    return desk.note(events), len(fresh)
