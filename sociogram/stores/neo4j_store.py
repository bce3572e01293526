"""The shared store: one Neo4j database for a network of many workers.

What decides is shared with the other stores; what stands in the graph is said in docs/design/0019-neo4j.md.
"""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

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
from sociogram.stores.caches import RecordCache
from sociogram.stores.calls import call_mark, marked
from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import id_taken, no_situation, nobody_keeps, situations_off
from sociogram.stores.free_id import free_id, is_id
from sociogram.stores.held_row import Fact
from sociogram.stores.import_plan import own_rows, plan_import
from sociogram.stores.keeping import Keeping, keeping_of
from sociogram.stores.key_slot import Cost
from sociogram.stores.neo4j import row_graph, situation_graph, store_node
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j.bulk import Neo4jContents
from sociogram.stores.neo4j.directory_reading import DirectoryReading
from sociogram.stores.neo4j.events import Neo4jEvents
from sociogram.stores.neo4j.fold_graph import graph_of
from sociogram.stores.neo4j.fold_reading import read_fold
from sociogram.stores.neo4j.fold_writing import EMPTY, write_fold
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.part_reading import PartReading
from sociogram.stores.neo4j.schema import settle
from sociogram.stores.neo4j.server_key import ServerKey
from sociogram.stores.neo4j.situation_graph import Head
from sociogram.stores.protocol import ImportReport, Keep, RowKind, SituationLog, SituationSummary
from sociogram.stores.reaching import NetworkPart, NetworkSize, ReachQuestion
from sociogram.stores.reading import log_after, summary
from sociogram.stores.record import Record

Result = TypeVar("Result")
Secret = Callable[[], str]


