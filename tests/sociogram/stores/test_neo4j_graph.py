"""The graph itself: rebuilt with Cypher from nodes and relationships only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import neo4j

from sociogram.directory.packaged import packaged_directory
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.language import Bilingual
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.neo4j.fold_reading import read_fold
from sociogram.stores.neo4j.graph import Graph
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.opening import access_to
from tests.neo4j.rebuilt import situation_of
from tests.neo4j.server import Neo4jServer
from tests.neo4j.whole_situation import asked, told_whole
from tests.sociogram.stores.invented import ANA

Opening = Callable[[], Neo4jStore]
_PLACES = "COLLECT { MATCH (n)-[at:AT]->(p) RETURN p.id ORDER BY at.rank } AS places"


def built(kind: type, own: dict[str, Any], **joined: Any) -> Any:
    """A row of the properties of a node or relationship, and of what it is joined to."""
    mine = {name: value for name, value in own.items() if name not in ("layer", "owner", "arrived")}
    halves = {name: mine.pop(f"label_{name}") for name in ("fr", "en") if f"label_{name}" in mine}
    if halves:
        mine["label"] = Bilingual(**halves)
    if kind is Term:
        del mine["id"]
    listed = {name: tuple(value) if isinstance(value, list) else value for name, value in mine.items()}
    return kind(**listed, **joined)


def test_the_directory_is_rebuilt_with_cypher_from_nodes_and_relationships_only(
    open_server: Opening, neo4j_driver: neo4j.Driver
) -> None:
    whole, reference = packaged_directory(), MemoryStore()
    reference.import_directory(ANA, whole)
    open_server().import_directory(ANA, whole)
    asked(neo4j_driver, "MATCH (f:Fact) DETACH DELETE f")
    there = "WHERE n.layer = 'open' AND n.arrived IS NOT NULL RETURN n {.*} AS own"
    wanted = reference.directory(ANA)
    organisations = [
        built(Organisation, one["own"], places=tuple(one["places"]))
        for one in asked(neo4j_driver, f"MATCH (n:Organisation) {there}, {_PLACES} ORDER BY n.id")
    ]
    assert organisations == list(wanted.organisations.values())
    offered = f"MATCH (o:Organisation)-[:OFFERS]->(n:Service)-[:SERVES]->(d:Need) {there}, {_PLACES}"
    services = [
        built(Service, one["own"], places=tuple(one["places"]), organisation_id=one["o"], category=one["d"])
        for one in asked(neo4j_driver, f"{offered}, o.id AS o, d.id AS d ORDER BY n.id")
    ]
    assert services == list(wanted.services.values())
    joined = "MATCH (a:Organisation)-[n:TIE]->(b:Organisation)"
    ties = [
        built(Relation, one["own"], from_id=one["a"], to_id=one["b"])
        for one in asked(neo4j_driver, f"{joined} {there}, a.id AS a, b.id AS b ORDER BY n.id")
    ]
    assert ties == list(wanted.relations.values())
    parent = "coalesce(head(COLLECT { MATCH (n)-[:IN]->(p) RETURN p.id }), '') AS parent"
    places = [
        built(Place, one["own"], parent=one["parent"])
        for one in asked(neo4j_driver, f"MATCH (n:Place) {there}, {parent} ORDER BY n.id")
    ]
    assert places == list(wanted.places.values())
    terms = [built(Term, one["own"]) for one in asked(neo4j_driver, f"MATCH (n:Term) {there} ORDER BY n.id")]
    assert terms == list(wanted.terms.values())
    assert min(len(organisations), len(services), len(ties), len(places), len(terms)) > 20


def test_a_situation_is_rebuilt_with_cypher_from_nodes_and_links_only(
    open_server: Opening, neo4j_driver: neo4j.Driver, neo4j_database: Neo4jServer, tmp_path: Path
) -> None:
    reference, store = MemoryStore(), open_server()
    told_whole(reference)
    told_whole(store)
    wanted = reference.situation(ANA, "s")
    assert store.situation(ANA, "s") == wanted
    key = asked(neo4j_driver, "MATCH (s:Situation {id: 's'}) RETURN s.key AS key")[0]["key"]
    asked(neo4j_driver, "MATCH (g:Gesture) DETACH DELETE g")
    graph = Graph(neo4j_database.url, access_to(neo4j_database, tmp_path / "neo4j"))
    rebuilt = situation_of("s", graph.read(lambda tx: read_fold(tx, key)), wanted.texts)
    graph.close()
    assert rebuilt == wanted
    assert [list(getattr(rebuilt, part)) for part in ("persons", "professionals", "activations")] == [
        list(getattr(wanted, part)) for part in ("persons", "professionals", "activations")
    ]
    referred = (
        "MATCH (:Professional {id: 'w1'})-[:REFERRED]->(o:Organisation) RETURN o.id AS id, o.layer AS layer"
    )
    assert asked(neo4j_driver, referred) == [{"id": "beta", "layer": "case"}]
    working = "MATCH (:Professional {id: 'w1'})-[:WORKS_IN]->(o:Organisation) RETURN o.id AS id"
    assert asked(neo4j_driver, working) == [{"id": "alpha"}]


def test_deleting_a_situation_leaves_no_node(open_server: Opening, neo4j_driver: neo4j.Driver) -> None:
    store = open_server()
    told_whole(store)
    of_situations = (
        "MATCH (n:Situation|Gesture|Text|Forgotten|Person|Household|Professional|Institution|Undecided"
        "|Organisation) WHERE NOT n:Organisation OR n.layer = 'case' RETURN count(n) AS n"
    )
    assert asked(neo4j_driver, of_situations)[0]["n"] > 20
    store.delete(ANA, "s")
    assert asked(neo4j_driver, of_situations) == [{"n": 0}]
