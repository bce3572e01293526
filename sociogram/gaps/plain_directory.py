"""The directory that pages of gaps are made of: no restricted row, not even one the viewer was granted.

Such a page is made to be printed and shown. A restricted organisation or service is left out of it for
everybody, so that no list, no empty box and no advice ever points to one, or away from one.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Relation, Service

Row = TypeVar("Row", Organisation, Service, Relation)


def plain_directory(directory: Directory) -> Directory:
    """Return the directory without restricted rows and without what hangs on them."""
    organisations = _open(directory.organisations)
    services = _open(directory.services)
    relations = _open(directory.relations)
    return replace(
        directory,
        organisations=organisations,
        services={id_: one for id_, one in services.items() if one.organisation_id in organisations},
        relations={
            id_: tie
            for id_, tie in relations.items()
            if tie.from_id in organisations and tie.to_id in organisations
        },
    )


def _open(rows: Mapping[str, Row]) -> dict[str, Row]:
    return {id_: row for id_, row in rows.items() if row.sensitivity != "restreint"}
