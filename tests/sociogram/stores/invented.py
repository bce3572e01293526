"""Invented gestures, folders and viewers for the tests of stores."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sociogram.access.viewer import Viewer
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.rows import Organisation, Place, Relation, Sensitivity, Service, Term
from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture, parse_gestures
from sociogram.stores.key_slot import Cost

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "quatre mots sans lien"
ANA, BEN = Viewer("ana"), Viewer("ben")


def gesture(number: int, kind: str, *, by: str = "ana", **args: Any) -> Gesture:
    """A gesture whose id is made of `number`, checked as at the door."""
    one = {"id": str(uuid.UUID(int=number)), "v": 1, "kind": kind, "at": "2026-01-02T03:04:05Z", "by": by}
    return parse_gestures([{**one, "args": args}])[0]


def person(number: int, label: str | None = None, by: str = "ana") -> Gesture:
    """Add person `p<number>`; `label` is a text id."""
    return gesture(number, "add_person", by=by, id=f"p{number}", **({"label": label} if label else {}))


def words(**texts: str) -> dict[str, Bilingual]:
    """Texts by id, in French."""
    return {name: Bilingual(fr=text) for name, text in texts.items()}


def organisation(name: str, level: Sensitivity = "public", **fields: Any) -> Organisation:
    return Organisation(id=name, name=f"Maison {name}", sensitivity=level, **fields)


def service(name: str, of: str, level: Sensitivity = "public", **fields: Any) -> Service:
    return Service(id=name, organisation_id=of, category="ecoute", sensitivity=level, **fields)


def tie(name: str, start: str, end: str, level: Sensitivity = "public") -> Relation:
    return Relation(id=name, source_id=name, from_id=start, to_id=end, kind="works_with", sensitivity=level)


def folder(*rows: Organisation | Service | Relation | Place | Term, **more: Any) -> DirectoryFolder:
    """A folder of these rows; each row's place is `test.csv:<its rank>`."""
    kinds: Mapping[type, str] = {
        Organisation: "organisation",
        Service: "service",
        Relation: "relation",
        Place: "place",
        Term: "term",
    }
    places = {
        (kinds[type(row)], getattr(row, "id", "")): f"test.csv:{rank}"
        for rank, row in enumerate(rows, start=2)
    }
    return DirectoryFolder(
        organisations=tuple(row for row in rows if isinstance(row, Organisation)),
        services=tuple(row for row in rows if isinstance(row, Service)),
        relations=tuple(row for row in rows if isinstance(row, Relation)),
        places=tuple(row for row in rows if isinstance(row, Place)),
        terms=tuple(row for row in rows if isinstance(row, Term)),
        places_of_rows=places,
        **more,
    )


HIDDEN = (
    organisation("refuge-demo", "restreint"),
    service("refuge-demo--ecoute-1", "refuge-demo", "restreint"),
    tie("t-hidden", "alpha", "refuge-demo", "restreint"),
)
OPEN = (
    organisation("alpha"),
    organisation("beta", "prudence"),
    service("alpha--ecoute-1", "alpha"),
    tie("t-open", "alpha", "beta"),
    Place("ici", Bilingual("Ici", "Here"), "commune"),
    Term("service_category", "ecoute", Bilingual("Écoute", "Listening")),
)


def renamed(row: Organisation, name: str) -> Organisation:
    return replace(row, name=name)
