"""Making a referral: the making, and the sending if it leaves at once, as events; their ids follow its own.

The same request twice is one referral.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_events import check_events, of_the_request, read_event
from sociogram.errors import BadInput
from sociogram.loop.event import Event
from sociogram.loop.values import uuid as checked_uuid

_NAMESPACE = UUID("8a8f2f53-4d5e-5c1e-9b0c-5b3e1c7a9d20")


@dataclass(frozen=True, slots=True)
class NewReferral:
    """`args` of the making; `way` sends it at once; `instead_of` is the referral it takes over from."""

    id: str
    args: Mapping[str, Any]
    way: str | None = None
    on: str | None = None
    at: str | None = None
    instead_of: str | None = None


def make(new: NewReferral, desk: Desk) -> int:
    """Note a referral, all or none of its events; return the version reached."""
    return desk.note(making_events(new, desk, desk.book()))


def making_events(new: NewReferral, desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return the checked events. BadInput names the field; nothing is kept yet."""
    subject = checked_uuid(new.id, "id")
    raws = [_raw(new, "referral_made", subject, dict(new.args))]
    if new.way is not None:
        raws.append(_raw(new, "referral_sent", subject, {"way": new.way}))
    if new.instead_of is not None:
        before = book.referral(new.instead_of)
        raws.append(_raw(new, "rerouted", before.id, {"to": subject}))
    try:
        events = [read_event(raw, desk, book, place="$") for raw in raws]
        return check_events(events, desk, book)
    except BadInput as fault:
        raise of_the_request(fault) from None


def _raw(new: NewReferral, kind: str, subject: str, args: dict[str, Any]) -> dict[str, Any]:
    raw: dict[str, Any] = {"kind": kind, "subject": subject, "args": args}
    raw["id"] = str(uuid5(_NAMESPACE, f"{new.id}/{kind}/{subject}"))
    return raw | {name: said for name in ("on", "at") if (said := getattr(new, name)) is not None}
