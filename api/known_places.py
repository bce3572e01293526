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
        *("origin", "needs", "target_groups", "groups", "places", "typologies", "languages"),
        *("urgency", "max_hops", "k"),
    )
)


def known_place(place: str) -> str:
    """Return the path with every name that is not one of our fields replaced by "?"."""
    return "".join(_part(found) for found in _PART.finditer(place))


def _part(found: re.Match[str]) -> str:
    name, index, other = found.groups()
    if index is not None:
        return f"[{index[:9]}]"
    if name is not None:
        return f".{name}" if name in _names() else ".?"
    return other if other in "$, :" or other.isdigit() else ""


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
