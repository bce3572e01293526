"""Bad days of a real Neo4j server: each is told in one plain sentence, in both languages."""

import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from sociogram.errors import SociogramError, StoreUnusable
from sociogram.stores.neo4j import graph as graphs
from sociogram.stores.neo4j import schema
from sociogram.stores.neo4j.access import Access, read_access
from sociogram.stores.neo4j.comparison import differing_situations
from sociogram.stores.neo4j.graph import Graph
from sociogram.stores.neo4j.translation import told_plainly
from sociogram.stores.neo4j_store import Neo4jStore
from sociogram.stores.opening import open_store
from tests.neo4j.opening import access_to, open_neo4j
from tests.neo4j.server import Neo4jServer, missing
from tests.neo4j.whole_situation import asked
from tests.sociogram.loop.told import DAY, told, uuid
from tests.sociogram.stores.invented import ANA, OPEN, folder, gesture, person

SHORT = 1.0
NOW = schema.SCHEMA_VERSION


def said(problem: SociogramError, code: str) -> None:
    assert problem.first.code == code
    assert problem.first.says.fr
    assert problem.first.says.en
    assert problem.first.remedy.fr
    assert problem.first.remedy.en


def opened(server: Neo4jServer, access: Access) -> Neo4jStore:
    return Neo4jStore(server.url, access)


def everything(driver: neo4j.Driver) -> list[object]:
    found, _, _ = driver.execute_query(
        "MATCH (n) RETURN labels(n) AS labels, properties(n) AS own ORDER BY own.id"
    )
    return [(one["labels"], one["own"]) for one in found]


