"""The directory in its tables: rows held today, every fact ever brought, and grants."""

from collections.abc import Iterable, Iterator
from datetime import date

import apsw

from sociogram.access.visibility import RowKey
from sociogram.stores.held_row import Fact, HeldRow

# The names of the two tables, by layer; nothing else is ever put into a statement's text.
_TABLES = {False: "open_row", True: "closed_row"}
_REVISIONS = {False: "open_revision", True: "closed_revision"}


def revision(connection: apsw.Connection, *, closed: bool) -> int:
    """Return the count of changes of one layer. Never shown to anybody."""
    ((value,),) = connection.execute("SELECT value FROM meta WHERE name = ?", (_REVISIONS[closed],))
    return int(value)


def rows_of_layer(connection: apsw.Connection, *, closed: bool) -> Iterable[HeldRow]:
    """Return the rows of the open or of the closed layer, in order of arrival."""
    sql = f"SELECT kind, id, owner, value FROM {_TABLES[closed]} ORDER BY key"
    for kind, name, owner, text in connection.execute(sql):
        yield HeldRow(kind, name, owner, closed, text)


def rows_of_owner(connection: apsw.Connection, owner: str) -> Iterable[HeldRow]:
    """Return the rows one viewer brought, of both layers."""
    for closed, table in _TABLES.items():
        sql = f"SELECT kind, id, value FROM {table} WHERE owner = ? ORDER BY key"
        for kind, name, text in connection.execute(sql, (owner,)):
            yield HeldRow(kind, name, owner, closed, text)


def write_facts(connection: apsw.Connection, facts: Iterable[Fact]) -> None:
    """Hold these facts, and keep them in the history."""
    touched = set()
    for fact in facts:
        row, day = fact.row, fact.noted_on
        touched.add(row.closed)
        connection.execute(
            "INSERT INTO fact (kind, id, owner, closed, value, noted_by, noted_on)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                row.kind,
                row.id,
                row.owner,
                int(row.closed),
                row.value,
                fact.noted_by,
                day.isoformat() if day else None,
            ),
        )
        _hold(connection, row)
    for layer in touched:
        connection.execute("UPDATE meta SET value = value + 1 WHERE name = ?", (_REVISIONS[layer],))


def all_facts(connection: apsw.Connection) -> Iterator[Fact]:
    """Return every fact ever brought, in order."""
    sql = "SELECT kind, id, owner, closed, value, noted_by, noted_on FROM fact ORDER BY key"
    for kind, name, owner, closed, text, noted_by, day in connection.execute(sql):
        row = HeldRow(kind, name, owner, bool(closed), text)
        yield Fact(row, noted_by, date.fromisoformat(day) if day else None)


def count_facts(connection: apsw.Connection) -> int:
    """Return how many facts there are: none is ever taken away, so the last key counts them."""
    ((count,),) = connection.execute("SELECT coalesce(max(key), 0) FROM fact")
    return int(count)


def _hold(connection: apsw.Connection, fact: HeldRow) -> None:
    table, place = _TABLES[fact.closed], (fact.kind, fact.id, fact.owner)
    if fact.value is None:
        connection.execute(f"DELETE FROM {table} WHERE kind = ? AND id = ? AND owner = ?", place)
        return
    connection.execute(
        f"INSERT INTO {table} (kind, id, owner, value) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind, id, owner) DO UPDATE SET value = excluded.value",
        (*place, fact.value),
    )


def grants_of(connection: apsw.Connection, viewer_id: str) -> frozenset[RowKey]:
    """Return the keys opened to one viewer."""
    found = connection.execute("SELECT kind, id FROM access_grant WHERE viewer = ?", (viewer_id,))
    return frozenset((kind, name) for kind, name in found)


def add_grant(connection: apsw.Connection, viewer_id: str, kind: str, row_id: str) -> None:
    """Open a row to a viewer. Whether there is such a row is not looked at."""
    connection.execute("INSERT OR IGNORE INTO access_grant VALUES (?, ?, ?)", (viewer_id, kind, row_id))
