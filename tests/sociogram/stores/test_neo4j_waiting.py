"""Writers of one graph wait for each other in one order: none is turned back to begin anew."""

import threading
import time
from collections.abc import Callable

from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j_store import Neo4jStore


def test_who_brings_rows_and_who_draws_do_not_block_each_other(open_server: Callable[[], Neo4jStore]) -> None:
    """An import holds the store's node from its first step; everybody else comes to it at their last."""
    store = open_server()
    before = store._graph.read(store_node.counts).commits
    held = threading.Event()
    tries: list[str] = []

    def draw(tx: Transaction) -> None:
        tries.append("draw")
        store_node.count_commit(tx)

    def drawing() -> None:
        held.wait(30)
        store._graph.write(draw)

    def bring(tx: Transaction) -> None:
        tries.append("bring")
        store_node.lock_directory(tx)
        held.set()
        time.sleep(1)  # Until the other waits.
        store_node.count_commit(tx)

    other = threading.Thread(target=drawing)
    other.start()
    store._graph.write(bring)
    other.join(60)
    assert tries == ["bring", "draw"], "each once"
    assert store._graph.read(store_node.counts).commits == before + 2
