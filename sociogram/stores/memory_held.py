"""What a memory store holds: situations and events by owner, rows by layer, every fact, grants."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from sociogram.access.visibility import RowKey
from sociogram.directory.directory import Directory
from sociogram.situation.fold import fold
from sociogram.situation.situation import Situation
from sociogram.stores.event_plan import OwnEvents
from sociogram.stores.held_row import Fact, HeldRow, RowPlace
from sociogram.stores.keeping import Keeping
from sociogram.stores.record import Record


@dataclass(frozen=True, slots=True)
class Kept:
    """One situation, folded. `turn` is another for each state of each situation."""

    owner: str
    record: Record
    keeping: Keeping
    folded: Situation
    turn: int


def _layers() -> dict[bool, dict[RowPlace, HeldRow]]:
    return {False: {}, True: {}}


@dataclass(slots=True)
class MemoryHeld:
    """The maps of one store. Whoever uses them holds `lock`."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    situations: dict[str, dict[str, Kept]] = field(default_factory=dict)  # by owner
    rows: dict[bool, dict[RowPlace, HeldRow]] = field(default_factory=_layers)  # by layer: open, closed
    brought: dict[str, dict[RowPlace, HeldRow]] = field(default_factory=dict)  # the same rows by bringer
    facts: list[Fact] = field(default_factory=list)
    events: dict[str, OwnEvents] = field(default_factory=dict)  # by owner
    granted: dict[str, frozenset[RowKey]] = field(default_factory=dict)
    directories: dict[str, Directory] = field(default_factory=dict)
    turns: Iterator[int] = field(default_factory=count)

    def keep(self, owner: str, record: Record, keeping: Keeping) -> None:
        """Hold a situation of `owner`, in place of an earlier state of it."""
        folded = fold(record.situation, record.gestures, record.texts)
        kept = Kept(owner, record, keeping, folded, next(self.turns))
        self.situations.setdefault(owner, {})[record.situation] = kept

    def hold(self, facts: Iterable[Fact]) -> None:
        """Hold these facts, and keep them in the history."""
        layers: set[bool] = set()
        for fact in facts:
            self.facts.append(fact)
            row = fact.row
            layers.add(row.closed)
            for rows in (self.rows[row.closed], self.brought.setdefault(row.owner, {})):
                if row.value is None:
                    rows.pop(row.place, None)
                else:
                    rows[row.place] = row
        self._look_again(layers)

    def grant(self, viewer_id: str, key: RowKey) -> None:
        """Open a row to a viewer."""
        self.granted[viewer_id] = self.granted.get(viewer_id, frozenset()) | {key}
        self.directories.pop(viewer_id, None)

    def clear(self) -> None:
        """Forget everything."""
        for held in (
            self.situations,
            self.brought,
            self.facts,
            self.events,
            self.granted,
            self.directories,
        ):
            held.clear()
        self.rows = _layers()

    def _look_again(self, layers: set[bool]) -> None:
        """Drop the directories that a change of these layers may touch: of the closed one, only those of
        viewers with grants, so that nobody else's next reading takes longer."""
        for viewer_id in list(self.directories):
            if False in layers or (layers and viewer_id in self.granted):
                del self.directories[viewer_id]
