"""Leaving no byte of what was erased: not in free pages, not in the write-ahead log, not in kept copies.

`secure_delete` overwrites deleted cells, but cells that a page split moved leave copies behind: VACUUM
writes the file anew, and the truncating checkpoint empties the log. A kept copy of an older version goes
too.
"""

from contextlib import suppress
from pathlib import Path

import apsw

from sociogram.stores.sqlite.migration import kept_copies


def owe_scrub(connection: apsw.Connection) -> None:
    """Note, in the transaction that erases, that a scrub is due: a crash before it is made good at next
    opening."""
    connection.execute("UPDATE meta SET value = 1 WHERE name = 'scrub_due'")


def scrub_due(connection: apsw.Connection) -> bool:
    """Whether erased bytes may remain."""
    ((value,),) = connection.execute("SELECT value FROM meta WHERE name = 'scrub_due'")
    return bool(value)


def scrub(connection: apsw.Connection, path: Path) -> bool:
    """Write the file anew and empty the log, outside any transaction.

    False when a full disk or another program's reading held it up: what was erased stays erased for every
    reader, the scrub stays due, and the next opening tries again.
    """
    try:
        for copy in kept_copies(path):
            copy.unlink(missing_ok=True)
        connection.execute("VACUUM")
        connection.execute("UPDATE meta SET value = 0 WHERE name = 'scrub_due'")
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except (apsw.Error, OSError):
        with suppress(apsw.Error):
            owe_scrub(connection)
        return False
    return True


def scrub_if_due(connection: apsw.Connection, path: Path) -> bool:
    """Scrub when erased bytes may remain. True when none do afterwards."""
    return not scrub_due(connection) or scrub(connection, path)
