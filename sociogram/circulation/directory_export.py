"""The directory as JSON for circulation: the rows that may leave, field by field."""

from typing import Any

from sociogram.directory.directory import Directory

_SOURCE = ("source_file", "source_line")
_ORGANISATION = (
    *("id", "name", "acronym", "aliases", "typology", "typology_basis", "legal_status", "legal_detail"),
    *("perimeter", "places", "address", "phone", "email", "website", "contact_note", "sensitivity"),
    *(*_SOURCE, "other_sources", "notes"),
)
_SERVICE = (
    *("id", "organisation_id", "category", "description", "target_groups", "places", "conditions"),
    *("period", "status", "sensitivity", *_SOURCE),
)
_RELATION = (
    *("id", "source_id", "from_id", "to_id", "kind", "directed", "evidence_quote", "strength", "status"),
    *("period", "sensitivity", *_SOURCE, "notes"),
)


def directory_export(directory: Directory) -> dict[str, list[dict[str, Any]]]:
    """Return the five tables; a field that is not named here does not leave."""
    return {
        "organisations": [_row(row, _ORGANISATION) for row in directory.organisations.values()],
        "services": [_row(row, _SERVICE) for row in directory.services.values()],
        "relations": [_row(row, _RELATION) for row in directory.relations.values()],
        "places": [
            {"id": row.id, "label_fr": row.label.fr, "label_en": row.label.en, "kind": row.kind}
            | {"parent": row.parent}
            for row in directory.places.values()
        ],
        "vocabulary": [
            {"kind": row.kind, "code": row.code, "label_fr": row.label.fr, "label_en": row.label.en}
            | {"note": row.note}
            for row in directory.terms.values()
        ],
    }


def _row(row: object, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}
