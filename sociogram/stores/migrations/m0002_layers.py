"""Version 2: open and restricted rows in two tables, each with a revision of its own (0006)."""

import apsw

VERSION = 2

_TABLE = """
CREATE TABLE {name} (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (kind, id, owner)
) STRICT;
CREATE INDEX {name}_by_owner ON {name} (owner, key);
"""
_MOVE = (
    "INSERT INTO {name} (kind, id, owner, value)"
    " SELECT kind, id, owner, value FROM held WHERE closed = ? ORDER BY key"
)


def forward(connection: apsw.Connection) -> None:
    """Move the rows, in their order of arrival; `held` goes."""
    for name, closed in (("open_row", 0), ("closed_row", 1)):
        connection.execute(_TABLE.format(name=name))
        connection.execute(_MOVE.format(name=name), (closed,))
    connection.execute("DROP TABLE held")
    connection.execute(
        "INSERT INTO meta SELECT 'open_revision', value FROM meta WHERE name = 'directory_revision'"
    )
    connection.execute("INSERT INTO meta VALUES ('closed_revision', 0)")
    connection.execute("DELETE FROM meta WHERE name = 'directory_revision'")
