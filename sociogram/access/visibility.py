"""Which rows are open to everybody, and which only to viewers they were granted to.

Rule (docs/design/0006-stores.md): `public` and `prudence` rows are public, `prudence` with the mark
"discreet"; a `restreint` row is confidential, with a list of granted viewers that is empty at import. A
service is visible only if its organisation is too, a tie only if both its ends are. A grant on an
organisation covers its services and ties.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sociogram.directory.rows import Organisation, Relation, Sensitivity, Service

Level = Literal["public", "confidential"]
RowKey = tuple[str, str]
"""(kind, id) of a row; kind is organisation, service or relation."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who may see a row at all (`level`), and whether its speciality stays away from any person
    (`discreet`)."""

    level: Level
    discreet: bool = False


def visibility_of(sensitivity: Sensitivity) -> Visibility:
    """Return what a sensitivity written in a folder means."""
    if sensitivity == "restreint":
        return Visibility("confidential")
    return Visibility("public", discreet=sensitivity == "prudence")


def is_confidential(row: object) -> bool:
    """Whether a row is open to granted viewers only. Places and terms have no sensitivity and are public."""
    return visibility_of(getattr(row, "sensitivity", "public")).level == "confidential"


def covering_keys(row: Organisation | Service | Relation) -> frozenset[RowKey]:
    """Return the keys whose grant opens this row: its own, and those of its organisations."""
    if isinstance(row, Organisation):
        return frozenset({("organisation", row.id)})
    if isinstance(row, Service):
        return frozenset({("service", row.id), ("organisation", row.organisation_id)})
    return frozenset({("relation", row.id), ("organisation", row.from_id), ("organisation", row.to_id)})


def stands(row: object, organisations: Iterable[str]) -> bool:
    """Whether a row's organisation (both ends of a tie) is among the visible `organisations`."""
    if isinstance(row, Service):
        return row.organisation_id in organisations
    if isinstance(row, Relation):
        return row.from_id in organisations and row.to_id in organisations
    return True