class Neo4jStore:
    """A Store (stores/protocol.py) in a Neo4j database. Threads may share it, and other programs the
    database."""

    kind = "neo4j"

    def __init__(
        self, url: str, access: Access, secret: Secret | None = None, *, cost: Cost | None = None
    ) -> None:
        """Connect, and make or check what the graph needs. Raises StoreUnusable. The passphrase is asked
        only when a situation is first written or read."""
        self._graph = Graph(url, access)
        self._key = ServerKey(self._graph, access.keys, secret, cost or Cost())
        self._records: RecordCache[str] = RecordCache()
        self._events = Neo4jEvents(self._graph, self._key)
        self._directories = DirectoryReading(self._graph)
        self._parts = PartReading(self._graph, self._directories)
        try:
            settle(self._graph)
        except BaseException:
            self._graph.close()
            raise

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
        # Refused before anything is asked of the server.
        mark = call_mark(call)
        appended(marked(free_id(situation_id, ()), mark), gestures, texts, known=seen)

        def named(taken: set[str]) -> Record:
            return appended(marked(free_id(situation_id, taken), mark), gestures, texts, known=seen)

        return self._add(viewer, named, keeping, mark).situation

    def situations(self, viewer: Viewer) -> tuple[SituationSummary, ...]:
        """See Store.situations."""

        def look(tx: Transaction) -> list[tuple[Head, Record]]:
            heads = situation_graph.heads_of(tx, viewer.id)
            read = [head for head in heads if decide(viewer, "read", SituationResource(head.owner))]
            return [(head, self._record(tx, head)) for head in read]

        return tuple(
            summary(record, self._records.fold(head.key, record), head.keeping)
            for head, record in self._graph.read(look)
        )

    def states(self, viewer: Viewer) -> Mapping[str, str]:
        """See Store.states."""
        heads = self._graph.read(lambda tx: situation_graph.heads_of(tx, viewer.id))
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
        seen = {*self.directory(viewer).organisations, *known}

        def add(tx: Transaction) -> tuple[Head, Record]:
            head = self._head(tx, viewer, "write", situation_id, lock=True)
            old = self._record(tx, head)
            new = appended(old, gestures, texts, if_match=if_match, known=seen)
            if new is not old:
                self._write(tx, head.key, old, new)
            return head, new

        head, record = self._graph.write(add)
        self._records.put(head.key, record)
        return record.version

    def delete(self, viewer: Viewer, situation_id: str) -> None:
        """See Store.delete."""
        gone: list[str] = []

        def forget(tx: Transaction) -> None:
            try:
                head = self._head(tx, viewer, "delete", situation_id, lock=True)
            except type(no_situation()):
                if gone:  # an earlier try of this call did it
                    return
                raise
            gone.append(head.key)
            self._delete(tx, head.key)
            store_node.count_commit(tx)

        self._graph.write(forget)
        for key in gone:
            self._records.drop(key)

    def keep(self, viewer: Viewer, situation_id: str, keep: Keep, *, today: date | None = None) -> None:
        """See Store.keep."""
        keeping = keeping_of(keep, today)

        def change(tx: Transaction) -> None:
            head = self._head(tx, viewer, "write", situation_id, lock=True)
            situation_graph.write_keeping(tx, head.key, keeping)
            store_node.count_commit(tx)

        self._graph.write(change)

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

        def unchanged(taken: set[str]) -> Record:
            if record.situation in taken:
                raise id_taken()
            return record

        self._add(viewer, unchanged, keeping)

    def expire(self, today: date) -> int:
        """See Store.expire."""
        over: dict[str, Head] = {}

        def pass_over(tx: Transaction) -> None:
            for head in situation_graph.passing_heads(tx):
                if head.keeping.over(today):
                    over[head.key] = head
                    self._delete(tx, head.key)
                elif head.keeping.dated(today) != head.keeping:
                    situation_graph.write_keeping(tx, head.key, head.keeping.dated(today))
            store_node.count_commit(tx)

        self._graph.write(pass_over)
        for key in over:
            self._records.drop(key)
        return len(over)

    def events(self, viewer: Viewer, *, after: int = 0) -> EventLog:
        """See Store.events."""
        return self._events.read(viewer, after)

    def note_events(self, viewer: Viewer, events: Sequence[Event], *, today: date) -> int:
        """See Store.note_events."""
        return self._events.note(viewer, events, today)

    def forget_events(self, viewer: Viewer, ids: Collection[str]) -> None:
        """See Store.forget_events."""
        self._events.forget(viewer, ids)

    def directory(self, viewer: Viewer) -> Directory:
        """See Store.directory."""
        return self._directories.of(viewer)

    def import_directory(
        self, viewer: Viewer, folder: DirectoryFolder, *, today: date | None = None
    ) -> ImportReport:
        """See Store.import_directory."""
        call = secrets.token_hex(16)
        told: list[ImportReport] = []

        def bring(tx: Transaction) -> None:
            arrivals, last_call = store_node.lock_directory(tx)
            if last_call == call:
                return
            own = own_rows(viewer, row_graph.rows_of_owner(tx, viewer.id))
            plan = plan_import(viewer, folder, own, self.directory(viewer))
            facts = [Fact(row, viewer.id, today) for row in plan.changes]
            row_graph.write_facts(tx, facts, arrivals + 1)
            store_node.note_call(tx, call)
            layers = {row.closed for row in plan.changes}
            store_node.count_commit(tx, arrivals=len(facts), opened=False in layers, closed=True in layers)
            told.append(plan.report)

        self._graph.write(bring)
        return told[-1]

    def grant(self, kind: RowKind, row_id: str, viewer_id: str) -> None:
        """See Store.grant."""

        def open_row(tx: Transaction) -> None:
            row_graph.add_grant(tx, viewer_id, kind, row_id)
            store_node.count_commit(tx)

        self._graph.write(open_row)

    def allow_situations(self, viewer: Viewer, *, on: bool = True) -> None:
        """Let this viewer's situations be held here, or take no new ones. Until it is said, none is."""
        if not decide(viewer, "write", SituationResource(viewer.id)):
            raise nobody_keeps()

        def switch(tx: Transaction) -> None:
            store_node.switch_situations(tx, viewer.id, on=on)
            store_node.count_commit(tx)

        self._graph.write(switch)

    def secret(self, purpose: str) -> bytes:
        """See Store.secret."""
        return derived_key(self._key.key(), purpose)

    def contents(self) -> Neo4jContents:
        """See Movable.contents."""
        return Neo4jContents(self._graph, self._key, self._record)

    def network_size(self) -> NetworkSize:
        """See Reaching.network_size."""
        return self._parts.size()

    def network_part(self, viewer: Viewer, question: ReachQuestion) -> NetworkPart | None:
        """See Reaching.network_part."""
        return self._parts.of(viewer, question)

    def close(self) -> None:
        """See Store.close."""
        self._records.clear()
        self._events.clear()
        self._directories.clear()
        self._key.forget()
        self._graph.close()

    def _add(
        self, viewer: Viewer, made_of: Callable[[set[str]], Record], keeping: Keeping, mark: str = ""
    ) -> Record:
        """Write a new situation; `made_of` gives its record, told which ids its owner has."""
        call, key = secrets.token_hex(16), secrets.token_hex(16)

        def add(tx: Transaction) -> tuple[str, Record]:
            if not store_node.situations_on(tx, viewer.id):
                raise situations_off()
            situation_graph.lock_keeper(tx, viewer.id)
            made = situation_graph.made_by(tx, viewer.id, call)
            made = made or situation_graph.called(tx, viewer.id, mark)
            if made is not None:
                return made.key, self._record(tx, made)
            taken = {head.id for head in situation_graph.heads_of(tx, viewer.id)}
            record = made_of(taken)
            head = Head(key, viewer.id, record.situation, keeping, 0, 0)
            situation_graph.add_situation(tx, head, call)
            self._write(tx, key, Record(record.situation), record)
            return key, record

        kept, record = self._graph.write(add)
        self._records.put(kept, record)
        return record

    def _write(self, tx: Transaction, key: str, old: Record, new: Record) -> None:
        """Write a log and, beside it, its fold."""
        situation_graph.write_changes(tx, key, old, new, self._key.seal)
        before = graph_of(self._records.fold(key, old)) if old.version else EMPTY
        write_fold(tx, key, before, graph_of(self._records.fold(key, new)))
        store_node.count_commit(tx)

    def _delete(self, tx: Transaction, key: str) -> None:
        write_fold(tx, key, read_fold(tx, key), EMPTY)
        situation_graph.delete_situation(tx, key)

    def _read(self, viewer: Viewer, situation_id: str) -> tuple[Head, Record]:
        def look(tx: Transaction) -> tuple[Head, Record]:
            head = self._head(tx, viewer, "read", situation_id)
            return head, self._record(tx, head)

        return self._graph.read(look)

    def _head(
        self, tx: Transaction, viewer: Viewer, action: Action, situation_id: str, *, lock: bool = False
    ) -> Head:
        # An id that is none cannot be there; a lone surrogate in it could not even be asked for.
        head = None
        if is_id(situation_id):
            head = situation_graph.head_of(tx, viewer.id, situation_id, lock=lock)
        if head is None or not decide(viewer, action, SituationResource(head.owner)):
            raise no_situation()
        return head

    def _record(self, tx: Transaction, head: Head) -> Record:
        held = self._records.get(head.key)
        record = situation_graph.read_record(tx, head, held, self._key.seal)
        if record is not held:
            self._records.put(head.key, record)
        return record
