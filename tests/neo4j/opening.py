"""Opening the store of a test on its real server."""

from pathlib import Path

from sociogram.access.viewer import Viewer
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.server import USER, Neo4jServer
from tests.sociogram.stores.invented import ANA, BEN, CHEAP, PASSPHRASE


def access_to(server: Neo4jServer, keys: Path) -> Access:
    """The access of the server's own user; `keys` is where the key of texts stands."""
    return Access(USER, server.password, keys=keys)


def open_neo4j(server: Neo4jServer, keys: Path, viewers: tuple[Viewer, ...] = (ANA, BEN)) -> Neo4jStore:
    """Open the server's database, with the situations of these viewers allowed."""
    store = Neo4jStore(server.url, access_to(server, keys), lambda: PASSPHRASE, cost=CHEAP)
    for viewer in viewers:
        store.allow_situations(viewer)
    return store
