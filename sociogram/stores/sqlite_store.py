"""The embedded store: one encrypted SQLite file, for one person or a small team on one machine.

Every state a reader is given comes from one transaction. Records, folds and directories are kept in memory by
their version, so that a long log is read once.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

import apsw

from sociogram.access.decide import Action, decide
from sociogram.access.resources import SituationResource
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.language import Bilingual
from sociogram.loop.event import Event, EventLog
from sociogram.situation.gestures import Gesture
from sociogram.situation.situation import Situation
from sociogram.stores.append_plan import appended
from sociogram.stores.caches import DirectoryCache, DirectoryState, RecordCache
from sociogram.stores.calls import call_mark, marked
from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import id_taken, no_situation, nobody_keeps
from sociogram.stores.free_id import free_id, is_id
from sociogram.stores.held_row import Fact
from sociogram.stores.import_plan import own_rows, plan_import
from sociogram.stores.keeping import keeping_of
from sociogram.stores.key_slot import Cost
from sociogram.stores.protocol import ImportReport, Keep, RowKind, SituationLog, SituationSummary
from sociogram.stores.reading import log_after, summary
from sociogram.stores.record import Record
from sociogram.stores.snapshot import snapshot
from sociogram.stores.sqlite import row_tables, situation_tables
from sociogram.stores.sqlite.contents import SqliteContents
from sociogram.stores.sqlite.erasure import owe_scrub, scrub_if_due
from sociogram.stores.sqlite.events import SqliteEvents
from sociogram.stores.sqlite.situation_tables import Head
from sociogram.stores.sqlite.vault import Secret, Vault


class SqliteStore:
    """A Store (stores/protocol.py) in an encrypted file. Threads may share it, and other processes the
    file."""

    kind = "sqlite"

    def __init__(
        self, path: Path, secret: Secret | None, *, cost: Cost | None = None, vfs: str | None = None
    ) -> None:
        """Open `path`, or get ready to make it at the first write. Raises StoreLocked or StoreUnusable."""
        self._vault = Vault(path, secret, cost=cost, vfs=vfs)
        self._events = SqliteEvents(self._vault)
        self._records: RecordCache[int] = RecordCache()
        self._directories: DirectoryCache[DirectoryState] = DirectoryCache()

    def create(
        self,
        viewer: Viewer,
        situation_id: str,
        gestures: Sequence[Gesture],
        texts: Mapping[str, Bilingual],
        *,
        keep: Keep = "forever",
        today: date | None = None,
        known: Collection[str] = (),
        call: str = "",
    ) -> str:
        """See Store.create."""
        keeping = keeping_of(keep, today)
        if not decide(viewer, "write", SituationResource(viewer.id)):
            raise nobody_keeps()
        seen = {*self.directory(viewer).organisations, *known}
        # Refused before any file is made.
        mark = call_mark(call)
        appended(marked(free_id(situation_id, ()), mark), gestures, texts, known=seen)
        with self._vault.writing() as connection:
            made = situation_tables.made_by(connection, viewer.id, mark) if mark else None
            if made is not None:
                return made
            taken = {head.id for head in situation_tables.heads_of(connection, viewer.id)}
            record = appended(marked(free_id(situation_id, taken), mark), gestures, texts, known=seen)
            head = situation_tables.add_situation(connection, viewer.id, record, keeping)
        self._records.put(head.key, record)
        return record.situation

    def situations(self, viewer: Viewer) -> tuple[SituationSummary, ...]:
        """See Store.situations."""
        with self._vault.reading() as connection:
            if connection is None:
                return ()
            heads = situation_tables.heads_of(connection, viewer.id)
            read = [head for head in heads if decide(viewer, "read", SituationResource(head.owner))]
            records = [(head, self._record(connection, head)) for head in read]
        return tuple(
            summary(record, self._records.fold(head.key, record), head.keeping) for head, record in records
        )

    def states(self, viewer: Viewer) -> Mapping[str, str]:
        """See Store.states."""
        with self._vault.reading() as connection:
            if connection is None:
                return {}
            heads = situation_tables.heads_of(connection, viewer.id)
        read = (head for head in heads if decide(viewer, "read", SituationResource(head.owner)))
        return {head.id: f"{head.key}-{head.version}" for head in read}

    def situation(self, viewer: Viewer, situation_id: str) -> Situation:
        """See Store.situation."""
        head, record = self._read(viewer, situation_id)
        return self._records.fold(head.key, record)

    def log(self, viewer: Viewer, situation_id: str, *, after: int = 0) -> SituationLog:
        """See Store.log."""
        return log_after(self._read(viewer, situation_id)[1], after)

    def append(
        self,
        viewer: Viewer,
        situation_id: str,
        gestures: Sequence[Gesture],
        texts: Mapping[str, Bilingual],
        *,
        if_match: int | None = None,
        known: Collection[str] = (),
    ) -> int:
        """See Store.append."""
        self._read(viewer, situation_id)
        with self._vault.writing() as connection:
            head = self._head(connection, viewer, "write", situation_id)
            seen = {*self._directory(connection, viewer).organisations, *known}
            old = self._record(connection, head)
            new = appended(old, gestures, texts, if_match=if_match, known=seen)
            rewritten = new.rewritten != old.rewritten
            if new is not old:
                situation_tables.write_changes(connection, head, old, new)
            if rewritten:
                owe_scrub(connection)
        self._records.put(head.key, new)
        if rewritten:
            self._scrub()
        return new.version

    def delete(self, viewer: Viewer, situation_id: str) -> None:
        """See Store.delete."""
        self._read(viewer, situation_id)
        with self._vault.writing() as connection:
            head = self._head(connection, viewer, "delete", situation_id)
            situation_tables.delete_situation(connection, head.key)
            owe_scrub(connection)
        self._records.drop(head.key)
        self._scrub()

    def keep(self, viewer: Viewer, situation_id: str, keep: Keep, *, today: date | None = None) -> None:
        """See Store.keep."""
        keeping = keeping_of(keep, today)
        self._read(viewer, situation_id)
        with self._vault.writing() as connection:
            head = self._head(connection, viewer, "write", situation_id)
            situation_tables.write_keeping(connection, head.key, keeping)

    def record(self, viewer: Viewer, situation_id: str) -> Record:
        """See Store.record."""
        return self._read(viewer, situation_id)[1]

    def adopt(
        self, viewer: Viewer, record: Record, *, keep: Keep = "forever", today: date | None = None
    ) -> None:
        """See Store.adopt."""
        keeping = keeping_of(keep, today)
        if not decide(viewer, "write", SituationResource(viewer.id)):
            raise nobody_keeps()
        with self._vault.writing() as connection:
            if situation_tables.head_of(connection, viewer.id, record.situation) is not None:
                raise id_taken()
            head = situation_tables.add_situation(connection, viewer.id, record, keeping)
        self._records.put(head.key, record)

    def expire(self, today: date) -> int:
        """See Store.expire."""
        with self._vault.reading() as connection:
            if connection is None:
                return 0
        with self._vault.writing() as connection:
            heads = situation_tables.passing_heads(connection)
            over = [head for head in heads if head.keeping.over(today)]
            for head in over:
                situation_tables.delete_situation(connection, head.key)
            for head in heads:
                if head not in over:
                    situation_tables.write_keeping(connection, head.key, head.keeping.dated(today))
            if over:
                owe_scrub(connection)
        for head in over:
            self._records.drop(head.key)
        self._scrub()
        return len(over)

    def events(self, viewer: Viewer, *, after: int = 0) -> EventLog:
        """See Store.events."""
        return self._events.read(viewer, after)

    def note_events(self, viewer: Viewer, events: Sequence[Event], *, today: date) -> int:
        """See Store.note_events."""
        return self._events.note(viewer, events, today)

    def forget_events(self, viewer: Viewer, ids: Collection[str]) -> None:
        """See Store.forget_events."""
        if self._events.forget(viewer, ids):
            self._scrub()

    def directory(self, viewer: Viewer) -> Directory:
        """See Store.directory."""
        with self._vault.reading() as connection:
            return Directory() if connection is None else self._directory(connection, viewer)

    def import_directory(
        self, viewer: Viewer, folder: DirectoryFolder, *, today: date | None = None
    ) -> ImportReport:
        """See Store.import_directory."""
        with self._vault.writing() as connection:
            own = own_rows(viewer, row_tables.rows_of_owner(connection, viewer.id))
            plan = plan_import(viewer, folder, own, self._directory(connection, viewer))
            row_tables.write_facts(connection, (Fact(row, viewer.id, today) for row in plan.changes))
        return plan.report

    def grant(self, kind: RowKind, row_id: str, viewer_id: str) -> None:
        """See Store.grant."""
        with self._vault.writing() as connection:
            row_tables.add_grant(connection, viewer_id, kind, row_id)

    def secret(self, purpose: str) -> bytes:
        """See Store.secret."""
        return derived_key(self._vault.key(), purpose)

    def contents(self) -> SqliteContents:
        """See Movable.contents."""
        return SqliteContents(self._vault)

    def close(self) -> None:
        """See Store.close."""
        self._records.clear()
        self._events.clear()
        self._directories.clear()
        self._vault.close()

    def _read(self, viewer: Viewer, situation_id: str) -> tuple[Head, Record]:
        with self._vault.reading() as connection:
            if connection is None:
                raise no_situation()
            head = self._head(connection, viewer, "read", situation_id)
            return head, self._record(connection, head)

    def _head(self, connection: apsw.Connection, viewer: Viewer, action: Action, situation_id: str) -> Head:
        # An id that is none cannot be there; a lone surrogate in it could not even be asked for.
        head = None
        if is_id(situation_id):
            head = situation_tables.head_of(connection, viewer.id, situation_id)
        if head is None or not decide(viewer, action, SituationResource(head.owner)):
            raise no_situation()
        return head

    def _record(self, connection: apsw.Connection, head: Head) -> Record:
        held = self._records.get(head.key)
        record = situation_tables.read_record(connection, head, held)
        if record is not held:
            self._records.put(head.key, record)
        return record

    def _directory(self, connection: apsw.Connection, viewer: Viewer) -> Directory:
        granted = row_tables.grants_of(connection, viewer.id)
        hidden_too = row_tables.revision(connection, closed=True) if granted else 0
        state = (row_tables.revision(connection, closed=False), granted, hidden_too)
        held = self._directories.get(viewer.id, state)
        if held is None:
            opened = row_tables.rows_of_layer(connection, closed=False)
            closed = row_tables.rows_of_layer(connection, closed=True) if granted else ()
            held = snapshot(viewer, opened, closed, granted)
            self._directories.put(viewer.id, state, held)
        return held

    def _scrub(self) -> None:
        self._vault.after_commit(lambda connection: scrub_if_due(connection, self._vault.path))
