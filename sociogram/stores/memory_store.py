"""The reference store: everything in memory, nothing on a disk. What it does, every store does."""

import secrets
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sociogram.access.decide import Action, decide
from sociogram.access.resources import SituationResource
from sociogram.access.viewer import Viewer
from sociogram.access.visibility import RowKey
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.language import Bilingual
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.situation.situation import Situation
from sociogram.stores.append_plan import appended
from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import id_taken, no_situation, nobody_keeps
from sociogram.stores.free_id import free_id
from sociogram.stores.held_row import HeldRow, RowPlace
from sociogram.stores.import_plan import own_rows, plan_import
from sociogram.stores.keeping import Keeping, keeping_of
from sociogram.stores.protocol import ImportReport, Keep, RowKind, SituationLog, SituationSummary
from sociogram.stores.reading import log_after, summary
from sociogram.stores.record import Record
from sociogram.stores.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class _Kept:
    owner: str
    record: Record
    keeping: Keeping
    folded: Situation


class MemoryStore:
    """A Store (stores/protocol.py) that ends with its process. Threads may share it."""

    kind = "memory"

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._key = secrets.token_bytes(32)
        self._situations: dict[str, dict[str, _Kept]] = {}  # by owner: nobody walks past another's
        self._rows: dict[bool, dict[RowPlace, HeldRow]] = {False: {}, True: {}}  # by layer: open, closed
        self._brought: dict[str, dict[RowPlace, HeldRow]] = {}  # the same rows by bringer
        self._grants: dict[str, frozenset[RowKey]] = {}
        self._directories: dict[str, Directory] = {}

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
    ) -> str:
        """See Store.create."""
        with self._lock:
            keeping = keeping_of(keep, today)
            if not decide(viewer, "write", SituationResource(viewer.id)):
                raise nobody_keeps()
            name = free_id(situation_id, self._situations.get(viewer.id, {}).keys())
            seen = {*self.directory(viewer).organisations, *known}
            record = appended(Record(name), gestures, texts, known=seen)
            self._keep(viewer.id, record, keeping)
            return name

    def situations(self, viewer: Viewer) -> tuple[SituationSummary, ...]:
        """See Store.situations."""
        with self._lock:
            kept = sorted(self._situations.get(viewer.id, {}).items())
        return tuple(
            summary(one.record, one.folded, one.keeping)
            for _, one in kept
            if decide(viewer, "read", SituationResource(one.owner))
        )

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
        with self._lock:
            kept = self._found(viewer, "write", situation_id)
            seen = {*self.directory(viewer).organisations, *known}
            record = appended(kept.record, gestures, texts, if_match=if_match, known=seen)
            if record is not kept.record:
                self._keep(kept.owner, record, kept.keeping)
            return record.version

    def delete(self, viewer: Viewer, situation_id: str) -> None:
        """See Store.delete."""
        with self._lock:
            kept = self._found(viewer, "delete", situation_id)
            del self._situations[kept.owner][situation_id]

    def keep(self, viewer: Viewer, situation_id: str, keep: Keep, *, today: date | None = None) -> None:
        """See Store.keep."""
        with self._lock:
            kept = self._found(viewer, "write", situation_id)
            changed = replace(kept, keeping=keeping_of(keep, today))
            self._situations[kept.owner][situation_id] = changed

    def record(self, viewer: Viewer, situation_id: str) -> Record:
        """See Store.record."""
        return self._found(viewer, "read", situation_id).record

    def adopt(
        self, viewer: Viewer, record: Record, *, keep: Keep = "forever", today: date | None = None
    ) -> None:
        """See Store.adopt."""
        with self._lock:
            keeping = keeping_of(keep, today)
            if not decide(viewer, "write", SituationResource(viewer.id)):
                raise nobody_keeps()
            if record.situation in self._situations.get(viewer.id, {}):
                raise id_taken()
            self._keep(viewer.id, record, keeping)

    def expire(self, today: date) -> int:
        """See Store.expire."""
        with self._lock:
            every = [one for owned in self._situations.values() for one in owned.values()]
            over = [one for one in every if one.keeping.over(today)]
            for one in over:
                del self._situations[one.owner][one.record.situation]
            for owned in self._situations.values():
                for key, one in owned.items():
                    owned[key] = replace(one, keeping=one.keeping.dated(today))
            return len(over)

    def directory(self, viewer: Viewer) -> Directory:
        """See Store.directory."""
        with self._lock:
            if viewer.id not in self._directories:
                granted = self._grants.get(viewer.id, frozenset())
                opened, closed = (self._rows[layer].values() for layer in (False, True))
                self._directories[viewer.id] = snapshot(viewer, opened, closed, granted)
            return self._directories[viewer.id]

    def import_directory(
        self, viewer: Viewer, folder: DirectoryFolder, *, today: date | None = None
    ) -> ImportReport:
        """See Store.import_directory. History is not kept in memory."""
        with self._lock:
            own = own_rows(viewer, self._brought.get(viewer.id, {}).values())
            plan = plan_import(viewer, folder, own, self.directory(viewer))
            for fact in plan.changes:
                for rows in (self._rows[fact.closed], self._brought.setdefault(fact.owner, {})):
                    if fact.value is None:
                        rows.pop(fact.place, None)
                    else:
                        rows[fact.place] = fact
            self._look_again({fact.closed for fact in plan.changes})
            return plan.report

    def grant(self, kind: RowKind, row_id: str, viewer_id: str) -> None:
        """See Store.grant."""
        with self._lock:
            self._grants[viewer_id] = self._grants.get(viewer_id, frozenset()) | {(kind, row_id)}
            self._directories.pop(viewer_id, None)

    def secret(self, purpose: str) -> bytes:
        """See Store.secret."""
        return derived_key(self._key, purpose)

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            self._situations.clear()
            self._rows = {False: {}, True: {}}
            self._brought.clear()
            self._grants.clear()
            self._directories.clear()

    def _look_again(self, layers: set[bool]) -> None:
        """Drop the directories that a change of these layers may touch: of the closed one, only those of
        viewers with grants, so that nobody else's next reading takes longer."""
        for viewer_id in list(self._directories):
            if False in layers or (layers and viewer_id in self._grants):
                del self._directories[viewer_id]

    def _keep(self, owner: str, record: Record, keeping: Keeping) -> None:
        folded = fold(record.situation, record.gestures, record.texts)
        self._situations.setdefault(owner, {})[record.situation] = _Kept(owner, record, keeping, folded)

    def _found(self, viewer: Viewer, action: Action, situation_id: str) -> _Kept:
        with self._lock:
            kept = self._situations.get(viewer.id, {}).get(situation_id)
        if kept is None or not decide(viewer, action, SituationResource(kept.owner)):
            raise no_situation()
        return kept
