"""Version 3: one log of events of referrals for each owner (0020)."""

import apsw

VERSION = 3

_TABLES = """
CREATE TABLE event_log (
    owner TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    rewritten INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    owner TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (owner, version),
    UNIQUE (owner, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten_event (
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (owner, id)
) STRICT, WITHOUT ROWID;
"""


def forward(connection: apsw.Connection) -> None:
    """Make the tables, empty."""
    connection.execute(_TABLES)
