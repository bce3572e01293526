"""One connection to an encrypted database, with the settings that keep it safe."""

import re
from pathlib import Path

import apsw

from sociogram.stores.failures import unusable

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can lose commits in WAL mode (sqlite.org/wal.html, the WAL-reset bug)."""
BUSY_MILLISECONDS = 10_000


def refuse_old_sqlite(version: str) -> None:
    """Raise StoreUnusable when this SQLite is older than OLDEST_SQLITE."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    if numbers < OLDEST_SQLITE:
        raise unusable("old_library")


def connect(path: Path, key: bytes, *, writer: bool, vfs: str | None = None) -> apsw.Connection:
    """Open an existing file (an empty one counts) with its raw 32-byte key. Raises apsw errors."""
    refuse_old_sqlite(apsw.sqlite_lib_version())
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    try:
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        connection.pragma("cipher", "chacha20")
        connection.pragma("key", f"raw:{key.hex()}")
        _make_safe(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        if not writer:
            connection.pragma("query_only", 1)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_safe(connection: apsw.Connection) -> None:
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    for name, value in (
        ("synchronous", "FULL"),
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("cell_size_check", "ON"),
        ("mmap_size", 0),
        ("fullfsync", "ON"),
    ):
        connection.pragma(name, value)
