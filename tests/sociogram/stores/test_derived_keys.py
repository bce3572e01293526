"""The keys a store gives for what lies elsewhere: the same after a restart, and never two alike."""

from collections.abc import Callable
from pathlib import Path

from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store
from tests.sociogram.stores.invented import ANA


def test_a_purpose_always_gives_the_same_key(store: Store, again: Callable[[Store], Store]) -> None:
    store.create(ANA, "essai", (), {})
    first = store.secret("one")
    assert len(first) == 32
    assert again(store).secret("one") == first


def test_two_purposes_give_two_keys(store: Store) -> None:
    store.create(ANA, "essai", (), {})
    assert len({store.secret("one"), store.secret("two"), store.secret("")}) == 3


def test_two_stores_give_two_keys() -> None:
    assert MemoryStore().secret("one") != MemoryStore().secret("one")


def test_no_key_lies_on_the_disk(open_network: Callable[[], Store], network: Path) -> None:
    store = open_network()
    store.create(ANA, "essai", (), {})
    key = store.secret("one")
    files = [path for path in network.parent.iterdir() if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes()
        assert key not in data
        assert key.hex().encode() not in data
