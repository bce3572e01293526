"""Writing a fold beside its log as the difference of two states, and reading it back."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, LiteralString

from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.fold_graph import ActorLabel, FoldGraph, Link, LinkType, Node
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.row_fields import CASE

EMPTY = FoldGraph({}, {}, {}, {})
_ABOUT: LiteralString = "MATCH (s:Situation {key: $key}) SET s += $about"
_DROP_LINKS: LiteralString = "UNWIND $ids AS id MATCH ()-[l:%s {situation: $key, id: id}]->() DELETE l"
_DROP_NODES: LiteralString = "UNWIND $ids AS id MATCH (n:%s {situation: $key, id: id}) DETACH DELETE n"
_PUT_NODES: LiteralString = """
MATCH (s:Situation {key: $key})
UNWIND $rows AS row
MERGE (n:%s {situation: $key, id: row.id})
SET n = row.properties, n.situation = $key, n.id = row.id
MERGE (s)-[h:HOLDS]->(n) SET h.rank = row.rank
"""
_PUT_ORGANISATIONS: LiteralString = "UNWIND $ids AS id MERGE (:Organisation {id: id, layer: 'case'})"
_PUT_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:%s {%s: $start_key, id: row.start})
MATCH (b:%s {%s: $end_key, id: row.end})
CREATE (a)-[l:%s {situation: $key, id: row.id}]->(b) SET l += row.properties
"""
_UNPLACE: LiteralString = """
MATCH (s:Situation {key: $key})-[p:PLACED]->(n) WHERE n.id IN $ids DELETE p
"""
_PLACE: LiteralString = """
MATCH (s:Situation {key: $key})
UNWIND $rows AS row
MATCH (n:%s {%s: $owner, id: row.id})
MERGE (s)-[p:PLACED]->(n) SET p = row.properties
"""
_SWEEP: LiteralString = """
UNWIND $ids AS id MATCH (b:Organisation {id: id, layer: 'case'}) WHERE NOT (b)--() DELETE b
"""


def write_fold(tx: Transaction, key: str, old: FoldGraph, new: FoldGraph) -> None:
    """Make the nodes and links of one situation those of `new`, where they are those of `old`. What is about
    to name organisations of the directory, or to name them no longer, holds the store's node first."""
    if new.about != old.about:
        tx.run(_ABOUT, key=key, about=dict(new.about)).consume()
    labels = {name: node.label for name, node in new.nodes.items()}
    # A link whose end changed its side is made again, for its old end goes.
    moved = {name for name, node in old.nodes.items() if labels.get(name) != node.label}
    kept = {
        link: one
        for link, one in new.links.items()
        if old.links.get(link) == one and not {one.start, one.end} & moved
    }
    placed = {name: at for name, at in new.places.items() if old.places.get(name) == at and name not in moved}
    if _shared(old, kept, placed) or _shared(new, kept, placed):
        store_node.hold(tx)
    _drop_links(tx, key, [link for link in old.links if link not in kept])
    _unplace(tx, key, [name for name in old.places if name not in placed])
    _drop_nodes(tx, key, [(name, node) for name, node in old.nodes.items() if name in moved])
    fresh = {name: node for name, node in new.nodes.items() if old.nodes.get(name) != node}
    _put_nodes(tx, key, fresh)
    put_organisations(tx, _named(new) - _named(old))
    _put_links(tx, key, labels, {link: one for link, one in new.links.items() if link not in kept})
    _place(tx, key, labels, {name: at for name, at in new.places.items() if name not in placed})
    _sweep(tx, old, new)


def _named(graph: FoldGraph) -> set[str]:
    """Ids of organisations of the directory that a situation names with a link or a place."""
    return (_ends(graph.links.values()) | set(graph.places)) - set(graph.nodes)


def _shared(graph: FoldGraph, kept: Collection[tuple[str, str]], placed: Collection[str]) -> bool:
    """Whether anything but what is kept joins an organisation of the directory, which others name too."""
    changed = _ends(link for name, link in graph.links.items() if name not in kept)
    return not (changed | (graph.places.keys() - set(placed))) <= graph.nodes.keys()


