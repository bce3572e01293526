"""What others write to the graph is seen, read with care, and told by `doctor`."""

from collections.abc import Callable
from typing import Any

import neo4j
import pytest

from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.stores.examination import examine
from sociogram.stores.neo4j import row_queries
from sociogram.stores.neo4j.row_fields import LABELS
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.server import Neo4jServer
from tests.neo4j.whole_situation import asked, told_whole
from tests.sociogram.loop.told import DAY, told
from tests.sociogram.stores.invented import ANA, BEN, HIDDEN, OPEN, folder, person, service, words

Opening = Callable[[], Neo4jStore]


def test_a_tie_changed_in_cypher_changes_the_next_suggestion(
    open_server: Opening, neo4j_driver: neo4j.Driver
) -> None:
    store = open_server()
    far = service("beta--ecoute-1", "beta")
    store.import_directory(ANA, folder(*OPEN, far))
    request = SuggestionRequest(origin="alpha", needs=("ecoute",), k=3)

    def found() -> list[str]:
        return [one.provider.id for one in suggest(network_of(store.directory(ANA)), request).suggestions]

    assert found() == ["alpha", "beta"]
    before = network_of(store.directory(ANA)).version
    asked(neo4j_driver, "MATCH ()-[t:TIE {id: 't-open'}]->() SET t.kind = 'funds'")
    assert found() == ["alpha"]
    assert network_of(store.directory(ANA)).version != before
    asked(neo4j_driver, "MATCH ()-[t:TIE {id: 't-open'}]->() SET t.kind = 'refers_to'")
    assert found() == ["alpha", "beta"]
    asked(neo4j_driver, "MATCH ()-[t:TIE {id: 't-open'}]->() DELETE t")
    assert found() == ["alpha"]


def test_what_is_no_row_is_given_to_nobody(open_server: Opening, neo4j_driver: neo4j.Driver) -> None:
    """Others may write anything: half rows, levels nobody knows, hidden rows pushed into the open layer."""
    store = open_server()
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    store.grant("organisation", "refuge-demo", "ben")
    before = store.directory(ANA)
    asked(neo4j_driver, "CREATE (:Organisation {id: 'half', layer: 'open', arrived: 90, owner: 'ana'})")
    asked(
        neo4j_driver, "CREATE (:Organisation {id: 'odd', layer: 'open', arrived: 91, owner: 'ana', name: 4})"
    )
    levels = {"told": "secret", "closed": "restreint"}
    for rank, (name, level) in enumerate(levels.items()):
        asked(
            neo4j_driver,
            "CREATE (:Organisation {id: $id, layer: 'open', arrived: $at, owner: 'ana', name: 'X',"
            " sensitivity: $level})",
            id=name,
            at=92 + rank,
            level=level,
        )
    asked(neo4j_driver, "MATCH (s:Service {id: 'refuge-demo--ecoute-1'}) SET s.layer = 'open'")
    ends = "MATCH (a {id: 'alpha', layer: 'open'}), (b {id: 'beta', layer: 'open'})"
    asked(neo4j_driver, f"{ends} CREATE (a)-[:TIE {{id: 'x'}}]->(b)")
    assert store.directory(ANA) == before
    assert "odd" not in store.directory(BEN).organisations


def test_hidden_rows_are_not_even_met(open_server: Opening, neo4j_driver: neo4j.Driver) -> None:
    """The server does as much work for a viewer without grants, whether hidden rows are there or not."""

    queries = [row_queries.nodes_of_layer(label) for label in LABELS.values()] + [row_queries.TIES_OF_LAYER]

    def work() -> list[int]:
        done = []
        # A plan is made from samples of the indexes, taken some time after a change.
        neo4j_driver.execute_query("CALL db.prepareForReplanning()")
        for query in queries:
            _, summary, _ = neo4j_driver.execute_query("PROFILE " + query, layer="open")  # type: ignore[arg-type]
            done.append(_hits(summary.profile or {}))
        return done

    store = open_server()
    store.import_directory(ANA, folder(*OPEN))
    without = work()
    store.import_directory(BEN, folder(*HIDDEN))
    assert work() == without
    assert min(without) > 0
    store.import_directory(ANA, folder(*OPEN, service("alpha--ecoute-2", "alpha")))
    assert work() != without, "the count sees an open row"


