"""Events of referrals in the encrypted file."""

from collections.abc import Collection, Sequence
from datetime import date

from sociogram.access.decide import decide
from sociogram.access.resources import EventsResource
from sociogram.access.viewer import Viewer
from sociogram.loop.event import Event, EventLog
from sociogram.stores.caches import EventCache
from sociogram.stores.event_plan import (
    NO_EVENTS,
    checked_events,
    checked_ids,
    fresh_events,
    read_after,
    stored_after,
)
from sociogram.stores.failures import nobody_keeps
from sociogram.stores.sqlite import event_tables
from sociogram.stores.sqlite.erasure import owe_scrub
from sociogram.stores.sqlite.vault import Vault


class SqliteEvents:
    """See the methods of Store. A log is kept in memory by its version, so that a long one is read once."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._read = EventCache()

    def read(self, viewer: Viewer, after: int) -> EventLog:
        """See Store.events."""
        own = NO_EVENTS
        with self._vault.reading() as connection:
            if connection is not None and decide(viewer, "read", EventsResource(viewer.id)):
                own = event_tables.read_own(connection, viewer.id, self._read.get(viewer.id))
                self._read.put(viewer.id, own)
        return read_after(own, after)

    def note(self, viewer: Viewer, events: Sequence[Event], today: date) -> int:
        """See Store.note_events."""
        if not decide(viewer, "write", EventsResource(viewer.id)):
            raise nobody_keeps()
        kept = checked_events(events)  # Refused before any file is made.
        if not kept:
            return self.read(viewer, 0).version
        ids = [event.id for event in kept]
        with self._vault.writing() as connection:
            version, rewritten = event_tables.head_of(connection, viewer.id)
            held = event_tables.held_among(connection, viewer.id, ids)
            forgotten = event_tables.forgotten_among(connection, viewer.id, ids)
            added = stored_after(version, fresh_events(kept, held, forgotten), today)
            if added:
                event_tables.add_events(connection, viewer.id, added)
                event_tables.reach(connection, viewer.id, version + len(added), rewritten)
        return version + len(added)

    def forget(self, viewer: Viewer, ids: Collection[str]) -> bool:
        """See Store.forget_events. True when something was written: the file must be scrubbed."""
        if not decide(viewer, "delete", EventsResource(viewer.id)):
            raise nobody_keeps()
        named = checked_ids(ids)
        if not named:
            return False
        with self._vault.writing() as connection:
            gone = set(named) - event_tables.forgotten_among(connection, viewer.id, named)
            if gone:
                version = event_tables.head_of(connection, viewer.id)[0] + 1
                event_tables.forget(connection, viewer.id, sorted(gone))
                event_tables.reach(connection, viewer.id, version, version)
                owe_scrub(connection)
        self._read.drop(viewer.id)
        return bool(gone)

    def clear(self) -> None:
        """Hold nothing in memory any longer."""
        self._read.clear()
