"""One hop of a question as Cypher, and the rows that its answer names. Values are parameters only; there
are but four texts of a hop, so that the server plans each once. Indexes are named, and a step is a list
whose far ends are reckoned: left a pattern to plan, the server at times looks through all organisations for
each node of a level (seen with a thousand of them and fresh counts, and while it had counted nothing yet)."""

from typing import LiteralString

from sociogram.stores.neo4j.row_fields import Label
from sociogram.stores.neo4j.row_queries import JOINS

_VALID_ROW = (
    "{0}.owner IS :: STRING NOT NULL AND {0}.arrived IS :: INTEGER NOT NULL "
    "AND coalesce({0}.sensitivity, 'public') IN $open"
)
_ROW_OF = _VALID_ROW + " AND {0}.name IS :: STRING NOT NULL"
_COST = "$costs[{0}.kind + ' ' + coalesce({0}.status, 'non_date')]"
_TIE_ROW = _VALID_ROW + " AND {0}.kind IN $kinds AND coalesce({0}.status, 'non_date') IN $statuses"
_BETTER = (
    "EXISTS { MATCH ()-[x:TIE {id: t.id, layer: 'open'}]->() WHERE x <> t AND " + _TIE_ROW.format("x")
    + " AND (x.owner = $viewer OR (t.owner <> $viewer AND x.arrived < t.arrived)) }"
)  # fmt: skip
_STEP: LiteralString = """  UNWIND [(u)-[x:TIE]-() | x] AS t
  WITH u, t, CASE WHEN startNode(t) = u THEN endNode(t) ELSE startNode(t) END AS v"""
_OPEN: LiteralString = (
    """
  MATCH (u:Organisation {id: one.id, layer: 'open'}) USING INDEX SEEK u:Organisation(id, layer)
"""
    + _STEP
    + """
  WHERE v:Organisation AND v.layer = 'open' AND t.layer = 'open'
    AND (startNode(t) = u OR NOT (t.kind = 'refers_to' AND coalesce(t.directed, false)))
    AND $opened[t.id] IS NULL AND NOT t.id IN $refused_ties AND NOT v.id IN $refused_organisations
    AND """ + _TIE_ROW.format("t") + " AND (" + _ROW_OF.format("v") + " OR v.id IN $opened_organisations"
)  # fmt: skip
_BESIDE: LiteralString = " OR EXISTS { MATCH (v)<-[:ABOUT]-(e:Entry) WHERE " + _ROW_OF.format("e") + " }"
_CHOSEN: LiteralString = " AND NOT " + _BETTER
_CROSSED: LiteralString = "\n  RETURN v.id AS id, t.id AS tie, " + _COST.format("t") + " AS cost\n"
_BEST: LiteralString = """}
WITH id, one.number AS number, tie, one.cost + cost AS cost WHERE cost IS NOT NULL
WITH id, min(cost) AS least, collect([cost, number, tie]) AS ways
RETURN id, least AS cost, [way IN ways WHERE way[0] = least | [way[1], way[2]]] AS ways
"""
_CLOSED: LiteralString = (
    """
  UNION ALL
  MATCH (u:Organisation {id: one.id, layer: 'closed'}) USING INDEX SEEK u:Organisation(id, layer)
"""
    + _STEP
    + """
  WHERE v:Organisation AND v.layer = 'closed' AND t.layer = 'closed'
    AND [startNode(t).id, endNode(t).id] = $opened[t.id].ends
    AND (startNode(t) = u OR $opened[t.id].both_ways) AND NOT v.id IN $refused_organisations
  RETURN v.id AS id, t.id AS tie, $opened[t.id].cost AS cost
"""
)


