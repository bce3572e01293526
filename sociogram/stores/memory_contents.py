"""Everything in a memory store, for moving house."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sociogram.stores.event_plan import NO_EVENTS, OwnEvents
from sociogram.stores.failures import changed_since
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.memory_held import MemoryHeld
from sociogram.stores.moving.contents import Grant, KeptEvents, KeptSituation, Size


class MemoryContents:
    """See Contents."""

    def __init__(self, held: MemoryHeld) -> None:
        self._held = held

    def size(self) -> Size:
        """See Contents.size."""
        with self._held.lock:
            return Size(
                sum(len(owned) for owned in self._held.situations.values()),
                sum(len(own.events) for own in self._held.events.values()),
                len(self._held.facts),
                sum(len(keys) for keys in self._held.granted.values()),
            )

    def situations(self) -> Iterator[KeptSituation]:
        """See Contents.situations."""
        with self._held.lock:
            every = [one for owned in self._held.situations.values() for one in owned.values()]
        yield from (KeptSituation(one.owner, one.record, one.keeping) for one in every)

    def situation(self, owner: str, situation_id: str) -> KeptSituation | None:
        """See Contents.situation."""
        with self._held.lock:
            one = self._held.situations.get(owner, {}).get(situation_id)
        return KeptSituation(one.owner, one.record, one.keeping) if one else None

    def events(self) -> Iterator[KeptEvents]:
        """See Contents.events."""
        with self._held.lock:
            every = [KeptEvents(owner, own) for owner, own in self._held.events.items() if own.version]
        yield from every

    def events_of(self, owner: str) -> OwnEvents:
        """See Contents.events_of."""
        with self._held.lock:
            return self._held.events.get(owner, NO_EVENTS)

    def facts(self) -> Iterator[Fact]:
        """See Contents.facts."""
        with self._held.lock:
            every = tuple(self._held.facts)
        yield from every

    def rows(self, *, closed: bool) -> Iterator[HeldRow]:
        """See Contents.rows."""
        with self._held.lock:
            every = tuple(self._held.rows[closed].values())
        yield from every

    def grants(self) -> Iterator[Grant]:
        """See Contents.grants."""
        with self._held.lock:
            every = [Grant(viewer, *key) for viewer, keys in self._held.granted.items() for key in keys]
        yield from every

    def take_events(self, owner: str, before: int, part: OwnEvents) -> None:
        """See Contents.take_events."""
        with self._held.lock:
            own = self._held.events.get(owner, NO_EVENTS)
            if len(own.events) != before:
                raise changed_since(())
            forgotten = own.forgotten | part.forgotten
            self._held.events[owner] = replace(part, events=own.events + part.events, forgotten=forgotten)

    def take_facts(self, before: int, facts: Sequence[Fact]) -> None:
        """See Contents.take_facts."""
        with self._held.lock:
            if len(self._held.facts) != before:
                raise changed_since(())
            self._held.hold(facts)

    def take_grants(self, grants: Sequence[Grant]) -> None:
        """See Contents.take_grants."""
        with self._held.lock:
            for grant in grants:
                self._held.grant(grant.viewer, (grant.kind, grant.row_id))
