"""A directory as it may leave the house, whatever the format.

- A tie is named by its published id only: ids numbered in a file have gaps where hidden rows stand.
- A discreet or restricted organisation leaves without its address: a shelter can become a target.
"""

from dataclasses import replace

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Relation


def leaving(directory: Directory) -> Directory:
    """Return the same rows without what stays at home."""
    return replace(
        directory,
        organisations={key: _organisation(row) for key, row in directory.organisations.items()},
        relations={key: _relation(row) for key, row in directory.relations.items()},
    )


def _organisation(row: Organisation) -> Organisation:
    return row if row.sensitivity == "public" else replace(row, address="")


def _relation(row: Relation) -> Relation:
    return replace(row, source_id=row.id)
