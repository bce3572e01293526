"""A digest of a directory: two viewers who see the same rows have the same version."""

import hashlib

from sociogram.directory.directory import Directory


def directory_version(directory: Directory) -> str:
    """Return a short digest of every visible row; hidden rows cannot change it."""
    seen = hashlib.sha256()
    for rows in (
        directory.organisations,
        directory.services,
        directory.relations,
        directory.places,
        directory.terms,
    ):
        for key in sorted(rows):
            seen.update(repr(rows[key]).encode())  # type: ignore[index]
    return seen.hexdigest()[:16]
