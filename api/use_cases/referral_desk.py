"""What every door of the loop works with: the store, who looks, the instant, and what they may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from api.use_cases.all_events import all_events
from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import NotFound, Problem
from sociogram.language import Bilingual
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.referral import Referral
from sociogram.stores.protocol import Store

_ABSENT = Problem(
    "no_referral",
    Bilingual("cette orientation n'est pas dans votre dépôt.", "this referral is not in your store."),
    Bilingual("Voir la liste : « sociogram referrals ».", "See the list: “sociogram referrals”."),
    field="id",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """One viewer at work at one instant. Days are those of the network's time zone, which is UTC in Mali.

    `sheets`: what was read of their sheets before, for whoever has a desk more than once.
    """

    store: Store
    viewer: Viewer
    now: datetime
    directory: Directory
    sheets: SheetEvents = field(default_factory=SheetEvents)

    def events(self) -> tuple[StoredEvent, ...]:
        """Everything that was noted so far, and what arrows say."""
        return all_events(self.store, self.viewer, self.sheets)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.astimezone(UTC).date()

    @property
    def at(self) -> str:
        """The instant as events write it."""
        return self.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def book(self) -> "Book":
        """Everything that was noted so far, and the referrals folded from it."""
        version = self.store.events(self.viewer).version
        events = self.events()
        return Book(version, events, fold(events))

    def note(self, events: Sequence[Event]) -> int:
        """Keep the events, all or none; return the version reached."""
        return self.store.note_events(self.viewer, events, today=self.today)


@dataclass(frozen=True, slots=True)
class Book:
    """The events of a log, those that arrows are included, the version reached, and the referrals by id."""

    version: int
    events: tuple[StoredEvent, ...]
    referrals: Mapping[str, Referral]

    def referral(self, referral_id: str) -> Referral:
        """Return one referral. NotFound when absent or not theirs."""
        found = self.referrals.get(referral_id)
        if found is None:
            raise NotFound((_ABSENT,))
        return found

    def held(self) -> Mapping[str, Event]:
        """Return the events by id."""
        return {one.event.id: one.event for one in self.events}

    def last(self, kind: str) -> StoredEvent | None:
        """Return the last event of a kind: the one that counts, where only one does."""
        found = [one for one in self.events if one.event.kind == kind]
        return max(found, key=lambda one: one.version) if found else None


def chain_of(referral: Referral, book: Book) -> tuple[Referral, ...]:
    """Return the referrals that re-routing links to this one, itself included, in the order of the log."""
    seen = {referral.id: referral}
    todo = [referral]
    while todo:
        one = todo.pop()
        near = [one.rerouted_from, one.rerouted_to]
        near += [other.id for other in book.referrals.values() if other.rerouted_from == one.id]
        for other_id in near:
            other = book.referrals.get(other_id)
            if other is not None and other.id not in seen:
                seen[other.id] = other
                todo.append(other)
    return tuple(one for one in book.referrals.values() if one.id in seen)
