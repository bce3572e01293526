"""Rows of the directory as canonical JSON text, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Literal

from sociogram.directory.name_guard import HiddenText
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Place, Relation, Service, Term
from sociogram.language import Bilingual

FactKind = Literal["organisation", "service", "relation", "place", "term", "hidden_text"]
Row = Organisation | Service | Relation | Place | Term | HiddenText

ROW_TYPES: Mapping[str, type[Row]] = {
    "organisation": Organisation,
    "service": Service,
    "relation": Relation,
    "place": Place,
    "term": Term,
    "hidden_text": HiddenText,
}


_FIELDS: Mapping[type[Row], frozenset[str]] = {
    one: frozenset(field.name for field in fields(one)) for one in ROW_TYPES.values()
}


def written(row: Row) -> str:
    """Return the row as JSON: keys sorted, no spaces, so that equal rows are equal texts.

    A fact about a service that is not known is not written: rows without facts keep the text they had before.
    """
    # Not asdict, which copies every text deeply: half of the time of writing a row.
    values = {name: _plain(getattr(row, name)) for name in _FIELDS[type(row)]}
    if isinstance(row, Service):
        values = {name: value for name, value in values.items() if name not in _unknown(row)}
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _unknown(row: Service) -> frozenset[str]:
    return frozenset(SERVICE_FACTS) - row.facts.keys()


def read(kind: str, text: str) -> Row:
    """Return the row written in `text`. Fields added since keep their default; unknown fields are dropped."""
    row_type = ROW_TYPES[kind]
    values = json.loads(text)
    known = _FIELDS[row_type]
    return row_type(**{name: _value(value) for name, value in values.items() if name in known})


def _plain(value: Any) -> Any:
    return asdict(value) if isinstance(value, Bilingual) else value


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return Bilingual(**value)
    return value


def row_id(row: Row) -> str:
    """Return the id of a row within its kind; a term's is `kind:code`, a held text's names its row and
    field."""
    if isinstance(row, Term):
        return f"{row.kind}:{row.code}"
    if isinstance(row, HiddenText):
        return f"{row.kind}:{row.row_id}:{row.field}"
    return row.id
