"""The one door to every store: an address, and somebody to ask for the passphrase."""

from collections.abc import Callable
from pathlib import Path

from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import key_path
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.neo4j.access import Access, read_access
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite_store import SqliteStore
from sociogram.stores.store_url import parse_store_url


def open_store(
    url: str,
    *,
    passphrase: Callable[[], str] | None = None,
    cost: Cost | None = None,
    access: Access | None = None,
) -> Store:
    """Open the store at `url`.

    `passphrase` is called at most once: now when the file exists, at the first write when it does not
    (nothing is made before). It may return the recovery code instead. `cost` is of new key slots, for
    tests. `access` to a Neo4j server comes from the environment unless given; there the passphrase opens the
    key of texts, and is asked when the first text is read or written.
    Raises BadInput for an unknown address, StoreLocked, StoreUnusable.
    """
    where = parse_store_url(url)
    if where.server:
        from sociogram.stores.neo4j_store import Neo4jStore

        return Neo4jStore(where.server, access or read_access(), passphrase, cost=cost)
    if where.path is None:
        return MemoryStore()
    return SqliteStore(where.path, passphrase, cost=cost)


def keys_of(url: str) -> Path | None:
    """Return where the key of the store at `url` stands on this machine; None for a memory store."""
    where = parse_store_url(url)
    beside = read_access().keys if where.server else where.path
    return None if beside is None else key_path(beside)


def store_exists(url: str) -> bool:
    """Whether there is a store at `url` already. Nothing is asked or made. A memory store never is; a
    server's is when this machine has the key of its texts."""
    where = parse_store_url(url)
    if where.server:
        return key_path(read_access().keys).exists()
    path = where.path
    return path is not None and path.exists() and path.stat().st_size > 0


def is_unmade_file(url: str) -> bool:
    """Whether the store at `url` would be made, key and all, by its first write."""
    path = parse_store_url(url).path
    return path is not None and not store_exists(url) and not key_path(path).exists()
