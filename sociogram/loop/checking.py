"""The door of events: nobody's word is kept before it was checked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.loop import values
from sociogram.loop.event import Event
from sociogram.loop.kinds import KINDS
from sociogram.loop.refusal import refused


def checked(event: Event, *, place: str = "") -> Event:
    """Return the event as it is kept, or raise BadInput naming `place`, the field and the remedy."""
    try:
        return _checked(event)
    except BadInput as fault:
        if not place:
            raise
        raise type(fault)(tuple(replace(one, place=place) for one in fault.problems)) from None


def _checked(event: Event) -> Event:
    kind = KINDS.get(event.kind) if isinstance(event.kind, str) else None
    if kind is None:
        raise refused(
            "event_kind",
            "kind",
            expected=Bilingual(f"Choisir parmi : {', '.join(KINDS)}.", f"Choose among: {', '.join(KINDS)}."),
        )
    args = kind.args(event.args, "args")
    subject = _SUBJECTS[kind.about](event.subject, "subject")
    _check_more(event.kind, subject, args)
    return Event(
        values.uuid(event.id, "id"),
        event.kind,
        subject,
        values.instant(event.at, "at"),
        values.checked_day(event.on, "on"),
        values.viewer_id(event.by, "by"),
        args,
    )


def _no_subject(value: Any, field: str) -> str:
    if value != "":
        raise refused(
            "event_value",
            field,
            expected=Bilingual("Laisser ce champ vide.", "Leave this field empty."),
        )
    return ""


_SUBJECTS: Mapping[str, values.Check] = {
    "referral": values.uuid,
    "service": values.element_id,
    "network": _no_subject,
}


def _check_more(kind: str, subject: str, args: Mapping[str, Any]) -> None:
    """What two fields together must say."""
    if kind == "rerouted" and args["to"] == subject:
        raise refused(
            "event_value",
            "args.to",
            expected=Bilingual("Nommer une autre orientation.", "Name another referral."),
        )
    if kind == "told" and not args:
        raise refused(
            "event_missing",
            "args.organisation",
            expected=Bilingual("Dire qui : organisation ou text.", "Say who: organisation or text."),
        )
