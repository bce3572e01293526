"""What every store promises. One specification (tests/sociogram/stores) holds all of them to it.

Guarantees
- A write that returned is on disk (SQLite: WAL, synchronous FULL). A write that raised left nothing.
- The same gesture id twice in one situation is one gesture: the second time changes nothing and succeeds.
- Server order is the truth. `version` counts up by one for each gesture and for each withdrawal.
- Every read takes a Viewer and passes `access.decide`; a row not theirs behaves exactly like an absent one.
- A situation id belongs to its owner: two owners may hold the same id without learning of each other. So do
  the events of referrals: each owner has one log of them, with versions of its own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.language import Bilingual
from sociogram.loop.event import Event, EventLog
from sociogram.situation.gestures import Gesture
from sociogram.situation.situation import Situation
from sociogram.stores.record import Record

Keep = Literal["forever", "tonight"] | date
RowKind = Literal["organisation", "service", "relation"]
Change = Literal["added", "changed", "unchanged", "removed"]


@dataclass(frozen=True, slots=True)
class SituationLog:
    """Gestures after a version, the texts they name, and the version reached.

    `complete` is True when `gestures` is the whole log (asked from 0, or because a withdrawal since
    rewrote history: the reader must forget its copy and take this one).
    """

    situation: str
    version: int
    complete: bool
    gestures: tuple[Gesture, ...]
    texts: Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class SituationSummary:
    """One line of the list of situations."""

    id: str
    version: int
    fictional: bool
    sensitivity: str
    title: Bilingual
    keep: str


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became of one row of an import: added, changed, unchanged."""

    kind: str
    id: str
    change: Change
    place: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every row of an import, line by line."""

    rows: tuple[ImportedRow, ...]


@runtime_checkable
class Store(Protocol):
    """Situations and directory of one network."""

    kind: str

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
        """Keep a new situation owned by `viewer`; return its id (a fresh one when `situation_id` is taken).

        `today` is the day that "tonight" belongs to; without it, the next `expire` says it. `known`: as in
        `append`. `call`: a UUID of this request; while the situation is there that an earlier request of the
        same word made, its id comes back and nothing is changed. BadInput when it is no UUID.
        """
        ...

    def situations(self, viewer: Viewer) -> tuple[SituationSummary, ...]:
        """The situations of this viewer, by id."""
        ...

    def states(self, viewer: Viewer) -> Mapping[str, str]:
        """By situation of this viewer, a word that is another after each change of its log, and never again
        that of anything else: who holds what they read of a sheet learns here, cheaply, whether it stands."""
        ...

    def situation(self, viewer: Viewer, situation_id: str) -> Situation:
        """The fold of its gestures. NotFound when absent or not theirs."""
        ...

    def log(self, viewer: Viewer, situation_id: str, *, after: int = 0) -> SituationLog:
        """The gestures after version `after`."""
        ...

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
        """Append all or none; return the new version.

        `known`: organisations that gestures may name besides those of this store that the viewer sees.
        A stale `if_match` is accepted when no gesture since touches the same elements; else Conflict.
        A gesture that the situation cannot take raises BadInput or RuleBroken. `withdraw` rewrites the log.
        """
        ...

    def delete(self, viewer: Viewer, situation_id: str) -> None:
        """Forget a situation: no byte of its texts is left in the store."""
        ...

    def keep(self, viewer: Viewer, situation_id: str, keep: Keep, *, today: date | None = None) -> None:
        """Change how long a situation stays; its log and version do not move. `today` as in `create`."""
        ...

    def record(self, viewer: Viewer, situation_id: str) -> Record:
        """The situation as it is held, with what a withdrawal made the store forget: to move it whole."""
        ...

    def adopt(
        self, viewer: Viewer, record: Record, *, keep: Keep = "forever", today: date | None = None
    ) -> None:
        """Hold a record of another store, with its id, its versions and what it has forgotten.

        BadInput when the viewer already has a situation of this id here; then nothing changed.
        """
        ...

    def expire(self, today: date) -> int:
        """Forget the situations whose keeping ends before `today`; return how many."""
        ...

    def events(self, viewer: Viewer, *, after: int = 0) -> EventLog:
        """The events that this viewer noted, after version `after`; nobody else's are ever among them."""
        ...

    def note_events(self, viewer: Viewer, events: Sequence[Event], *, today: date) -> int:
        """Note all or none, in their order; return the version reached. `today` is when the store takes them.

        An event that is there already with the same content is done, and so is one that was forgotten: it is
        not taken back. BadInput for one of another content, or that `loop.checking` refuses.
        """
        ...

    def forget_events(self, viewer: Viewer, ids: Collection[str]) -> None:
        """Forget these events, there or not: no byte of them is left but their ids, which never come back."""
        ...

    def directory(self, viewer: Viewer) -> Directory:
        """The rows this viewer may see."""
        ...

    def import_directory(
        self, viewer: Viewer, folder: DirectoryFolder, *, today: date | None = None
    ) -> ImportReport:
        """Add or change the rows of a checked folder, in one transaction. They belong to `viewer`.

        A row that others brought is never changed for them. `today` dates the facts in the history.
        """
        ...

    def grant(self, kind: RowKind, row_id: str, viewer_id: str) -> None:
        """Open one restricted row to one viewer. On an organisation, covers its services and ties too."""
        ...

    def secret(self, purpose: str) -> bytes:
        """32 bytes for one purpose: the same as long as the store lives, and told by nothing on the disk."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...
