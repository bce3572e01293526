"""Whether what stands beside each other in the graph agrees: logs and their nodes, rows and their layers."""

from collections.abc import Callable
from typing import LiteralString

from sociogram.language import Bilingual
from sociogram.situation.fold import fold
from sociogram.stores.neo4j import row_graph, situation_graph
from sociogram.stores.neo4j.fold_graph import graph_of
from sociogram.stores.neo4j.fold_reading import read_fold
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.row_fields import Label
from sociogram.stores.neo4j.situation_graph import Head

_KEYS: LiteralString = "MATCH (s:Situation) RETURN s.owner AS owner, s.id AS id ORDER BY owner, id"
_STRAY: LiteralString = """
MATCH (n:Person|Household|Professional|Institution|Undecided|Gesture|Text)
WHERE NOT EXISTS { MATCH (:Situation {key: n.situation})-[:HOLDS|LOG|SAYS]->(n) } RETURN count(n) AS stray
"""
_HALF_ROWS: LiteralString = """
MATCH (n:%s) WHERE coalesce(n.layer, '') <> 'case' AND (n.owner IS NOT NULL OR n.arrived IS NOT NULL)
RETURN count(n) AS rows
"""
_HALF_TIES: LiteralString = "MATCH ()-[t:TIE]->() RETURN count(t) AS rows"
_CROSSING: LiteralString = """
MATCH (a)-[r:TIE|OFFERS|SERVES|AT|IN|ABOUT]->(b) WHERE a.layer <> b.layer OR a.layer IS NULL
RETURN count(r) AS links
"""


_STRAY_EVENTS: LiteralString = """
MATCH (e:Event)
WHERE NOT EXISTS { MATCH (k:Keeper {id: e.owner})-[:NOTED]->(e) WHERE k.events >= e.version }
   OR EXISTS { MATCH (:ForgottenEvent {owner: e.owner, id: e.id}) }
RETURN count(e) AS stray
"""
_STRAY_REFERRED: LiteralString = """
MATCH ()-[r:REFERRED]->() WHERE r.situation IS NULL
  AND NOT EXISTS { MATCH (:Event {owner: r.owner, id: r.event, kind: 'referral_made', subject: r.referral}) }
RETURN count(r) AS stray
"""


class _Unread:
    """Opens no text: to compare, it is enough to know which texts there are."""

    def open(self, sealed: bytes, situation: str, text_id: str) -> Bilingual:
        """Return an empty text."""
        return Bilingual()


def differing_situations(graph: Graph) -> list[str]:
    """Return the ids of situations whose nodes are not the fold of their log."""
    named = graph.read(lambda tx: [(one["owner"], one["id"]) for one in tx.run(_KEYS)])
    return [name for owner, name in named if graph.read(_differing(owner, name))]


def stray_nodes(graph: Graph) -> int:
    """Return how many nodes belong to no situation."""
    return int(graph.read_whole(lambda tx: tx.run(_STRAY).single(strict=True)["stray"]))


def stray_events(graph: Graph) -> tuple[int, int]:
    """Return how many events stand in no log, and how many [:REFERRED] no event tells of."""

    def look(tx: Transaction) -> tuple[int, int]:
        events, referred = (tx.run(query).single(strict=True) for query in (_STRAY_EVENTS, _STRAY_REFERRED))
        return int(events["stray"]), int(referred["stray"])

    return graph.read_whole(look)


def unreadable_rows(graph: Graph) -> int:
    """Return how many nodes and ties of the directory look like rows and are none."""
    return graph.read_whole(_unreadable)


def crossing_links(graph: Graph) -> int:
    """Return how many relationships of the directory join two layers."""
    return int(graph.read_whole(lambda tx: tx.run(_CROSSING).single(strict=True)["links"]))


def _differing(owner: str, name: str) -> Callable[[Transaction], bool]:
    def look(tx: Transaction) -> bool:
        head = situation_graph.head_of(tx, owner, name)
        return head is not None and not _agrees(tx, head)

    return look


def _agrees(tx: Transaction, head: Head) -> bool:
    record = situation_graph.read_record(tx, head, None, _Unread)
    return graph_of(fold(record.situation, record.gestures, record.texts)) == read_fold(tx, head.key)


def _unreadable(tx: Transaction) -> int:
    looking = sum(_count(tx, _HALF_ROWS % label) for label in Label if label is not Label.NEED)
    looking += _count(tx, _HALF_TIES)
    rows = sum(len(row_graph.rows_of_layer(tx, closed=closed)) for closed in (False, True))
    return looking - rows


def _count(tx: Transaction, query: LiteralString) -> int:
    return int(tx.run(query).single(strict=True)["rows"])
