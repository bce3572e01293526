"""Constraints, indexes and the node of the store; bringing an older graph to today's version."""

import secrets
from collections.abc import Callable, Mapping
from typing import LiteralString

from sociogram.stores.failures import unusable
from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.fold_graph import LinkType
from sociogram.stores.neo4j.graph import Graph, Transaction

SCHEMA_VERSION = 3
Step = Callable[[Transaction], None]


def _rules_alone(tx: Transaction) -> None:
    """New constraints and indexes are all that a version brings."""


_NAME_REFERRALS: LiteralString = """
MATCH ()-[a:ACTIVATES]->() WHERE a.situation IS NOT NULL AND a.referral IS :: STRING NOT NULL
MATCH ()-[r:REFERRED {situation: a.situation, id: a.id}]->() SET r.referral = a.referral
"""


def _name_referrals(tx: Transaction) -> None:
    """The marked arrows of situations say which referral they are."""
    tx.run(_NAME_REFERRALS).consume()


STEPS: Mapping[int, Step] = {2: _rules_alone, 3: _name_referrals}
"""What brings a graph of the version before to version n; each step can run again. Constraints and indexes of
today's version are made before. Version 2: events of referrals (0020); 3: `referral` of marked arrows."""

_UNIQUE = (
    "(n:Sociogram) REQUIRE n.name",
    "(n:Organisation) REQUIRE (n.id, n.layer)",
    "(n:Service) REQUIRE (n.id, n.layer)",
    "(n:Place) REQUIRE (n.id, n.layer)",
    "(n:Need) REQUIRE (n.id, n.layer)",
    "(n:Term) REQUIRE (n.id, n.layer)",
    "(n:HeldText) REQUIRE (n.id, n.layer)",
    "(n:Entry) REQUIRE (n.of, n.id, n.layer, n.owner)",
    "()-[n:TIE]-() REQUIRE (n.id, n.owner, n.layer)",
    "(n:Fact) REQUIRE n.number",
    "(n:Grant) REQUIRE (n.viewer, n.kind, n.id)",
    "(n:Keeper) REQUIRE n.id",
    "(n:Event) REQUIRE (n.owner, n.id)",
    "(n:Event) REQUIRE (n.owner, n.version)",
    "(n:ForgottenEvent) REQUIRE (n.owner, n.id)",
    "()-[n:REFERRED]-() REQUIRE (n.owner, n.event)",
    "(n:Situation) REQUIRE n.key",
    "(n:Situation) REQUIRE (n.owner, n.id)",
    "(n:Gesture) REQUIRE (n.situation, n.id)",
    "(n:Gesture) REQUIRE (n.situation, n.version)",
    "(n:Text) REQUIRE (n.situation, n.id)",
    "(n:Forgotten) REQUIRE (n.situation, n.gesture)",
    "(n:Person) REQUIRE (n.situation, n.id)",
    "(n:Household) REQUIRE (n.situation, n.id)",
    "(n:Professional) REQUIRE (n.situation, n.id)",
    "(n:Institution) REQUIRE (n.situation, n.id)",
    "(n:Undecided) REQUIRE (n.situation, n.id)",
    *(f"()-[n:{link}]-() REQUIRE (n.situation, n.id)" for link in LinkType),
)
_INDEXES = (
    "(n:Organisation) ON (n.layer, n.arrived)",
    "(n:Service) ON (n.layer, n.arrived)",
    "(n:Place) ON (n.layer, n.arrived)",
    "(n:Term) ON (n.layer, n.arrived)",
    "(n:HeldText) ON (n.layer, n.arrived)",
    "(n:Entry) ON (n.layer, n.arrived)",
    "()-[n:TIE]-() ON (n.layer, n.arrived)",
    "(n:Organisation) ON (n.owner)",
    "(n:Service) ON (n.owner)",
    "(n:Place) ON (n.owner)",
    "(n:Term) ON (n.owner)",
    "(n:HeldText) ON (n.owner)",
    "(n:Entry) ON (n.owner)",
    "()-[n:TIE]-() ON (n.owner)",
    "(n:Grant) ON (n.viewer)",
    "(n:ForgottenEvent) ON (n.owner)",
    "(n:Situation) ON (n.owner)",
    "(n:Situation) ON (n.made)",
    *(f"()-[n:{link}]-() ON (n.situation)" for link in LinkType),
)
_STATE = "MATCH (s:Sociogram {name: 'store'}) RETURN s.schema AS schema"
_FOREIGN = "MATCH (n) RETURN count(n) AS nodes"
_MAKE = """
MERGE (s:Sociogram {name: 'store'})
ON CREATE SET s.schema = $schema, s.network = $network, s.arrivals = 0, s.commits = 0,
              s.open_revision = 0, s.closed_revision = 0, s.situations = []
"""
_REACHED = "MATCH (s:Sociogram {name: 'store'}) SET s.schema = $schema"


def settle(graph: Graph, *, newest: int | None = None, steps: Mapping[int, Step] | None = None) -> None:
    """Make what a new graph needs, or bring an older one forward. Raises StoreUnusable for a newer graph or
    one of something else, which stay untouched."""
    newest = SCHEMA_VERSION if newest is None else newest
    steps = STEPS if steps is None else steps
    version = graph.read(_version)
    if version is None:
        if graph.read(lambda tx: tx.run(_FOREIGN).single(strict=True)["nodes"]):
            raise unusable("other_graph", place=graph.place)
        _make(graph, newest)
        version = graph.read(_version)
    if version is None or version > newest:
        raise unusable("newer_graph", place=graph.place)
    if version < newest:
        _make_rules(graph)
    for reached in range(version + 1, newest + 1):
        graph.write(lambda tx, reached=reached: _bring(tx, steps[reached], reached))  # type: ignore[misc]


def version_of(graph: Graph) -> int | None:
    """Return the version of the graph, None where there is none; nothing is made."""
    return graph.read(_version)


def _version(tx: Transaction) -> int | None:
    found = tx.run(_STATE).single()
    return None if found is None else int(found["schema"])


def _make(graph: Graph, newest: int) -> None:
    _make_rules(graph)
    network = secrets.token_hex(16)
    graph.write(lambda tx: tx.run(_MAKE, schema=newest, network=network).consume())


def _make_rules(graph: Graph) -> None:
    for rule in _UNIQUE:
        graph.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR {rule} IS UNIQUE")
    for rule in _INDEXES:
        graph.run(f"CREATE INDEX IF NOT EXISTS FOR {rule}")
    graph.run("CALL db.awaitIndexes(60)")


def _bring(tx: Transaction, step: Step, reached: int) -> None:
    if (_version(tx) or 0) < reached:
        step(tx)
        tx.run(_REACHED, schema=reached).consume()
        store_node.count_commit(tx)