def test_a_wrong_password_and_a_wrong_user(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    right = access_to(neo4j_database, tmp_path / "keys")
    for wrong in (replace(right, password="autre"), replace(right, user="personne"), Access()):
        with pytest.raises(StoreUnusable) as refused:
            opened(neo4j_database, wrong)
        said(refused.value, "server_refuses")
        assert right.password not in str(refused.value) + repr(refused.value) + repr(right)


def test_a_database_that_is_not_there(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    access = replace(access_to(neo4j_database, tmp_path / "keys"), database="autre")
    with pytest.raises(StoreUnusable) as refused:
        opened(neo4j_database, access)
    said(refused.value, "no_database")


def test_a_database_of_something_else_stays_untouched(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    with neo4j_database.driver() as driver:
        driver.execute_query("CREATE (:Film {title: 'Yeelen'})")
        before = everything(driver)
        with pytest.raises(StoreUnusable) as refused:
            opened(neo4j_database, access_to(neo4j_database, tmp_path / "keys"))
        said(refused.value, "other_graph")
        assert everything(driver) == before


def test_a_graph_of_before_the_events_is_brought_forward(
    open_server: Callable[[], Neo4jStore], neo4j_driver: neo4j.Driver
) -> None:
    """Version 1 had no rules about events: they are made, and what it holds stays."""
    store = open_server()
    store.create(ANA, "s", [person(1)], {})
    store.close()
    of_events = "SHOW CONSTRAINTS YIELD name, labelsOrTypes WHERE labelsOrTypes = ['Event'] RETURN name"
    rules = asked(neo4j_driver, of_events)
    assert len(rules) == 2
    for rule in rules:
        asked(neo4j_driver, f"DROP CONSTRAINT {rule['name']}")
    asked(neo4j_driver, "MATCH (s:Sociogram {name: 'store'}) SET s.schema = 1")
    again = open_server()
    assert again.situation(ANA, "s").persons.keys() == {"p1"}
    assert again.note_events(ANA, [told(1, "referral_made")], today=DAY) == 1
    assert asked(neo4j_driver, "MATCH (s:Sociogram) RETURN s.schema AS schema") == [{"schema": NOW}]
    assert len(asked(neo4j_driver, of_events)) == 2


def test_marked_arrows_of_before_are_told_which_referral_they_are(
    open_server: Callable[[], Neo4jStore], neo4j_driver: neo4j.Driver
) -> None:
    """Version 2 did not say it; a bare mark has none to say."""
    store, referral = open_server(), uuid(77)
    store.import_directory(ANA, folder(*OPEN))
    drawn = [
        gesture(1, "add_professional", id="w1", organisation="alpha"),
        gesture(2, "draw", id="a1", activator="w1", activated="beta", when="2020-10", referral=referral),
        gesture(3, "draw", id="a2", activator="w1", activated="beta", when="2020-11", referral=True),
    ]
    store.create(ANA, "s", drawn, {})
    look = "MATCH ()-[r:REFERRED]->() RETURN r.id AS id, r.referral AS referral ORDER BY id"
    wanted = [{"id": "a1", "referral": referral}, {"id": "a2", "referral": None}]
    assert asked(neo4j_driver, look) == wanted
    store.close()
    asked(neo4j_driver, "MATCH ()-[r:REFERRED]->() REMOVE r.referral")
    asked(neo4j_driver, "MATCH (s:Sociogram {name: 'store'}) SET s.schema = 2")
    again = open_server()
    assert asked(neo4j_driver, look) == wanted
    assert asked(neo4j_driver, "MATCH (s:Sociogram) RETURN s.schema AS schema") == [{"schema": NOW}]
    assert differing_situations(again._graph) == []
    again.append(ANA, "s", [gesture(4, "remove", id="a1")], {})
    assert asked(neo4j_driver, look) == wanted[1:], "the other arrow to the same organisation stays"
    assert differing_situations(again._graph) == []


def test_a_newer_graph_stays_untouched(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    open_neo4j(neo4j_database, tmp_path / "keys").close()
    with neo4j_database.driver() as driver:
        driver.execute_query("MATCH (s:Sociogram) SET s.schema = 999")
        before = everything(driver)
        with pytest.raises(StoreUnusable) as refused:
            opened(neo4j_database, access_to(neo4j_database, tmp_path / "keys"))
        said(refused.value, "newer_graph")
        assert everything(driver) == before


def test_an_older_graph_is_brought_forward_once(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    open_neo4j(neo4j_database, tmp_path / "keys").close()
    graph = Graph(neo4j_database.url, access_to(neo4j_database, tmp_path / "keys"))
    done: list[int] = []

    def step(number: int) -> schema.Step:
        def bring(tx: graphs.Transaction) -> None:
            done.append(number)
            tx.run("MATCH (s:Sociogram) SET s.step = $number", number=number).consume()

        return bring

    newest = schema.SCHEMA_VERSION + 2
    steps = {number: step(number) for number in (newest - 1, newest)}
    for _ in range(2):
        schema.settle(graph, newest=newest, steps=steps)
    assert done == [newest - 1, newest]
    assert schema.version_of(graph) == newest
    graph.close()


def test_a_step_that_fails_leaves_the_older_graph(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    open_neo4j(neo4j_database, tmp_path / "keys").close()
    graph = Graph(neo4j_database.url, access_to(neo4j_database, tmp_path / "keys"))

    def fails(tx: graphs.Transaction) -> None:
        tx.run("MATCH (s:Sociogram) SET s.step = 1").consume()
        raise RuntimeError("cut")

    with pytest.raises(RuntimeError):
        schema.settle(graph, newest=schema.SCHEMA_VERSION + 1, steps={schema.SCHEMA_VERSION + 1: fails})
    assert schema.version_of(graph) == schema.SCHEMA_VERSION
    with neo4j_database.driver() as driver:
        assert driver.execute_query("MATCH (s:Sociogram) RETURN s.step AS step")[0][0]["step"] is None
    graph.close()


def test_a_server_that_takes_too_long(
    neo4j_database: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody holds what is to be written, longer than the server may take."""
    store = open_neo4j(neo4j_database, tmp_path / "keys")
    monkeypatch.setattr(graphs, "TRANSACTION_SECONDS", 1.0)
    with neo4j_database.driver() as driver, driver.session() as session, session.begin_transaction() as other:
        other.run("MATCH (s:Sociogram) SET s.held = true").consume()
        with pytest.raises(StoreUnusable) as refused:
            store.grant("organisation", "alpha", "ben")
        said(refused.value, "server_slow")
        other.rollback()
    store.grant("organisation", "alpha", "ben")
    store.close()


def test_a_whole_network_may_be_read_for_longer(
    neo4j_database: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred thousand organisations are read for more than a minute; a reading holds nobody up."""
    graph = Graph(neo4j_database.url, access_to(neo4j_database, tmp_path / "keys"))
    monkeypatch.setattr(graphs, "TRANSACTION_SECONDS", 1.0)

    def slow(tx: graphs.Transaction) -> int:
        rows = iter(tx.run("UNWIND range(1, 10000) AS number RETURN number"))
        next(rows)
        time.sleep(5)  # the server looks every two seconds for what has taken too long
        return 1 + sum(1 for _ in rows)

    with pytest.raises(StoreUnusable) as refused:
        graph.read(slow)
    said(refused.value, "server_slow")
    assert graph.read_whole(slow) == 10_000
    graph.close()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """Injected: the server's own words for a full disk, as its driver hands them over."""
    for code in (
        "Neo.TransientError.General.OutOfDiskSpace",
        "Neo.DatabaseError.Transaction.TransactionLogError",
    ):
        error = Neo4jError._hydrate_neo4j(code=code, message="No space left on device")
        with pytest.raises(StoreUnusable) as refused, told_plainly("neo4j://x"):
            raise error
        said(refused.value, "server_disk")


def test_a_closed_store_is_told(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    store = open_neo4j(neo4j_database, tmp_path / "keys")
    store.close()
    with pytest.raises(StoreUnusable) as refused:
        store.situations(ANA)
    said(refused.value, "closed")


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server that may be stopped."""
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    settings = {"server.bolt.connection_keep_alive": "2s", "server.bolt.connection_keep_alive_probes": "2"}
    server = Neo4jServer(tmp_path_factory.mktemp("own"), settings=settings)
    server.start()
    yield server
    server.kill()


@pytest.mark.neo4j
def test_a_server_that_goes_and_comes_back_read_only(own_server: Neo4jServer, tmp_path: Path) -> None:
    access = replace(access_to(own_server, tmp_path / "keys"), patience=SHORT)
    store = open_neo4j(own_server, tmp_path / "keys")
    store.create(ANA, "s", [person(1)], {})
    store.import_directory(ANA, folder(*OPEN))
    store.close()
    store = Neo4jStore(own_server.url, access)
    assert own_server.process is not None
    own_server.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    try:
        with pytest.raises(StoreUnusable) as refused:
            store.situations(ANA)
    finally:
        own_server.process.send_signal(signal.SIGCONT)
    said(refused.value, "server_away")
    assert time.monotonic() - began < 30
    own_server.kill()
    for ask in (lambda: store.situations(ANA), lambda: store.grant("service", "x", "ben")):
        with pytest.raises(StoreUnusable) as refused:
            ask()
        said(refused.value, "server_away")
    with pytest.raises(StoreUnusable) as refused:
        Neo4jStore(own_server.url, access)
    said(refused.value, "server_away")
    own_server.settings = {"server.databases.default_to_read_only": "true"}
    own_server.start()
    assert [line.id for line in store.situations(ANA)] == ["s"], "the same store goes on"
    assert list(store.directory(ANA).organisations) == ["alpha", "beta"]
    for write in (
        lambda: store.grant("service", "x", "ben"),
        lambda: store.append(ANA, "s", [person(2)], {}),
        lambda: store.import_directory(ANA, folder()),
    ):
        with pytest.raises(StoreUnusable) as refused:
            write()
        said(refused.value, "read_only")
    assert store.situation(ANA, "s").persons.keys() == {"p1"}
    store.close()


def test_the_environment_tells_who_asks() -> None:
    said_there = {
        "SOCIOGRAM_NEO4J_USER": "u",
        "SOCIOGRAM_NEO4J_PASSWORD": "p",
        "SOCIOGRAM_NEO4J_KEYS": "/k/n",
    }
    access = read_access(said_there)
    assert (access.user, access.password, access.database, access.keys) == ("u", "p", "", Path("/k/n"))


@pytest.mark.parametrize("url", ["neo4j://u:p@h:7687", "bolt+s://u@h", "neo4j://h@"])
def test_an_address_carries_no_password(url: str) -> None:
    with pytest.raises(SociogramError) as refused:
        open_store(url)
    said(refused.value, "password_in_address")
    assert url not in str(refused.value)


@pytest.mark.parametrize(
    "url", ["neo4j://", "neo4j:///x", "bolt://h:7687/db", "neo4j+x://h", "neo4j://h?p=1"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(SociogramError) as refused:
        open_store(url)
    said(refused.value, "unknown_store")
