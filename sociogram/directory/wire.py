"""The directory as JSON that may leave the house: an allow-list, each field named here, no other leaves.

A fact about a service stands there only when it is known.
"""

from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.leaving import leaving
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Place, Relation, Service, Term
from sociogram.language import Bilingual

LEAVING_FIELDS: dict[type, tuple[str, ...]] = {
    Organisation: (
        "id", "name", "acronym", "aliases", "typology", "typology_basis", "legal_status", "legal_detail",
        "perimeter", "places", "address", "phone", "email", "website", "contact_note", "sensitivity",
        "source_file", "source_line", "other_sources", "notes",
    ),
    Service: (
        "id", "organisation_id", "category", "description", "target_groups", "places", "conditions", "period",
        "status", "sensitivity", "source_file", "source_line", *SERVICE_FACTS,
    ),
    Relation: (
        "id", "from_id", "to_id", "kind", "directed", "evidence_quote", "strength", "status", "period",
        "sensitivity", "source_file", "source_line", "notes",
    ),
    Place: ("id", "label", "kind", "parent"),
    Term: ("kind", "code", "label", "note"),
}  # fmt: skip

# Fields that stay at home. A field in neither list is a mistake that a test finds.
STAYING_FIELDS: dict[type, tuple[str, ...]] = {Relation: ("source_id",)}


def directory_json(directory: Directory) -> dict[str, Any]:
    """Return the rows of a directory, in id order, as lists of objects."""
    out = leaving(directory)
    return {
        "format": "sociogram-directory",
        "version": 1,
        "organisations": [_object(row) for row in out.organisations.values()],
        "services": [_object(row) for row in out.services.values()],
        "relations": [_object(row) for row in out.relations.values()],
        "places": [_object(row) for row in out.places.values()],
        "vocabulary": [_object(row) for row in out.terms.values()],
    }


def _object(row: Organisation | Service | Relation | Place | Term) -> dict[str, Any]:
    told = row.facts if isinstance(row, Service) else {}
    return {
        name: _value(getattr(row, name))
        for name in LEAVING_FIELDS[type(row)]
        if name not in SERVICE_FACTS or name in told
    }


def _value(value: Any) -> Any:
    if isinstance(value, Bilingual):
        return {"fr": value.fr, "en": value.en}
    return list(value) if isinstance(value, tuple) else value
