"""What a store remembers of what it read: records by situation and version, directories by viewer and by
what that viewer's rows depend on."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from sociogram.access.visibility import RowKey
from sociogram.directory.directory import Directory
from sociogram.situation.fold import fold
from sociogram.situation.situation import Situation
from sociogram.stores.event_plan import OwnEvents
from sociogram.stores.record import Record

Key = TypeVar("Key", bound=Hashable)
State = TypeVar("State")

MOST_RECORDS = 256
MOST_DIRECTORIES = 64
MOST_LOGS = 16


class RecordCache(Generic[Key]):
    """The last records used, each with its fold once somebody asked for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: OrderedDict[Key, tuple[Record, Situation | None]] = OrderedDict()

    def get(self, key: Key) -> Record | None:
        """Return the record last put for a situation's key."""
        with self._lock:
            held = self._records.get(key)
            return held[0] if held else None

    def put(self, key: Key, record: Record) -> None:
        """Remember a record, unless a later one is already there. Its fold is forgotten with the record
        before."""
        with self._lock:
            held = self._records.get(key)
            if held is None or record.version > held[0].version:
                self._records[key] = (record, None)
            self._records.move_to_end(key)
            while len(self._records) > MOST_RECORDS:
                self._records.popitem(last=False)

    def fold(self, key: Key, record: Record) -> Situation:
        """Return the fold of a record, made once."""
        with self._lock:
            held = self._records.get(key)
            if held and held[0] is record and held[1] is not None:
                return held[1]
        folded = fold(record.situation, record.gestures, record.texts)
        with self._lock:
            held = self._records.get(key)
            if held and held[0] is record:
                self._records[key] = (record, folded)
        return folded

    def drop(self, key: Key) -> None:
        """Forget a situation."""
        with self._lock:
            self._records.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._records.clear()


class EventCache:
    """The logs of events last read, by owner."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._logs: OrderedDict[str, OwnEvents] = OrderedDict()

    def get(self, owner: str) -> OwnEvents | None:
        """Return the log last put for an owner."""
        with self._lock:
            return self._logs.get(owner)

    def put(self, owner: str, own: OwnEvents) -> None:
        """Remember a log, unless a later state of it is there."""
        with self._lock:
            held = self._logs.get(owner)
            if held is None or own.version > held.version:
                self._logs[owner] = own
            self._logs.move_to_end(owner)
            while len(self._logs) > MOST_LOGS:
                self._logs.popitem(last=False)

    def drop(self, owner: str) -> None:
        """Forget an owner's log."""
        with self._lock:
            self._logs.pop(owner, None)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._logs.clear()


DirectoryState = tuple[int, frozenset[RowKey], int]
"""What one viewer's directory depends on: the open revision, their grants, and, with grants only, the closed
revision (0 without). A change of rows hidden from a viewer must not make their next reading slower."""


class DirectoryCache(Generic[State]):
    """The directory of the last viewers, in the state it was read."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._directories: OrderedDict[str, tuple[State, Directory]] = OrderedDict()

    def get(self, viewer_id: str, state: State) -> Directory | None:
        """Return the viewer's directory if it was read in this state."""
        with self._lock:
            held = self._directories.get(viewer_id)
            return held[1] if held and held[0] == state else None

    def knows(self, viewer_id: str) -> bool:
        """Whether the viewer's directory was read, in whatever state."""
        with self._lock:
            return viewer_id in self._directories

    def put(self, viewer_id: str, state: State, directory: Directory) -> None:
        """Remember a directory."""
        with self._lock:
            self._directories[viewer_id] = (state, directory)
            self._directories.move_to_end(viewer_id)
            while len(self._directories) > MOST_DIRECTORIES:
                self._directories.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._directories.clear()
