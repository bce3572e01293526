"""A directory as it may leave the house, whatever the format.

- A tie is named by its published id only: ids numbered in a file have gaps where hidden rows stand.
- A discreet or restricted organisation leaves without its address: a shelter can become a target.
- A discreet or restricted service leaves without its facts: hours, nights and free places tell when people
  are there.
"""

from dataclasses import fields, replace

from sociogram.directory.directory import Directory
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Relation, Service


def leaving(directory: Directory) -> Directory:
    """Return the same rows without what stays at home."""
    return replace(
        directory,
        services={key: _service(row) for key, row in directory.services.items()},
        organisations={key: _organisation(row) for key, row in directory.organisations.items()},
        relations={key: _relation(row) for key, row in directory.relations.items()},
    )


def _organisation(row: Organisation) -> Organisation:
    return row if row.sensitivity == "public" else replace(row, address="")


def _service(row: Service) -> Service:
    if row.sensitivity == "public" or not row.facts:
        return row
    return Service(
        **{one.name: getattr(row, one.name) for one in fields(row) if one.name not in SERVICE_FACTS}
    )


def _relation(row: Relation) -> Relation:
    return replace(row, source_id=row.id)
