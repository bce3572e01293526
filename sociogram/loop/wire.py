"""Events as written in files and on the wire (JSON)."""

import json
from typing import Any

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.loop import values
from sociogram.loop.checking import checked
from sociogram.loop.event import Event, EventLog, StoredEvent
from sociogram.loop.refusal import refused
from sociogram.strict_json import step

MAX_BATCH = 5_000
"""Events in one request: more than any offline week holds."""
_KEYS = ("id", "kind", "subject", "at", "on", "by", "args")


def event_json(event: Event) -> dict[str, Any]:
    """Return the event as a table of JSON."""
    return {
        "id": event.id,
        "kind": event.kind,
        "subject": event.subject,
        "at": event.at,
        "on": event.on.isoformat(),
        "by": event.by,
        "args": dict(event.args),
    }


def stored_json(stored: StoredEvent) -> dict[str, Any]:
    """Return a stored event as a table of JSON."""
    return {
        "version": stored.version,
        "noted_on": stored.noted_on.isoformat(),
        "event": event_json(stored.event),
    }


def log_json(log: EventLog) -> dict[str, Any]:
    """Return a log as a table of JSON."""
    return {"version": log.version, "events": [stored_json(one) for one in log.events]}


def parse_event(raw: object, *, place: str = "") -> Event:
    """Return the event of a table of JSON, checked; BadInput names `place`, the field and the remedy."""
    where = place or "$"
    if not isinstance(raw, dict):
        raise refused("event_value", "", expected=_TABLE, place=where)
    for key in raw:
        if key not in _KEYS:
            raise refused("event_unknown_key", "", place=step(where, key))
    for key in _KEYS:
        if key not in raw:
            raise refused("event_missing", key, place=where)
    try:
        day = values.as_day(raw["on"], "on")
    except BadInput as fault:
        raise refused(fault.first.code, "on", expected=fault.first.remedy, place=where) from None
    return checked(Event(**{**raw, "on": day}), place=where)


def canonical(event: Event) -> str:
    """Return the one way of writing an event: two events are the same when this is."""
    return json.dumps(event_json(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_TABLE = Bilingual("Une table { } est attendue.", "A table { } is expected.")
