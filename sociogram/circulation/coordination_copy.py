"""The copy of a directory that coordinators question with Cypher: tables and the script that loads them.

It holds what is open to everybody and nothing else: in a database whoever has the password sees everything,
so that a row opened to one person has no place in it. An allow-list names each column; no situation, no
address, no free note, no source and no id of a file is among them. Of a discreet service only its ids, its
need, its status and its places leave: no group, no description, no conditions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.formula_guard import guarded
from sociogram.directory.needs import CATEGORY, is_need
from sociogram.directory.places import Gazetteer
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.directory.version import directory_version

SCRIPT = "load.cypher"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "copy": ("level", "receiver", "version"),
    "organisations": (
        "id", "name", "acronym", "aliases", "typology", "perimeter", "phone", "email", "website", "discreet",
    ),
    "services": (
        "id", "organisation_id", "category", "description", "target_groups", "conditions", "period", "status",
        "discreet",
    ),
    "ties": ("id", "from_id", "to_id", "kind", "directed", "status", "period"),
    "needs": ("id", "label_fr", "label_en", "of_persons"),
    "places": ("id", "label_fr", "label_en", "kind", "parent"),
    "organisation_places": ("organisation", "place"),
    "service_places": ("service", "place"),
}  # fmt: skip
"""The tables by name, each with its columns: what is not named here does not leave."""


def coordination_copy(directory: Directory, receiver: str) -> dict[str, bytes]:
    """Return the files of the copy by name. `directory` is what anybody may see."""
    gazetteer = Gazetteer(directory.places)
    organisations, services = directory.organisations.values(), directory.services.values()
    quiet = {
        one.id for one in services if one.discreet or directory.organisations[one.organisation_id].discreet
    }
    tables: dict[str, Iterable[Mapping[str, Any]]] = {
        "copy": [{"level": 2, "receiver": receiver, "version": directory_version(directory)}],
        "organisations": map(_organisation, organisations),
        "services": (_service(one, quiet=one.id in quiet) for one in services),
        "ties": map(_tie, directory.relations.values()),
        "needs": map(_need, _terms(directory, CATEGORY)),
        "places": map(_place, directory.places.values()),
        "organisation_places": _places("organisation", organisations, gazetteer),
        "service_places": _places("service", services, gazetteer),
    }
    found = {f"{name}.csv": _written(rows, COLUMNS[name]) for name, rows in tables.items()}
    return {**found, SCRIPT: files("sociogram.circulation").joinpath(SCRIPT).read_bytes()}


def _written(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> bytes:
    lines = [",".join(columns), *(",".join(_cell(row[name]) for name in columns) for row in rows)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _cell(value: Any) -> str:
    """A cell as LOAD CSV reads it: nothing is null; between quotes a backslash begins an escape."""
    text = guarded(str(value).lower() if isinstance(value, bool) else str(value))
    escaped = text.replace("\\", "\\\\").replace('"', '""')
    return f'"{escaped}"' if text else ""


def _organisation(row: Organisation) -> dict[str, Any]:
    return {
        **_fields(row, "id", "name", "acronym", "typology", "perimeter", "phone", "email", "website"),
        "aliases": ";".join(row.aliases),
        "discreet": row.discreet,
    }


def _service(row: Service, *, quiet: bool) -> dict[str, Any]:
    told = replace(row, description="", conditions="", target_groups=()) if quiet else row
    return {
        **_fields(told, "id", "organisation_id", "category", "description", "conditions", "period", "status"),
        "target_groups": ";".join(told.target_groups),
        "discreet": quiet,
    }


def _tie(row: Relation) -> dict[str, Any]:
    return _fields(row, *COLUMNS["ties"])


def _need(term: Term) -> dict[str, Any]:
    words = {"label_fr": term.label.fr, "label_en": term.label.en}
    return {"id": term.code, **words, "of_persons": is_need(term)}


def _place(row: Place) -> dict[str, Any]:
    words = {"label_fr": row.label.fr, "label_en": row.label.en}
    return {**_fields(row, "id", "kind", "parent"), **words}


def _fields(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _terms(directory: Directory, kind: str) -> Iterable[Term]:
    return (term for term in directory.terms.values() if term.kind == kind)


def _places(
    kind: str, rows: Iterable[Organisation | Service], gazetteer: Gazetteer
) -> Iterable[Mapping[str, Any]]:
    """Yield the places that a row's words name; words that name none match nothing, here as elsewhere."""
    for row in rows:
        for place in dict.fromkeys(one for text in row.places for one in gazetteer.ids(text)):
            yield {kind: row.id, "place": place}