def _ends(links: Iterable[Link]) -> set[str]:
    return {end for link in links for end in (link.start, link.end)}


def put_organisations(tx: Transaction, ids: Collection[str]) -> None:
    """Have a node for each of these organisations of the directory, which situations and referrals name. Who
    calls holds the store's node."""
    if ids:
        tx.run(_PUT_ORGANISATIONS, ids=sorted(ids)).consume()


def _sweep(tx: Transaction, old: FoldGraph, new: FoldGraph) -> None:
    """Clear the organisations that nobody names any longer. Last of all: a link that changed is dropped and
    made again, and its end must be there."""
    ids = sorted(_named(old) - _named(new))
    if ids:
        tx.run(_SWEEP, ids=ids).consume()


def _drop_links(tx: Transaction, key: str, links: Iterable[tuple[str, str]]) -> None:
    by_type: dict[str, list[str]] = {}
    for kind, name in links:
        by_type.setdefault(LinkType(kind), []).append(name)
    for kind, ids in by_type.items():
        tx.run(_typed(_DROP_LINKS, kind), key=key, ids=ids).consume()


def _unplace(tx: Transaction, key: str, ids: list[str]) -> None:
    if ids:
        tx.run(_UNPLACE, key=key, ids=ids).consume()


def _drop_nodes(tx: Transaction, key: str, nodes: Iterable[tuple[str, Node]]) -> None:
    by_label: dict[ActorLabel, list[str]] = {}
    for name, node in nodes:
        by_label.setdefault(node.label, []).append(name)
    for label, ids in by_label.items():
        tx.run(_typed(_DROP_NODES, label), key=key, ids=ids).consume()


def _put_nodes(tx: Transaction, key: str, nodes: Mapping[str, Node]) -> None:
    by_label: dict[ActorLabel, list[dict[str, Any]]] = {}
    for name, node in nodes.items():
        row = {"id": name, "rank": node.properties["rank"], "properties": dict(node.properties)}
        by_label.setdefault(node.label, []).append(row)
    for label, rows in by_label.items():
        tx.run(_typed(_PUT_NODES, label), key=key, rows=rows).consume()


def _where(labels: Mapping[str, ActorLabel], name: str, key: str) -> tuple[str, str, str]:
    """(label, property that tells whose it is, its value) of an actor, or of an organisation named."""
    if name in labels:
        return (labels[name], "situation", key)
    return (ActorLabel.ORGANISATION, "layer", CASE)


def _put_links(
    tx: Transaction, key: str, labels: Mapping[str, ActorLabel], links: Mapping[tuple[str, str], Link]
) -> None:
    groups: dict[tuple[str, tuple[str, str, str], tuple[str, str, str]], list[dict[str, Any]]] = {}
    for (kind, name), link in links.items():
        start, end = (_where(labels, one, key) for one in (link.start, link.end))
        row = {"id": name, "start": link.start, "end": link.end, "properties": dict(link.properties)}
        groups.setdefault((LinkType(kind), start, end), []).append(row)
    for (kind, start, end), rows in groups.items():
        query = _typed(_PUT_LINKS, start[0], start[1], end[0], end[1], kind)
        tx.run(query, key=key, start_key=start[2], end_key=end[2], rows=rows).consume()


def _place(
    tx: Transaction,
    key: str,
    labels: Mapping[str, ActorLabel],
    places: Mapping[str, tuple[int, int, int]],
) -> None:
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for name, (rank, x, y) in places.items():
        row = {"id": name, "properties": {"rank": rank, "x": x, "y": y}}
        groups.setdefault(_where(labels, name, key), []).append(row)
    for (label, whose, value), rows in groups.items():
        tx.run(_typed(_PLACE, label, whose), key=key, owner=value, rows=rows).consume()


def _typed(text: LiteralString, *names: str) -> LiteralString:
    """Put labels, types and property names of the enumerations into a query; no value ever is."""
    return text % names
