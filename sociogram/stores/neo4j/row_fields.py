"""Rows of the directory as the graph holds them: properties of their own, and what they are joined to.

A row comes back from properties and relationships alone. What cannot be a row (a field missing or of another
type, a level nobody knows) is none: others may write to the graph, and a level misread would open a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, get_args

from sociogram.access.visibility import is_confidential
from sociogram.directory.name_guard import HiddenText
from sociogram.directory.name_guard import RowKind as TextKind
from sociogram.directory.rows import (
    SERVICE_FACTS,
    Organisation,
    Relation,
    Sensitivity,
    Service,
    ServiceStatus,
    TieKind,
)
from sociogram.language import Bilingual
from sociogram.stores.held_row import HeldRow
from sociogram.stores.row_values import ROW_TYPES, Row, read, row_id, written


class Label(StrEnum):
    """The labels of rows, and of what they only name."""

    ORGANISATION = "Organisation"
    SERVICE = "Service"
    PLACE = "Place"
    TERM = "Term"
    HELD_TEXT = "HeldText"
    ENTRY = "Entry"
    NEED = "Need"


LABELS: Mapping[str, Label] = {
    "organisation": Label.ORGANISATION,
    "service": Label.SERVICE,
    "place": Label.PLACE,
    "term": Label.TERM,
    "hidden_text": Label.HELD_TEXT,
}
"""Kinds of rows that are nodes; a relation is a relationship."""

JOINED: Mapping[str, tuple[str, ...]] = {
    "organisation": ("places",),
    "service": ("organisation_id", "category", "places"),
    "place": ("parent",),
    "relation": ("from_id", "to_id"),
}
"""Fields that are relationships, not properties."""

OPEN, CLOSED, CASE = "open", "closed", "case"
_LISTS = frozenset({"aliases", "places", "target_groups", "organisations", "languages", "papers", "intake"})
_YES_OR_NO = frozenset({"directed", "night"})
_NUMBERS = frozenset({"capacity", "age_min", "age_max"})
_CODES: Mapping[type, Mapping[str, tuple[str, ...]]] = {
    Organisation: {"sensitivity": get_args(Sensitivity)},
    Service: {"sensitivity": get_args(Sensitivity), "status": get_args(ServiceStatus)},
    Relation: {
        "sensitivity": get_args(Sensitivity),
        "status": get_args(ServiceStatus),
        "kind": get_args(TieKind),
    },
    HiddenText: {"kind": get_args(TextKind)},
}
_OWN_KEY = {"organisation": "id", "service": "id", "place": "id", "relation": "id"}


def layer_of(*, closed: bool) -> str:
    """Return the word of a layer."""
    return CLOSED if closed else OPEN


@dataclass(frozen=True, slots=True)
class Parts:
    """A row taken apart: its own properties, and the fields that join it to others."""

    properties: Mapping[str, Any]
    joined: Mapping[str, Any]


def parts_of(held: HeldRow) -> Parts:
    """Take a held row (with a value) apart."""
    row = read(held.kind, held.value or "{}")
    values: dict[str, Any] = {}
    told = row.facts if isinstance(row, Service) else {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in SERVICE_FACTS and field.name not in told:
            value = None  # what is not known is no property, and one that was there goes
        if isinstance(value, Bilingual):
            values |= {f"{field.name}_fr": value.fr, f"{field.name}_en": value.en}
        else:
            values[field.name] = list(value) if isinstance(value, tuple) else value
    apart = JOINED.get(held.kind, ())
    own = _OWN_KEY.get(held.kind)
    return Parts(
        {name: value for name, value in values.items() if name not in apart and name != own},
        {name: values[name] for name in apart},
    )


def row_from(kind: str, name: str, values: Mapping[str, Any]) -> HeldRow | None:
    """Return the row of these properties and joined fields; None when they make none of this kind and id in
    this layer."""
    row = _built(kind, name, values)
    if row is None or row_id(row) != name or values.get("layer") not in (OPEN, CLOSED):
        return None
    closed = values["layer"] == CLOSED
    if kind != "hidden_text" and is_confidential(row) != closed:
        return None
    if not isinstance(values.get("owner"), str):
        return None
    return HeldRow(kind, name, values["owner"], closed, written(row))


def value_of(kind: str, name: str, values: Mapping[str, Any]) -> str | None:
    """Return the canonical JSON of the row that these values make, if any: for facts of the past."""
    row = _built(kind, name, values)
    return None if row is None else written(row)


def _built(kind: str, name: str, values: Mapping[str, Any]) -> Row | None:
    row_type = ROW_TYPES[kind]
    built: dict[str, Any] = {}
    for field in fields(row_type):
        if field.name == _OWN_KEY.get(kind):
            built[field.name] = name
        elif f"{field.name}_fr" in values or f"{field.name}_en" in values:
            halves = (values.get(f"{field.name}_fr", ""), values.get(f"{field.name}_en", ""))
            if not all(isinstance(half, str) for half in halves):
                return None
            built[field.name] = Bilingual(*halves)
        elif field.name in values:
            value = values[field.name]
            if not _fits(field.name, value):
                return None
            built[field.name] = tuple(value) if field.name in _LISTS else value
    allowed = _CODES.get(row_type, {})
    if any(field in built and built[field] not in codes for field, codes in allowed.items()):
        return None
    try:
        return row_type(**built)
    except TypeError:  # a field without a default is missing
        return None


def _fits(field: str, value: object) -> bool:
    if field in _LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if field in _YES_OR_NO:
        return isinstance(value, bool)
    if field in _NUMBERS:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, str)
