"""Every query on rows. Labels come from the enumeration; all else is a parameter."""

from typing import LiteralString

from sociogram.stores.neo4j.row_fields import LABELS, Label

JOINS: LiteralString = """
{.*} AS own,
COLLECT { MATCH (c)-[at:AT]->(p:Place) RETURN p.id ORDER BY at.rank } AS places,
COLLECT { MATCH (c)<-[:OFFERS]-(o:Organisation) RETURN o.id } AS offered_by,
COLLECT { MATCH (c)-[:SERVES]->(n:Need) RETURN n.id } AS needs,
COLLECT { MATCH (c)-[:IN]->(q:Place) RETURN q.id } AS parents
"""
# The index by owner would be taken by itself, and walk through all that one person brought, for every row.
_NODE = (
    "MATCH (c:{label} {{id: row.id, layer: row.layer}}) USING INDEX SEEK c:{label}(id, layer)"
    " WHERE c.owner = row.owner"
)
_ENTRY = (
    "MATCH (c:Entry {{of: row.kind, id: row.id, layer: row.layer, owner: row.owner}})"
    " USING INDEX SEEK c:Entry(of, id, layer, owner)"
)


def _made(text: str, **labels: str) -> LiteralString:
    return text.format(**labels)


def nodes_of_layer(label: Label) -> LiteralString:
    """The rows on nodes of one label, in one layer, in order of arrival."""
    text = "MATCH (c:{label}) WHERE c.layer = $layer AND c.arrived IS NOT NULL RETURN c "
    return _made(text, label=label) + JOINS + "ORDER BY c.arrived"


def nodes_of_owner(label: Label) -> LiteralString:
    """The rows on nodes of one label that one viewer brought."""
    text = "MATCH (c:{label}) WHERE c.owner = $owner AND c.arrived IS NOT NULL RETURN c "
    return _made(text, label=label) + JOINS + "ORDER BY c.arrived"


_TIE: LiteralString = "RETURN t {.*} AS own, a.id AS start, b.id AS end ORDER BY t.arrived"
TIES_OF_LAYER: LiteralString = (
    "MATCH (a:Organisation)-[t:TIE]->(b:Organisation)"
    " WHERE t.layer = $layer AND t.arrived IS NOT NULL AND a.layer = $layer AND b.layer = $layer " + _TIE
)
TIES_OF_OWNER: LiteralString = (
    "MATCH (a:Organisation)-[t:TIE]->(b:Organisation) WHERE t.owner = $owner AND t.arrived IS NOT NULL "
    "AND a.layer = t.layer AND b.layer = t.layer " + _TIE
)


def put_on_node(label: Label) -> LiteralString:
    """Put rows on their node where nobody else's stands; return the ranks of those it was done for."""
    text = """
UNWIND $rows AS row
MERGE (c:{label} {{id: row.id, layer: row.layer}})
WITH c, row, EXISTS {{
  MATCH (e:Entry {{of: row.kind, id: row.id, layer: row.layer, owner: row.owner}})
  USING INDEX SEEK e:Entry(of, id, layer, owner)
}} AS beside
SET c.owner = CASE WHEN c.owner IS NULL AND NOT beside THEN row.owner ELSE c.owner END
WITH c, row WHERE c.owner = row.owner
SET c += row.properties, c.arrived = coalesce(c.arrived, row.number)
RETURN row.rank AS rank
"""
    return _made(text, label=label)


def put_beside(label: Label) -> LiteralString:
    """Put rows beside the node on which somebody else's row stands."""
    text = """
UNWIND $rows AS row
MATCH (c:{label} {{id: row.id, layer: row.layer}})
MERGE (e:Entry {{of: row.kind, id: row.id, layer: row.layer, owner: row.owner}})
ON CREATE SET e.arrived = row.number
SET e += row.properties
MERGE (e)-[:ABOUT]->(c)
"""
    return _made(text, label=label)


def _on(kind: str, *, beside: bool) -> str:
    return _ENTRY.format() if beside else _NODE.format(label=LABELS[kind])


