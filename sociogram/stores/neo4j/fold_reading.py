"""Reading a situation back from nodes and links only."""

from typing import Any, LiteralString

from sociogram.stores.neo4j.fold_graph import ActorLabel, FoldGraph, Link, LinkType, Node
from sociogram.stores.neo4j.graph import Transaction

_ABOUT: LiteralString = """
MATCH (s:Situation {key: $key})
RETURN s {.fictional, .sensitivity, .title, .notice, .place} AS about
"""
_NODES: LiteralString = """
MATCH (:Situation {key: $key})-[:HOLDS]->(n) RETURN labels(n) AS labels, n {.*} AS own
"""
_LINKS: LiteralString = """
MATCH (a)-[l:%s]->(b) WHERE l.situation = $key RETURN l {.*} AS own, a.id AS start, b.id AS end
"""
_PLACES: LiteralString = """
MATCH (:Situation {key: $key})-[p:PLACED]->(n) RETURN n.id AS id, p.rank AS rank, p.x AS x, p.y AS y
"""


def read_fold(tx: Transaction, key: str) -> FoldGraph:
    """Return the nodes and links of one situation."""
    about = tx.run(_ABOUT, key=key).single(strict=True)["about"]
    nodes: dict[str, Node] = {}
    for one in tx.run(_NODES, key=key):
        own: dict[str, Any] = dict(one["own"])
        name = own.pop("id")
        own.pop("situation", None)
        nodes[name] = Node(ActorLabel(one["labels"][0]), own)
    links: dict[tuple[str, str], Link] = {}
    for kind in LinkType:
        for one in tx.run(_LINKS % kind, key=key):
            own = dict(one["own"])
            name = own.pop("id")
            own.pop("situation", None)
            links[(kind, name)] = Link(kind, one["start"], one["end"], own)
    places = {one["id"]: (one["rank"], one["x"], one["y"]) for one in tx.run(_PLACES, key=key)}
    return FoldGraph(about, nodes, links, places)
