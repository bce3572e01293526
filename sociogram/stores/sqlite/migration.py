"""Bringing an older file to today's schema, with a copy kept beside it first.

All steps and the new `user_version` are one transaction: a file killed in the middle opens as the old
version.
"""

import os
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import apsw

from sociogram.stores.failures import unusable
from sociogram.stores.migrations import STEPS, Step
from sociogram.stores.safe_file import PRIVATE, sync_folder

SCHEMA_VERSION = 3
APPLICATION_ID = 0x536F6369
_TRIES = 5


def schema_sql() -> str:
    """Return the schema of a new store."""
    return files("sociogram.stores").joinpath("schema.sql").read_text(encoding="utf-8")


def version_of(connection: apsw.Connection) -> int:
    """Return the schema's version: 0 for an empty file."""
    return int(connection.pragma("user_version"))


def make_schema(connection: apsw.Connection) -> None:
    """Make the tables, inside the transaction of the first write."""
    connection.execute(schema_sql())
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def kept_copy(path: Path, version: int) -> Path:
    """Return where the copy of a file of `version` is kept."""
    return path.with_name(f"{path.name}.version-{version}")


def kept_copies(path: Path) -> tuple[Path, ...]:
    """Return the copies kept beside a file, in order."""
    return tuple(sorted(path.parent.glob(f"{_plain(path.name)}.version-*")))


def migrate(
    connection: apsw.Connection,
    path: Path,
    *,
    newest: int | None = None,
    steps: Mapping[int, Step] | None = None,
) -> None:
    """Bring an open file to version `newest` (today's, unless a test says otherwise) by `steps`.

    Raises StoreUnusable for a newer file, which stays untouched.
    """
    newest = SCHEMA_VERSION if newest is None else newest
    steps = STEPS if steps is None else steps
    if version_of(connection) > newest:
        raise unusable("newer_store", place=path.name)
    if version_of(connection) in (0, newest):
        return
    _begin_with_empty_log(connection, path)
    try:
        version = version_of(connection)
        if version < newest:
            _keep_copy(path, version)
        for reached in range(version + 1, newest + 1):
            steps[reached](connection)
            connection.execute(f"PRAGMA user_version={reached}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _begin_with_empty_log(connection: apsw.Connection, path: Path) -> None:
    """Begin to write at a moment when the write-ahead log holds nothing that the file lacks."""
    log = path.with_name(f"{path.name}-wal")
    for _ in range(_TRIES):
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        connection.execute("BEGIN IMMEDIATE")
        if not log.exists() or log.stat().st_size == 0:
            return
        connection.execute("ROLLBACK")
    raise unusable("busy", place=path.name)


def _keep_copy(path: Path, version: int) -> None:
    """Copy the file while nobody can write. With the log emptied before, the file alone is the whole
    store."""
    copy = kept_copy(path, version)
    beside = copy.with_name(f"{copy.name}.new")
    shutil.copyfile(path, beside)
    beside.chmod(PRIVATE)
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(copy)
    sync_folder(path.parent)


def _plain(name: str) -> str:
    """Escape the letters that `glob` reads as patterns."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
