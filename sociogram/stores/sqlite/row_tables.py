"""The directory in its tables: rows held today, every fact ever brought, and grants."""

from collections.abc import Iterable
from datetime import date

import apsw

from sociogram.access.visibility import RowKey
from sociogram.stores.held_row import HeldRow

_HELD = "SELECT kind, id, owner, closed, value FROM held"


def revision(connection: apsw.Connection) -> int:
    """Return the count of changes of the directory and of its grants. Never shown to anybody."""
    ((value,),) = connection.execute("SELECT value FROM meta WHERE name = 'directory_revision'")
    return int(value)


def _next_revision(connection: apsw.Connection) -> None:
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'directory_revision'")


def rows_of_layer(connection: apsw.Connection, *, closed: bool) -> Iterable[HeldRow]:
    """Return the rows of the open or of the closed layer, in order of arrival."""
    return _rows(connection, f"{_HELD} WHERE closed = ? ORDER BY key", int(closed))


def rows_of_owner(connection: apsw.Connection, owner: str) -> Iterable[HeldRow]:
    """Return the rows one viewer brought."""
    return _rows(connection, f"{_HELD} WHERE owner = ? ORDER BY key", owner)


def _rows(connection: apsw.Connection, sql: str, value: int | str) -> Iterable[HeldRow]:
    for kind, name, owner, layer, text in connection.execute(sql, (value,)):
        yield HeldRow(kind, name, owner, bool(layer), text)


def write_facts(
    connection: apsw.Connection, facts: Iterable[HeldRow], noted_by: str, noted_on: date | None
) -> None:
    """Write the facts of one import, and keep them in the history."""
    day = noted_on.isoformat() if noted_on else None
    written = False
    for fact in facts:
        written = True
        connection.execute(
            "INSERT INTO fact (kind, id, owner, closed, value, noted_by, noted_on)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*_place(fact), fact.value, noted_by, day),
        )
        if fact.value is None:
            connection.execute(
                "DELETE FROM held WHERE kind = ? AND id = ? AND owner = ? AND closed = ?", _place(fact)
            )
        else:
            connection.execute(
                "INSERT INTO held (kind, id, owner, closed, value) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (kind, id, owner, closed) DO UPDATE SET value = excluded.value",
                (*_place(fact), fact.value),
            )
    if written:
        _next_revision(connection)


def _place(fact: HeldRow) -> tuple[str, str, str, int]:
    return (fact.kind, fact.id, fact.owner, int(fact.closed))


def grants_of(connection: apsw.Connection, viewer_id: str) -> frozenset[RowKey]:
    """Return the keys opened to one viewer."""
    found = connection.execute("SELECT kind, id FROM access_grant WHERE viewer = ?", (viewer_id,))
    return frozenset((kind, name) for kind, name in found)


def add_grant(connection: apsw.Connection, viewer_id: str, kind: str, row_id: str) -> None:
    """Open a row to a viewer. Whether there is such a row is not looked at."""
    connection.execute("INSERT OR IGNORE INTO access_grant VALUES (?, ?, ?)", (viewer_id, kind, row_id))
    _next_revision(connection)
