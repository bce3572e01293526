"""Parts of the directory for single questions, each of one unmoving state of the rows, with the digest of all
that the viewer sees. The digest is reckoned anew only when something has changed."""

from dataclasses import dataclass
from threading import Lock

from sociogram.access.viewer import ANYBODY, Viewer
from sociogram.directory.directory import Directory
from sociogram.stores.failures import unusable
from sociogram.stores.neo4j import reach_queries
from sociogram.stores.neo4j.directory_reading import DirectoryReading, DirectoryState
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.reach import reach
from sociogram.stores.neo4j.reach_rows import granted_to
from sociogram.stores.neo4j.visible_digest import visible_digest
from sociogram.stores.reaching import NetworkPart, NetworkSize, ReachQuestion

_READS = 8
_MOST_VIEWERS = 64


@dataclass(frozen=True, slots=True)
class Known:
    """What all rows tell, once for every state: their digest, and whether several people brought ties."""

    version: str
    several: bool


class PartReading:
    """What a question needs of a network that is never read whole. Threads may share it."""

    def __init__(self, graph: Graph, directories: DirectoryReading) -> None:
        self._graph = graph
        self._directories = directories
        self._lock = Lock()
        self._known: dict[str, tuple[DirectoryState, Known]] = {}
        self._size: tuple[DirectoryState | None, NetworkSize] | None = None

    def size(self) -> NetworkSize:
        """Return how many rows stand in the open layer; counted anew only when something has changed."""
        state = self._directories.state(ANYBODY)
        held = self._size
        if state is not None and held is not None and held[0] == state:
            return held[1]
        size = self._graph.read_whole(
            lambda tx: NetworkSize(**tx.run(reach_queries.SIZE).single(strict=True))
        )
        self._size = (state, size)
        return size

    def of(self, viewer: Viewer, question: ReachQuestion) -> NetworkPart | None:
        """Return the part that `question` needs; None when the whole must be read."""
        for _ in range(_READS):
            before = self._directories.state(viewer)
            directory, known = self._read(viewer, question, before)
            after = self._directories.state(viewer)
            if directory is None:
                return None
            if before == after:
                self._remember(viewer, after, known)
                return NetworkPart(directory, known.version)
        raise unusable("server_busy", place=self._graph.place)

    def _read(
        self, viewer: Viewer, question: ReachQuestion, state: DirectoryState | None
    ) -> tuple[Directory | None, Known]:
        def look(tx: Transaction) -> tuple[Directory | None, Known]:
            granted = granted_to(tx, viewer)
            known = self._held(viewer, state) or Known(
                visible_digest(tx, granted),
                any(tx.run(reach_queries.SEVERAL_BRINGERS).value("several")),
            )
            return reach(tx, granted, question, several=known.several), known

        # The digest, when it is not known yet, runs over every row.
        return self._graph.read_whole(look)

    def _held(self, viewer: Viewer, state: DirectoryState | None) -> Known | None:
        with self._lock:
            held = self._known.get(viewer.id)
        return held[1] if held and held[0] == state else None

    def _remember(self, viewer: Viewer, state: DirectoryState | None, known: Known) -> None:
        if state is not None:
            with self._lock:
                self._known.pop(viewer.id, None)
                self._known[viewer.id] = (state, known)
                while len(self._known) > _MOST_VIEWERS:
                    del self._known[next(iter(self._known))]