def unjoin(kind: str, *, beside: bool) -> LiteralString:
    """Cut what joins these rows to others; return what they were joined to."""
    return (
        f"UNWIND $rows AS row {_on(kind, beside=beside)} "
        "MATCH (c)-[old:AT|SERVES|IN|OFFERS]-(x) WHERE NOT (type(old) = 'OFFERS' AND startNode(old) = c) "
        "AND NOT (type(old) IN ['AT', 'IN'] AND endNode(old) = c) "
        "DELETE old RETURN DISTINCT elementId(x) AS id"
    )


def join(kind: str, field: str, *, beside: bool) -> LiteralString:
    """Join rows to what one of their fields names."""
    joins = {
        "places": "MERGE (x:Place {id: row.to, layer: row.layer}) CREATE (c)-[:AT {rank: row.rank}]->(x)",
        "category": "MERGE (x:Need {id: row.to, layer: row.layer}) CREATE (c)-[:SERVES]->(x)",
        "parent": "MERGE (x:Place {id: row.to, layer: row.layer}) CREATE (c)-[:IN]->(x)",
        "organisation_id": "MERGE (x:Organisation {id: row.to, layer: row.layer}) CREATE (x)-[:OFFERS]->(c)",
    }
    return f"UNWIND $rows AS row {_on(kind, beside=beside)} {joins[field]}"


def take_from_node(label: Label) -> LiteralString:
    """Take rows away from their node; what is left is only named."""
    text = (
        "UNWIND $rows AS row " + _NODE + " SET c = {{id: row.id, layer: row.layer}} RETURN elementId(c) AS id"
    )
    return _made(text, label=label)


TAKE_ENTRY: LiteralString = """
UNWIND $rows AS row
MATCH (c:Entry {of: row.kind, id: row.id, layer: row.layer, owner: row.owner})-[:ABOUT]->(x)
USING INDEX SEEK c:Entry(of, id, layer, owner)
DETACH DELETE c RETURN DISTINCT elementId(x) AS id
"""
CLEAR: LiteralString = """
UNWIND $ids AS one MATCH (x) WHERE elementId(x) = one AND x.owner IS NULL AND NOT (x)--() DELETE x
"""
MOVE_TIES: LiteralString = """
UNWIND $rows AS row
MATCH (a)-[t:TIE {id: row.id, owner: row.owner, layer: row.layer}]->(b)
USING INDEX SEEK t:TIE(id, owner, layer)
WHERE a.id <> row.start OR b.id <> row.end
WITH a, b, t, row, t.arrived AS arrived
DELETE t
RETURN row.rank AS rank, arrived, [elementId(a), elementId(b)] AS ids
"""
PUT_TIES: LiteralString = """
UNWIND $rows AS row
MERGE (a:Organisation {id: row.start, layer: row.layer})
MERGE (b:Organisation {id: row.end, layer: row.layer})
MERGE (a)-[t:TIE {id: row.id, owner: row.owner, layer: row.layer}]->(b)
SET t += row.properties, t.arrived = coalesce(t.arrived, row.number)
"""
TAKE_TIES: LiteralString = """
UNWIND $rows AS row
MATCH (a)-[t:TIE {id: row.id, owner: row.owner, layer: row.layer}]->(b)
USING INDEX SEEK t:TIE(id, owner, layer)
DELETE t
UNWIND [elementId(a), elementId(b)] AS id
RETURN DISTINCT id
"""
NOTE_FACTS: LiteralString = """
UNWIND $facts AS fact
CREATE (f:Fact {of: fact.kind, of_id: fact.id, owner: fact.owner, layer: fact.layer, number: fact.number,
                noted_by: fact.noted_by, noted_on: fact.noted_on, gone: fact.gone})
SET f += fact.values
"""
GRANTS: LiteralString = "MATCH (g:Grant {viewer: $viewer}) RETURN g.kind AS kind, g.id AS id"
GRANT: LiteralString = "MERGE (:Grant {viewer: $viewer, kind: $kind, id: $id})"
