"""The directory of each viewer, kept in memory for as long as nothing it depends on changed."""

from dataclasses import dataclass

from sociogram.access.viewer import Viewer
from sociogram.access.visibility import RowKey
from sociogram.directory.directory import Directory
from sociogram.stores.caches import DirectoryCache
from sociogram.stores.failures import unusable
from sociogram.stores.held_row import HeldRow
from sociogram.stores.neo4j import row_graph, store_node
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.snapshot import snapshot

_LOOKS = 3
"""One of our own commits between count and bookmark looks like somebody else's: look again."""
_READS = 8


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """What one viewer's directory depends on: the database and the commits that others made in it, the open
    revision, their grants, and, with grants only, the closed revision (0 without)."""

    database: str
    foreign: int
    opened: int
    granted: frozenset[RowKey]
    closed: int


class DirectoryReading:
    """Directories by viewer. Threads may share it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._cache: DirectoryCache[DirectoryState] = DirectoryCache()

    def of(self, viewer: Viewer) -> Directory:
        """Return what `viewer` sees now, of one unmoving state of the rows."""
        for _ in range(_LOOKS if self._cache.knows(viewer.id) else 0):
            state = self.state(viewer)
            held = self._cache.get(viewer.id, state) if state else None
            if held is not None:
                return held
        for _ in range(_READS):
            before = self.state(viewer)
            opened, closed, granted = self._rows(viewer)
            after = self.state(viewer)
            if before is None or after is None:
                return snapshot(viewer, opened, closed, granted)
            if before == after and granted == after.granted:
                directory = snapshot(viewer, opened, closed, granted)
                self._cache.put(viewer.id, after, directory)
                return directory
        raise unusable("server_busy", place=self._graph.place)

    def state(self, viewer: Viewer) -> DirectoryState | None:
        """Return the state now; None when the server's bookmarks cannot be read."""

        def look(tx: Transaction) -> tuple[store_node.Counts, frozenset[RowKey]]:
            return store_node.counts(tx), row_graph.grants_of(tx, viewer.id)

        (counts, granted), moment = self._graph.read_at(look)
        database, foreign = counts.foreign(moment)
        if foreign is None:
            return None
        return DirectoryState(database, foreign, counts.opened, granted, counts.closed if granted else 0)

    def clear(self) -> None:
        """Forget all."""
        self._cache.clear()

    def _rows(self, viewer: Viewer) -> tuple[list[HeldRow], list[HeldRow], frozenset[RowKey]]:
        def look(tx: Transaction) -> tuple[list[HeldRow], list[HeldRow], frozenset[RowKey]]:
            granted = row_graph.grants_of(tx, viewer.id)
            closed = row_graph.rows_of_layer(tx, closed=True) if granted else []
            return row_graph.rows_of_layer(tx, closed=False), closed, granted

        return self._graph.read_whole(look)
