"""Everything in the encrypted file, for moving house."""

from collections.abc import Iterator, Sequence

import apsw

from sociogram.stores.failures import changed_since
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.contents import Grant, KeptSituation, Size
from sociogram.stores.sqlite import row_tables, situation_tables
from sociogram.stores.sqlite.situation_tables import Head
from sociogram.stores.sqlite.vault import Vault


class SqliteContents:
    """See Contents. Each stream is read in one unmoving state of the file."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def size(self) -> Size:
        """See Contents.size."""
        with self._vault.reading() as connection:
            if connection is None:
                return Size(0, 0, 0)
            ((situations, grants),) = connection.execute(
                "SELECT (SELECT count(*) FROM situation), (SELECT count(*) FROM access_grant)"
            )
            return Size(situations, row_tables.count_facts(connection), grants)

    def situations(self) -> Iterator[KeptSituation]:
        """See Contents.situations."""
        with self._vault.reading() as connection:
            if connection is not None:
                for head in situation_tables.all_heads(connection):
                    yield _kept(connection, head)

    def situation(self, owner: str, situation_id: str) -> KeptSituation | None:
        """See Contents.situation."""
        with self._vault.reading() as connection:
            head = connection and situation_tables.head_of(connection, owner, situation_id)
            return _kept(connection, head) if connection and head else None

    def facts(self) -> Iterator[Fact]:
        """See Contents.facts."""
        with self._vault.reading() as connection:
            if connection is not None:
                yield from row_tables.all_facts(connection)

    def rows(self, *, closed: bool) -> Iterator[HeldRow]:
        """See Contents.rows."""
        with self._vault.reading() as connection:
            if connection is not None:
                yield from row_tables.rows_of_layer(connection, closed=closed)

    def grants(self) -> Iterator[Grant]:
        """See Contents.grants."""
        with self._vault.reading() as connection:
            if connection is not None:
                for viewer, kind, name in connection.execute("SELECT viewer, kind, id FROM access_grant"):
                    yield Grant(viewer, kind, name)

    def take_facts(self, before: int, facts: Sequence[Fact]) -> None:
        """See Contents.take_facts."""
        with self._vault.writing() as connection:
            if row_tables.count_facts(connection) != before:
                raise changed_since(())
            row_tables.write_facts(connection, facts)

    def take_grants(self, grants: Sequence[Grant]) -> None:
        """See Contents.take_grants."""
        with self._vault.writing() as connection:
            for grant in grants:
                row_tables.add_grant(connection, grant.viewer, grant.kind, grant.row_id)


def _kept(connection: apsw.Connection, head: Head) -> KeptSituation:
    return KeptSituation(head.owner, situation_tables.read_record(connection, head, None), head.keeping)
