"""The reference store: everything in memory, nothing on a disk. What it does, every store does."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

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
from sociogram.stores.calls import call_mark, marked
from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import id_taken, no_situation, nobody_keeps
from sociogram.stores.free_id import free_id
from sociogram.stores.held_row import Fact
from sociogram.stores.import_plan import own_rows, plan_import
from sociogram.stores.keeping import keeping_of
from sociogram.stores.memory_contents import MemoryContents
from sociogram.stores.memory_events import MemoryEvents
from sociogram.stores.memory_held import Kept, MemoryHeld
from sociogram.stores.protocol import ImportReport, Keep, RowKind, SituationLog, SituationSummary
from sociogram.stores.reading import log_after, summary
from sociogram.stores.record import Record
from sociogram.stores.snapshot import snapshot


class MemoryStore:
    """A Store (stores/protocol.py) that ends with its process. Threads may share it."""

    kind = "memory"

    def __init__(self) -> None:
        self._held = MemoryHeld()
        self._events = MemoryEvents(self._held)
        self._key = secrets.token_bytes(32)

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
        with self._held.lock:
            keeping = keeping_of(keep, today)
            if not decide(viewer, "write", SituationResource(viewer.id)):
                raise nobody_keeps()
            mark, own = call_mark(call), self._held.situations.get(viewer.id, {})
            if mark and (made := [name for name, one in own.items() if mark in one.record.forgotten]):
                return made[0]
            name = free_id(situation_id, own.keys())
            seen = {*self.directory(viewer).organisations, *known}
            record = appended(marked(name, mark), gestures, texts, known=seen)
            self._held.keep(viewer.id, record, keeping)
            return name

    def situations(self, viewer: Viewer) -> tuple[SituationSummary, ...]:
        """See Store.situations."""
        with self._held.lock:
            kept = sorted(self._held.situations.get(viewer.id, {}).items())
        return tuple(
            summary(one.record, one.folded, one.keeping)
            for _, one in kept
            if decide(viewer, "read", SituationResource(one.owner))
        )

    def states(self, viewer: Viewer) -> Mapping[str, str]:
        """See Store.states."""
        with self._held.lock:
            kept = tuple(self._held.situations.get(viewer.id, {}).items())
        return {
            name: str(one.turn) for name, one in kept if decide(viewer, "read", SituationResource(one.owner))
        }

    def situation(self, viewer: Viewer, situation_id: str) -> Situation:
        """See Store.situation."""
        return self._found(viewer, "read", situation_id).folded

    def log(self, viewer: Viewer, situation_id: str, *, after: int = 0) -> SituationLog:
        """See Store.log."""
        return log_after(self._found(viewer, "read", situation_id).record, after)

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
        with self._held.lock:
            kept = self._found(viewer, "write", situation_id)
            seen = {*self.directory(viewer).organisations, *known}
            record = appended(kept.record, gestures, texts, if_match=if_match, known=seen)
            if record is not kept.record:
                self._held.keep(kept.owner, record, kept.keeping)
            return record.version

    def delete(self, viewer: Viewer, situation_id: str) -> None:
        """See Store.delete."""
        with self._held.lock:
            kept = self._found(viewer, "delete", situation_id)
            del self._held.situations[kept.owner][situation_id]

    def keep(self, viewer: Viewer, situation_id: str, keep: Keep, *, today: date | None = None) -> None:
        """See Store.keep."""
        with self._held.lock:
            kept = self._found(viewer, "write", situation_id)
            changed = replace(kept, keeping=keeping_of(keep, today))
            self._held.situations[kept.owner][situation_id] = changed

    def record(self, viewer: Viewer, situation_id: str) -> Record:
        """See Store.record."""
        return self._found(viewer, "read", situation_id).record

    def adopt(
        self, viewer: Viewer, record: Record, *, keep: Keep = "forever", today: date | None = None
    ) -> None:
        """See Store.adopt."""
        with self._held.lock:
            keeping = keeping_of(keep, today)
            if not decide(viewer, "write", SituationResource(viewer.id)):
                raise nobody_keeps()
            if record.situation in self._held.situations.get(viewer.id, {}):
                raise id_taken()
            self._held.keep(viewer.id, record, keeping)

    def expire(self, today: date) -> int:
        """See Store.expire."""
        with self._held.lock:
            every = [one for owned in self._held.situations.values() for one in owned.values()]
            over = [one for one in every if one.keeping.over(today)]
            for one in over:
                del self._held.situations[one.owner][one.record.situation]
            for owned in self._held.situations.values():
                for key, one in owned.items():
                    owned[key] = replace(one, keeping=one.keeping.dated(today))
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
        with self._held.lock:
            if viewer.id not in self._held.directories:
                granted = self._held.granted.get(viewer.id, frozenset())
                opened, closed = (self._held.rows[layer].values() for layer in (False, True))
                self._held.directories[viewer.id] = snapshot(viewer, opened, closed, granted)
            return self._held.directories[viewer.id]

    def import_directory(
        self, viewer: Viewer, folder: DirectoryFolder, *, today: date | None = None
    ) -> ImportReport:
        """See Store.import_directory."""
        with self._held.lock:
            own = own_rows(viewer, self._held.brought.get(viewer.id, {}).values())
            plan = plan_import(viewer, folder, own, self.directory(viewer))
            self._held.hold(Fact(row, viewer.id, today) for row in plan.changes)
            return plan.report

    def grant(self, kind: RowKind, row_id: str, viewer_id: str) -> None:
        """See Store.grant."""
        with self._held.lock:
            self._held.grant(viewer_id, (kind, row_id))

    def secret(self, purpose: str) -> bytes:
        """See Store.secret."""
        return derived_key(self._key, purpose)

    def contents(self) -> MemoryContents:
        """See Movable.contents."""
        return MemoryContents(self._held)

    def close(self) -> None:
        """Forget everything."""
        with self._held.lock:
            self._held.clear()

    def _found(self, viewer: Viewer, action: Action, situation_id: str) -> Kept:
        with self._held.lock:
            kept = self._held.situations.get(viewer.id, {}).get(situation_id)
        if kept is None or not decide(viewer, action, SituationResource(kept.owner)):
            raise no_situation()
        return kept
