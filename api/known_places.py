"""JSON paths that may be answered: names of ours stay, anything the sender made up becomes "?"."""

import re
from functools import cache
from typing import Any

from sociogram.situation.plain_keys import KEYS
from sociogram.situation.schema import gesture_schema

_PART = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|(.)", re.DOTALL)
_OURS = frozenset(
    (
        *("gestures", "texts", "digest", "sociogram", "fr", "en", "token", "text", "page", "size"),
        *("questions", "origin", "needs", "target_groups", "groups", "places", "typologies", "languages"),
        *("urgency", "max_hops", "k", "age", "on", "must_not_know", "documents", "consent"),
        *("events", "subject", "on", "args", "need", "sender", "receiver", "service", "receiver_text"),
        *("focal_point", "country", "priority", "person", "consent", "scope", "language", "month"),
        *("way", "reason", "outcome", "hours", "functions", "phone", "places", "until", "note", "to"),
        *("instead_of", "emergency", "urgent", "normal"),
        *("by", "as_of", "organisation", "period", "tally", "sheet", "file", "files", "sent", "received"),
        *("partners", "families", "regions", "standing", "reasons", "persons", "known", "unmarked"),
        *("made", "accepted", "declined", "no_answer", "waiting", "completed", "contacts", "counted_in"),
        *("format", "v", "days_to_answer", "days_to_service"),
    )
)

_OTHERS = frozenset(
    (
        *("situation", "keep", "lang", "palette", "paper", "plain", "titled", "date", "until", "seed"),
        *("state", "after", "last", "story", "form", "tiles", "engine", "symbols", "most"),
        *("of", "organisation", "place", "sector", "period", "group", "open", "least", "weeks"),
        *("If-Match", "Idempotency-Key"),
    )
)
_OF_A_LIST = re.compile(r"\[\d{1,9}\]$")


def known_place(place: str) -> str:
    """Return the path with every name that is not one of our fields replaced by "?"."""
    return "".join(_part(found) for found in _PART.finditer(place)) if place.startswith("$") else ""


def known_field(field: str) -> str:
    """Return a field when it is a name of ours, an option or a header; anything else is left out."""
    if _OF_A_LIST.sub("", field) in _OTHERS or (
        field.startswith("--") and field.isascii() and len(field) < 20
    ):
        return field
    return field if field and known_place(f"$.{field}") == f"$.{field}" else ""


def _part(found: re.Match[str]) -> str:
    name, index, other = found.groups()
    if index is not None:
        return f"[{index[:9]}]"
    if name is not None:
        return f".{name}" if name in _names() else ".?"
    return other if other == "$" else ""


@cache
def _names() -> frozenset[str]:
    plain = {key for keys in KEYS.values() for key in keys}
    return _OURS | plain | frozenset(_properties(gesture_schema()))


def _properties(schema: Any) -> set[str]:
    """Return every property name of a JSON Schema."""
    if isinstance(schema, list):
        return {name for part in schema for name in _properties(part)}
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", {}))
    return own | {name for part in schema.values() for name in _properties(part)}
