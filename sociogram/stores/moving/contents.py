"""Everything a store holds, of everybody: what moving house reads and writes.

Nobody's rights are asked here, for nobody looks: whoever can open a store may carry it to another. So no
address of the server reaches this, only a command on the machine itself.
What a store derives from its own key (`Store.secret`) is not among its contents: a key never leaves its
store.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from sociogram.stores.event_plan import OwnEvents
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.keeping import Keeping
from sociogram.stores.protocol import Store
from sociogram.stores.record import Record


@dataclass(frozen=True, slots=True)
class KeptSituation:
    """One situation with its owner and how long it is kept."""

    owner: str
    record: Record
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class KeptEvents:
    """One owner's log of the events of referrals, with what it forgot."""

    owner: str
    own: OwnEvents


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One row opened to one viewer."""

    viewer: str
    kind: str
    row_id: str


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are of each."""

    situations: int
    events: int
    facts: int
    grants: int

    @property
    def all(self) -> int:
        """The steps of a move."""
        return self.situations + self.events + self.facts + self.grants


class Contents(Protocol):
    """The whole of one store. Streams hold a few at a time, never all.

    The facts are the directory's truth: the rows held today, and their order of arrival, are what is left
    when all facts are held one after the other.
    """

    def size(self) -> Size:
        """Count, without reading them."""
        ...

    def situations(self) -> Iterator[KeptSituation]:
        """Every owner's situations, in any order."""
        ...

    def situation(self, owner: str, situation_id: str) -> KeptSituation | None:
        """One of them."""
        ...

    def events(self) -> Iterator[KeptEvents]:
        """Every owner's log of events, in any order."""
        ...

    def events_of(self, owner: str) -> OwnEvents:
        """One of them, empty for whoever has none."""
        ...

    def facts(self) -> Iterator[Fact]:
        """Every fact of the directory ever brought, in the order they came."""
        ...

    def rows(self, *, closed: bool) -> Iterator[HeldRow]:
        """The rows held today in one layer, in their order of arrival."""
        ...

    def grants(self) -> Iterator[Grant]:
        """Every grant, in any order."""
        ...

    def take_events(self, owner: str, before: int, part: OwnEvents) -> None:
        """Hold these events after the first `before` of this owner, with the head of `part`, and forget what
        it forgot: all or nothing.

        Raises Conflict unless the owner has exactly `before` events here.
        """
        ...

    def take_facts(self, before: int, facts: Sequence[Fact]) -> None:
        """Hold these facts after the first `before`, and the rows they make: all of them or none.

        Raises Conflict unless the store holds exactly `before` facts.
        """
        ...

    def take_grants(self, grants: Sequence[Grant]) -> None:
        """Open these rows; those already open stay so."""
        ...


@runtime_checkable
class Movable(Store, Protocol):
    """A store that can be carried to another. Its situations are taken in by `adopt`."""

    def contents(self) -> Contents:
        """Everything of everybody."""
        ...