def hop(*, several: bool, granted: bool) -> LiteralString:
    """The cheapest continuations of the ways that reach `$level` (id, cost, number): by node, the least cost,
    and all pairs of a way's number and a tie that reach it at that cost.

    `several`: more than one person brought rows, so that each has to be chosen among those of its id.
    `granted`: the viewer was granted rows; without, the closed layer is not walked at all.
    """
    seen: LiteralString = (_BESIDE + ")" + _CHOSEN) if several else ")"
    steps: LiteralString = _OPEN + seen + _CROSSED + (_CLOSED if granted else "")
    return "UNWIND $level AS one\nCALL (one) {" + steps + _BEST


SERVICES_OF_NEEDS: LiteralString = """
UNWIND $needs AS one
MATCH (n:Need {id: one, layer: 'open'}) USING INDEX SEEK n:Need(id, layer)
MATCH (n)<-[:SERVES]-(c) WHERE c:Service OR (c:Entry AND c.of = 'service')
RETURN DISTINCT c.id AS id
"""
SEVERAL_BRINGERS: LiteralString = """
OPTIONAL MATCH ()-[t:TIE]->() WHERE t.layer = 'open' AND t.owner IS NOT NULL
WITH t.owner AS owner LIMIT 1
RETURN EXISTS { MATCH (e:Entry) WHERE e.layer = 'open' }
    OR EXISTS { MATCH ()-[x:TIE]->() WHERE x.layer = 'open' AND x.owner <> owner } AS several
"""
TIES_BY_ID: LiteralString = """
UNWIND $ids AS one
MATCH (a:Organisation)-[t:TIE]->(b:Organisation) USING INDEX SEEK t:TIE(id, owner, layer)
WHERE t.id = one AND t.owner IS NOT NULL AND t.layer = $layer AND a.layer = $layer AND b.layer = $layer
RETURN t {.*} AS own, a.id AS start, b.id AS end ORDER BY t.arrived
"""
_ROWS: LiteralString = "WHERE c.layer = 'open' AND c.arrived IS NOT NULL RETURN c.id AS id"
ORGANISATION_IDS: LiteralString = "MATCH (c:Organisation) " + _ROWS
SERVICE_IDS: LiteralString = "MATCH (c:Service) " + _ROWS
TIE_IDS: LiteralString = "MATCH ()-[c:TIE]->() " + _ROWS
SIZE: LiteralString = """
RETURN COUNT { MATCH (c:Organisation) WHERE c.layer = 'open' AND c.arrived IS NOT NULL } AS organisations,
       COUNT { MATCH (c:Service) WHERE c.layer = 'open' AND c.arrived IS NOT NULL } AS services,
       COUNT { MATCH ()-[c:TIE]->() WHERE c.layer = 'open' AND c.arrived IS NOT NULL } AS ties
"""


def nodes_by_id(label: Label) -> LiteralString:
    """The rows that stand on the nodes of these ids, in one layer."""
    head = (
        f"UNWIND $ids AS one MATCH (c:{label} {{id: one, layer: $layer}}) "
        f"USING INDEX SEEK c:{label}(id, layer) WHERE c.arrived IS NOT NULL "
    )
    return head + "RETURN c " + JOINS


KINDS: LiteralString = """
UNWIND $ids AS one
MATCH (c:Organisation {id: one, layer: 'open'}) USING INDEX SEEK c:Organisation(id, layer)
RETURN c.id AS id, coalesce(c.typology, '') AS typology,
       EXISTS { MATCH (c)<-[:ABOUT]-(:Entry) } AS beside
"""
ENTRIES_BY_ID: LiteralString = (
    "UNWIND $ids AS one MATCH (c:Entry) USING INDEX SEEK c:Entry(of, id, layer, owner) "
    "WHERE c.of = $of AND c.id = one AND c.layer = $layer "
    "AND c.owner IS NOT NULL AND c.arrived IS NOT NULL RETURN c " + JOINS
)
ENTRIES_OF_KIND: LiteralString = (
    "MATCH (c:Entry) WHERE c.of = $of AND c.layer = $layer AND c.arrived IS NOT NULL RETURN c " + JOINS
)
