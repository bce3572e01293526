"""Events of referrals in a Neo4j database."""

from collections.abc import Collection, Sequence
from datetime import date

from sociogram.access.decide import decide
from sociogram.access.resources import EventsResource
from sociogram.access.viewer import Viewer
from sociogram.loop.event import Event, EventLog
from sociogram.stores.caches import EventCache
from sociogram.stores.event_plan import (
    NO_EVENTS,
    OwnEvents,
    checked_events,
    checked_ids,
    fresh_events,
    read_after,
    stored_after,
)
from sociogram.stores.failures import nobody_keeps, situations_off
from sociogram.stores.neo4j import event_graph, situation_graph, store_node
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.server_key import ServerKey


class Neo4jEvents:
    """See the methods of Store. Refused, as situations are, until their owner switches them on."""

    def __init__(self, graph: Graph, key: ServerKey) -> None:
        self._graph = graph
        self._key = key
        self._read = EventCache()

    def read(self, viewer: Viewer, after: int) -> EventLog:
        """See Store.events."""
        if not decide(viewer, "read", EventsResource(viewer.id)):
            return read_after(NO_EVENTS, after)
        held = self._read.get(viewer.id)

        def look(tx: Transaction) -> OwnEvents:
            return event_graph.read_own(tx, viewer.id, held, self._key.seal)

        own = self._graph.read(look)
        self._read.put(viewer.id, own)
        return read_after(own, after)

    def note(self, viewer: Viewer, events: Sequence[Event], today: date) -> int:
        """See Store.note_events."""
        if not decide(viewer, "write", EventsResource(viewer.id)):
            raise nobody_keeps()
        kept = checked_events(events)  # Refused before anything is asked of the server.
        if not kept:
            return self.read(viewer, 0).version
        ids = [event.id for event in kept]

        def add(tx: Transaction) -> int:
            if not store_node.situations_on(tx, viewer.id):
                raise situations_off()
            situation_graph.lock_keeper(tx, viewer.id)
            version, rewritten = event_graph.head_of(tx, viewer.id)
            held = event_graph.held_among(tx, viewer.id, ids, self._key.seal)
            forgotten = event_graph.forgotten_among(tx, viewer.id, ids)
            added = stored_after(version, fresh_events(kept, held, forgotten), today)
            if added:
                event_graph.add_events(tx, viewer.id, added, self._key.seal())
                event_graph.reach(tx, viewer.id, version + len(added), rewritten)
            store_node.count_commit(tx)
            return version + len(added)

        return self._graph.write(add)

    def forget(self, viewer: Viewer, ids: Collection[str]) -> None:
        """See Store.forget_events."""
        if not decide(viewer, "delete", EventsResource(viewer.id)):
            raise nobody_keeps()
        named = checked_ids(ids)
        if not named:
            return

        def drop(tx: Transaction) -> None:
            situation_graph.lock_keeper(tx, viewer.id)
            gone = set(named) - event_graph.forgotten_among(tx, viewer.id, named)
            if gone:
                version = event_graph.head_of(tx, viewer.id)[0] + 1
                event_graph.forget(tx, viewer.id, sorted(gone))
                event_graph.reach(tx, viewer.id, version, version)
            store_node.count_commit(tx)

        self._graph.write(drop)
        self._read.drop(viewer.id)

    def clear(self) -> None:
        """Hold nothing in memory any longer."""
        self._read.clear()
