"""By when an answer is waited for, by priority, in hours; and what a telephone call told of a service."""

from typing import Any

from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_events import read_alone
from sociogram.language import Lang
from sociogram.loop.deadlines import DEFAULT_HOURS, deadline_hours
from sociogram.loop.event import Event
from sociogram.loop.forms.labels import PRIORITIES, hours_words


def deadlines_json(book: Book, lang: Lang) -> dict[str, Any]:
    """Return the hours in force, in words too, and the usual ones."""
    found, hours = book.last("deadlines_set"), deadline_hours(book.events)
    return {
        "version": found.version if found else 0,
        "hours": dict(hours),
        "usual": dict(DEFAULT_HOURS),
        "text": {
            code: f"{words.in_(lang)} : {hours_words(hours[code], lang)}"
            if lang == "fr"
            else f"{words.in_(lang)}: {hours_words(hours[code], lang)}"
            for code, words in PRIORITIES.items()
        },
    }


def deadlines_event(event_id: str, hours: object, desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return the new hours as an event."""
    return read_alone({"id": event_id, "kind": "deadlines_set", "args": hours}, desk, book)


def check_event(raw: dict[str, Any], service: str, desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return what a call told of a service as an event; hidden and absent services are refused alike."""
    return read_alone({**raw, "kind": "service_checked", "subject": service}, desk, book)
