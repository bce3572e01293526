"""Every kind of store that the specification holds to its promises."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.neo4j_store import Neo4jStore
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from tests.neo4j.opening import open_neo4j
from tests.neo4j.server import Neo4jServer
from tests.sociogram.stores.invented import CHEAP, PASSPHRASE


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """Where a store's file would be."""
    return tmp_path / "reseau.db"


@pytest.fixture
def open_network(network: Path) -> Iterator[Callable[[], Store]]:
    """Open the same encrypted file, as often as wanted; closed at the end."""
    opened: list[Store] = []

    def opening() -> Store:
        opened.append(open_store(f"sqlite:///{network}", passphrase=lambda: PASSPHRASE, cost=CHEAP))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def open_server(neo4j_database: Neo4jServer, tmp_path: Path) -> Iterator[Callable[[], Neo4jStore]]:
    """Open the real server's empty database, as often as wanted; Ana and Ben allowed their situations."""
    opened: list[Neo4jStore] = []

    def opening() -> Neo4jStore:
        opened.append(open_neo4j(neo4j_database, tmp_path / "neo4j"))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def again(request: pytest.FixtureRequest) -> Callable[[Store], Store]:
    """What a store holds once its program ended and another began; a memory store is still itself."""

    def opened_again(store: Store) -> Store:
        if isinstance(store, MemoryStore):
            return store
        store.close()
        opening = "open_server" if isinstance(store, Neo4jStore) else "open_network"
        again: Store = request.getfixturevalue(opening)()
        return again

    return opened_again


@pytest.fixture(params=["memory", "sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store of each kind."""
    if request.param == "memory":
        return MemoryStore()
    opened: Store = request.getfixturevalue("open_server" if request.param == "neo4j" else "open_network")()
    return opened
