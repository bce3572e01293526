"""Every kind of store that the specification holds to its promises."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
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
def again(open_network: Callable[[], Store]) -> Callable[[Store], Store]:
    """What a store holds once its program ended and another began; a memory store is still itself."""

    def opened_again(store: Store) -> Store:
        if isinstance(store, MemoryStore):
            return store
        store.close()
        return open_network()

    return opened_again


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, open_network: Callable[[], Store]) -> Store:
    """An empty store of each kind."""
    return MemoryStore() if request.param == "memory" else open_network()