def _hits(plan: dict[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(_hits(one) for one in plan.get("children", ()))


def test_another_program_on_the_same_server_is_seen(open_server: Opening) -> None:
    one, other = open_server(), open_server()
    one.import_directory(ANA, folder(*OPEN))
    assert len(other.directory(BEN).organisations) == 2
    other.import_directory(BEN, folder(*OPEN, service("beta--ecoute-1", "beta")))
    assert len(one.directory(ANA).services) == 2
    one.create(ANA, "s", [person(1, "t1")], words(t1="Une"))
    assert other.append(ANA, "s", [person(2)], {}) == 2
    assert one.append(ANA, "s", [person(3)], {}) == 3
    assert other.situation(ANA, "s").persons.keys() == {"p1", "p2", "p3"}
    assert other.situation(ANA, "s").texts["t1"].fr == "Une"


def test_our_own_commits_make_nobody_read_the_directory_again(
    open_server: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_server()
    store.import_directory(ANA, folder(*OPEN))
    store.create(ANA, "s", [], {})
    held = store.directory(BEN)
    store.append(ANA, "s", [person(2)], {})
    store.grant("organisation", "x", "ana")
    open_server().append(ANA, "s", [person(3)], {})
    assert store.directory(BEN) is held


def found_by_doctor(server: Neo4jServer) -> dict[str, bool]:
    findings = examine(server.url)
    assert all(says.fr and says.en for _, _, says in findings)
    return {code: ok for code, ok, _ in findings}


def test_doctor_compares_log_and_nodes(
    open_server: Opening, neo4j_driver: neo4j.Driver, neo4j_database: Neo4jServer
) -> None:
    assert found_by_doctor(neo4j_database) == {"server": True, "graph": True}
    store = open_server()
    told_whole(store)
    store.import_directory(BEN, folder(*HIDDEN))
    store.note_events(ANA, [told(1, "referral_made", receiver="beta"), told(2, "accepted")], today=DAY)
    well = dict.fromkeys(("server", "graph", "log_and_nodes", "events", "directory"), True)
    assert found_by_doctor(neo4j_database) == well
    arrow = "MATCH ()-[a:ACTIVATES {id: 'a1'}]->()"
    for wrong, right in (
        (f"{arrow} SET a.when = '1999'", f"{arrow} SET a.when = '2020-10'"),
        ("MATCH (p:Person {id: 'p1'}) SET p.gender = 'man'", "MATCH (p:Person {id: 'p1'}) REMOVE p.gender"),
        ("CREATE (:Person {id: 'p9', situation: 'none'})", "MATCH (p:Person {id: 'p9'}) DELETE p"),
    ):
        asked(neo4j_driver, wrong)
        assert found_by_doctor(neo4j_database) == {**well, "log_and_nodes": False}
        asked(neo4j_driver, right)
        assert found_by_doctor(neo4j_database) == well
    beta = "MATCH (a:Organisation {id: 'beta', layer: 'case'})"
    for wrong, right in (
        ("CREATE (:Event {owner: 'ana', id: 'x', version: 9})", "MATCH (e:Event {id: 'x'}) DELETE e"),
        ("MATCH (k:Keeper {id: 'ana'}) SET k.events = 1", "MATCH (k:Keeper {id: 'ana'}) SET k.events = 2"),
        (f"{beta} CREATE (a)-[:REFERRED {{owner: 'ana'}}]->(a)", "MATCH (a)-[r:REFERRED]->(a) DELETE r"),
    ):
        asked(neo4j_driver, wrong)
        assert found_by_doctor(neo4j_database) == {**well, "events": False}
        asked(neo4j_driver, right)
        assert found_by_doctor(neo4j_database) == well
    for wrong, right in (
        ("CREATE (:Place {id: 'x', layer: 'open', owner: 'ana'})", "MATCH (p:Place {id: 'x'}) DELETE p"),
        (
            "MATCH (a:Organisation {id: 'alpha', layer: 'open'}), (b:Organisation {id: 'refuge-demo'})"
            " CREATE (a)-[:OFFERS {by: 'hand'}]->(b)",
            "MATCH ()-[o:OFFERS {by: 'hand'}]->() DELETE o",
        ),
    ):
        asked(neo4j_driver, wrong)
        assert found_by_doctor(neo4j_database) == {**well, "directory": False}
        asked(neo4j_driver, right)
    assert found_by_doctor(neo4j_database) == well
