"""One kept situation as a store holds it: its log with versions, its texts, and the ids it has forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture


@dataclass(frozen=True, slots=True)
class Entry:
    """A gesture and the version it made."""

    version: int
    gesture: Gesture


@dataclass(frozen=True, slots=True)
class Record:
    """Immutable: a write makes a new record, so that a write that fails leaves the old one.

    `rewritten` is the version of the last withdrawal (0: never); `forgotten` are ids of gestures that a
    withdrawal removed, kept apart from the log so that a late copy does not bring them back; among them is
    what the situation remembers of the call that made it (stores/calls.py).
    """

    situation: str
    version: int = 0
    rewritten: int = 0
    entries: tuple[Entry, ...] = ()
    texts: Mapping[str, Bilingual] = field(default_factory=dict)
    forgotten: frozenset[str] = frozenset()

    @property
    def gestures(self) -> tuple[Gesture, ...]:
        """The gestures, in server order."""
        return tuple(entry.gesture for entry in self.entries)
