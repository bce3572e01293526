"""Writers of one graph wait for each other in one order: none is turned back to begin anew."""

import threading
import time
from collections.abc import Callable
from typing import Any

import neo4j
import pytest

from sociogram.access.viewer import Viewer
from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.whole_situation import asked
from tests.sociogram.loop.told import DAY, told, uuid
from tests.sociogram.stores.invented import ANA, BEN, folder, gesture, organisation, person

SHARED = [f"maison-{number}" for number in range(12)]


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


def drawing(start: int, end: str, by: Viewer = ANA) -> Any:
    return gesture(start, "draw", by=by.id, id=f"a{start}", activator="p1", activated=end)


def placing(start: int, ends: list[str], by: Viewer = ANA) -> Any:
    return gesture(start, "place", by=by.id, at={end: [start % 1000, 5] for end in ends})


def test_who_name_the_same_organisations_in_any_order_do_not_block_each_other(
    open_server: Callable[[], Neo4jStore],
    neo4j_driver: neo4j.Driver,
    sized: Callable[[int, int], int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Placed, drawn, removed, referred to and forgotten, by several at once."""
    store, rounds = open_server(), sized(3, 40)
    store.import_directory(ANA, folder(*map(organisation, SHARED)))
    faults: list[BaseException] = []

    def work(name: str, by: Viewer, start: int, ends: list[str]) -> None:
        try:
            for number in range(start, start + 10 * rounds, 10):
                half = ends[: len(ends) // 2]
                draws = [drawing(number + rank, end, by) for rank, end in enumerate(half)]
                store.append(by, name, [placing(number + 9, ends, by), *draws], {})
                gone = [
                    gesture(10**6 + number + rank, "remove", by=by.id, id=f"a{number + rank}")
                    for rank, _ in enumerate(half)
                ]
                if number > start:
                    store.append(by, name, gone, {})
                event = told(number, "referral_made", number, by=by.id, sender=ends[0], receiver=ends[-1])
                store.note_events(by, [event], today=DAY)
                store.forget_events(by, [uuid(number)])
        except BaseException as fault:
            faults.append(fault)

    threads = []
    for rank, (name, by) in enumerate([("s", ANA), ("t", ANA), ("s", BEN), ("t", BEN)]):
        ends = SHARED if rank % 2 else SHARED[::-1]
        assert store.create(by, name, [person(10**7 + rank), gesture(1, "add_person", by=by.id, id="p1")], {})
        threads.append(threading.Thread(target=work, args=(name, by, 10**5 * (rank + 1), ends)))
    with caplog.at_level("WARNING", logger="neo4j"):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(300)
    assert faults == []
    assert [one.getMessage() for one in caplog.records if "retried" in one.getMessage()] == []
    for viewer, name in ((ANA, "s"), (BEN, "t")):
        store.delete(viewer, name)
    left = asked(neo4j_driver, "MATCH (o:Organisation {layer: 'case'}) RETURN count(o) AS nodes")
    assert left == [{"nodes": len(SHARED)}], "still named by two"
    for viewer, name in ((ANA, "t"), (BEN, "s")):
        store.delete(viewer, name)
    left = asked(neo4j_driver, "MATCH (o:Organisation {layer: 'case'}) RETURN count(o) AS nodes")
    assert left == [{"nodes": 0}]


def test_an_organisation_named_by_one_while_another_clears_it_stays(
    open_server: Callable[[], Neo4jStore], neo4j_driver: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_server()
    store.import_directory(ANA, folder(organisation("alpha")))
    store.create(ANA, "s", [person(1), drawing(2, "alpha")], {})
    store.create(BEN, "s", [person(1, by="ben")], {})
    cleared, counting = threading.Event(), store_node.count_commit

    def slowly(tx: Transaction, **changes: Any) -> None:
        if threading.current_thread() is first:
            cleared.set()
            time.sleep(1)  # Until the other waits.
        counting(tx, **changes)

    monkeypatch.setattr(store_node, "count_commit", slowly)
    first = threading.Thread(target=store.append, args=(ANA, "s", [gesture(3, "remove", id="a2")], {}))
    first.start()
    assert cleared.wait(30)
    store.append(BEN, "s", [drawing(4, "alpha", BEN)], {})
    first.join(60)
    ends = asked(neo4j_driver, "MATCH ()-[:ACTIVATES]->(o:Organisation) RETURN o.id AS id, o.layer AS layer")
    assert ends == [{"id": "alpha", "layer": "case"}]
