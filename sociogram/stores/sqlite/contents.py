"""Everything in the encrypted file, for moving house."""

from collections.abc import Iterator, Sequence

import apsw

from sociogram.stores.event_plan import NO_EVENTS, OwnEvents
from sociogram.stores.failures import changed_since
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.contents import Grant, KeptEvents, KeptSituation, Size
from sociogram.stores.sqlite import event_tables, row_tables, situation_tables
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
                return Size(0, 0, 0, 0)
            ((situations, events, grants),) = connection.execute(
                "SELECT (SELECT count(*) FROM situation), (SELECT count(*) FROM event),"
                " (SELECT count(*) FROM access_grant)"
            )
            return Size(situations, events, row_tables.count_facts(connection), grants)

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

    def events(self) -> Iterator[KeptEvents]:
        """See Contents.events."""
        with self._vault.reading() as connection:
            if connection is not None:
                for owner in event_tables.owners(connection):
                    yield KeptEvents(owner, event_tables.read_whole(connection, owner))

    def events_of(self, owner: str) -> OwnEvents:
        """See Contents.events_of."""
        with self._vault.reading() as connection:
            return event_tables.read_whole(connection, owner) if connection else NO_EVENTS

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

    def take_events(self, owner: str, before: int, part: OwnEvents) -> None:
        """See Contents.take_events."""
        with self._vault.writing() as connection:
            if event_tables.count_of(connection, owner) != before:
                raise changed_since(())
            event_tables.add_events(connection, owner, part.events)
            event_tables.forget(connection, owner, sorted(part.forgotten))
            event_tables.reach(connection, owner, part.version, part.rewritten)

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
