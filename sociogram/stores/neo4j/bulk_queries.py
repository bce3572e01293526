"""Queries that read the whole graph, page by page."""

from typing import LiteralString

from sociogram.stores.neo4j.row_fields import Label
from sociogram.stores.neo4j.row_queries import JOINS

SIZE: LiteralString = """
MATCH (s:Sociogram {name: 'store'})
RETURN s.arrivals AS facts, COUNT { (:Situation) } AS situations,
       COUNT { (:Event) } AS events, COUNT { (:Grant) } AS grants
"""
GRANTS: LiteralString = "MATCH (g:Grant) RETURN g.viewer AS viewer, g.kind AS kind, g.id AS id"
HEADS_AFTER: LiteralString = """
MATCH (s:Situation) WHERE s.key > $after RETURN s.owner AS owner, s.id AS id ORDER BY s.key LIMIT $most
"""
OWNERS: LiteralString = "MATCH (k:Keeper) WHERE k.events > 0 RETURN k.id AS owner ORDER BY owner"
FACTS_AFTER: LiteralString = """
MATCH (f:Fact) WHERE f.number > $after RETURN f {.*} AS fact ORDER BY f.number LIMIT $most
"""
TIES_AFTER: LiteralString = """
MATCH (a:Organisation)-[t:TIE]->(b:Organisation)
WHERE t.layer = $layer AND t.arrived > $after AND a.layer = $layer AND b.layer = $layer
RETURN t {.*} AS own, a.id AS start, b.id AS end ORDER BY t.arrived LIMIT $most
"""
_NODES_AFTER: LiteralString = """
MATCH (c:{label}) WHERE c.layer = $layer AND c.arrived > $after
WITH c ORDER BY c.arrived LIMIT $most
RETURN c """


def nodes_after(label: Label) -> LiteralString:
    """Rows on nodes of one label in one layer, after an arrival."""
    return _NODES_AFTER.format(label=label) + JOINS + "ORDER BY c.arrived"
