"""The directory in the graph: rows held today, every fact ever brought, and grants."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import Any, LiteralString

from sociogram.access.visibility import RowKey
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.neo4j import row_queries
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.row_fields import LABELS, Label, layer_of, parts_of, row_from

Arrival = tuple[int, HeldRow]


def rows_of_layer(tx: Transaction, *, closed: bool) -> list[HeldRow]:
    """Return the rows of the open or of the closed layer, in order of arrival."""
    values = {"layer": layer_of(closed=closed)}
    streams = [
        node_rows(tx, kind, row_queries.nodes_of_layer(label), values) for kind, label in LABELS.items()
    ]
    streams.append(node_rows(tx, "", row_queries.nodes_of_layer(Label.ENTRY), values))
    streams.append(tie_rows(tx, row_queries.TIES_OF_LAYER, values))
    # The layer was asked for in the query; that it is this one is seen again on what came.
    return [row for _, row in merge(*streams, key=lambda one: one[0]) if row.closed == closed]


def rows_of_owner(tx: Transaction, owner: str) -> list[HeldRow]:
    """Return the rows one viewer brought, of both layers."""
    values = {"owner": owner}
    streams = [
        node_rows(tx, kind, row_queries.nodes_of_owner(label), values) for kind, label in LABELS.items()
    ]
    streams.append(node_rows(tx, "", row_queries.nodes_of_owner(Label.ENTRY), values))
    streams.append(tie_rows(tx, row_queries.TIES_OF_OWNER, values))
    return [row for _, row in merge(*streams, key=lambda one: one[0])]


def grants_of(tx: Transaction, viewer_id: str) -> frozenset[RowKey]:
    """Return the keys opened to one viewer."""
    return frozenset((one["kind"], one["id"]) for one in tx.run(row_queries.GRANTS, viewer=viewer_id))


def add_grant(tx: Transaction, viewer_id: str, kind: str, row_id: str) -> None:
    """Open a row to a viewer. Whether there is such a row is not looked at."""
    tx.run(row_queries.GRANT, viewer=viewer_id, kind=kind, id=row_id).consume()


def write_facts(tx: Transaction, facts: Sequence[Fact], first: int) -> None:
    """Write these facts, numbered from `first`, and the rows they make."""
    numbered = list(enumerate(facts, start=first))
    tx.run(row_queries.NOTE_FACTS, facts=[_fact(number, fact) for number, fact in numbered]).consume()
    for batch in _apart(numbered):
        _hold(tx, batch)


def node_rows(tx: Transaction, kind: str, query: LiteralString, values: dict[str, Any]) -> Iterator[Arrival]:
    """Yield, in the order of the query, what are rows among what a query ending in JOINS found on nodes of
    `kind` (empty: on entries)."""
    found = []
    for one in tx.run(query, values):
        own = one["own"]
        of = kind or own.get("of", "")
        if of not in LABELS or not isinstance(own.get("arrived"), int):
            continue
        joined = {
            "places": one["places"],
            "organisation_id": next(iter(one["offered_by"]), ""),
            "category": next(iter(one["needs"]), ""),
            "parent": next(iter(one["parents"]), ""),
        }
        row = row_from(of, own.get("id", ""), {**own, **joined})
        if row is not None:
            found.append((own["arrived"], row))
    return iter(found)


def tie_rows(tx: Transaction, query: LiteralString, values: dict[str, Any]) -> Iterator[Arrival]:
    """As `node_rows`, of ties: `own`, `start` and `end`."""
    found = []
    for one in tx.run(query, values):
        own = one["own"]
        if not isinstance(own.get("arrived"), int):
            continue
        ends = {"from_id": one["start"], "to_id": one["end"]}
        row = row_from("relation", own.get("id", ""), {**own, **ends})
        if row is not None:
            found.append((own["arrived"], row))
    return iter(found)


def noted(number: int, fact: Fact) -> dict[str, Any]:
    """Return what the node of a fact says of every row: whose, where, which in order, by whom, when."""
    return {
        **_key(fact.row),
        "number": number,
        "noted_by": fact.noted_by,
        "noted_on": fact.noted_on.isoformat() if fact.noted_on else None,
    }


def _fact(number: int, fact: Fact) -> dict[str, Any]:
    parts = parts_of(fact.row) if fact.row.value is not None else None
    values = {**parts.properties, **parts.joined} if parts else {}
    return {**noted(number, fact), "gone": parts is None, "values": values}


def _apart(numbered: Iterable[tuple[int, Fact]]) -> Iterator[list[tuple[int, HeldRow]]]:
    """Part facts into runs in which no id of a layer comes twice: within a run the order says nothing."""
    batch: list[tuple[int, HeldRow]] = []
    seen: set[tuple[str, str, bool]] = set()
    for number, fact in numbered:
        key = (fact.row.kind, fact.row.id, fact.row.closed)
        if key in seen:
            yield batch
            batch, seen = [], set()
        seen.add(key)
        batch.append((number, fact.row))
    if batch:
        yield batch


def _hold(tx: Transaction, batch: Sequence[tuple[int, HeldRow]]) -> None:
    for kind, label in LABELS.items():
        rows = [(number, row) for number, row in batch if row.kind == kind]
        _take_node_rows(tx, kind, label, [row for _, row in rows if row.value is None])
        _put_node_rows(tx, kind, label, [(number, row) for number, row in rows if row.value is not None])
    ties = [(number, row) for number, row in batch if row.kind == "relation"]
    _take_ties(tx, [row for _, row in ties if row.value is None])
    _put_ties(tx, [(number, row) for number, row in ties if row.value is not None])


def _key(row: HeldRow) -> dict[str, Any]:
    return {"kind": row.kind, "id": row.id, "owner": row.owner, "layer": layer_of(closed=row.closed)}


def _put_node_rows(tx: Transaction, kind: str, label: Label, rows: Sequence[tuple[int, HeldRow]]) -> None:
    if not rows:
        return
    parts = [parts_of(row) for _, row in rows]
    sent = [
        {**_key(row), "rank": rank, "number": number, "properties": parts[rank].properties}
        for rank, (number, row) in enumerate(rows)
    ]
    on_node = {one["rank"] for one in tx.run(row_queries.put_on_node(label), rows=sent)}
    others = [one for one in sent if one["rank"] not in on_node]
    if others:
        tx.run(row_queries.put_beside(label), rows=others).consume()
    for beside in (False, True):
        chosen = [one for one in sent if (one["rank"] not in on_node) == beside]
        if chosen:
            _rejoin(tx, kind, [({**one}, parts[one["rank"]].joined) for one in chosen], beside=beside)


def _rejoin(tx: Transaction, kind: str, rows: Sequence[tuple[dict[str, Any], Any]], *, beside: bool) -> None:
    """Join rows anew to what their fields name, and nothing else."""
    if not rows or not rows[0][1]:
        return
    keys = [{name: one[name] for name in ("kind", "id", "owner", "layer")} for one, _ in rows]
    left = [one["id"] for one in tx.run(row_queries.unjoin(kind, beside=beside), rows=keys)]
    for field in rows[0][1]:
        sent = [
            {**key, "to": to, "rank": rank}
            for key, (_, joined) in zip(keys, rows, strict=True)
            for rank, to in enumerate(joined[field] if isinstance(joined[field], list) else [joined[field]])
            if to
        ]
        if sent:
            tx.run(row_queries.join(kind, field, beside=beside), rows=sent).consume()
    _clear(tx, left)


def _take_node_rows(tx: Transaction, kind: str, label: Label, rows: Sequence[HeldRow]) -> None:
    if not rows:
        return
    sent = [_key(row) for row in rows]
    left: list[str] = []
    for beside in (False, True):
        left += [one["id"] for one in tx.run(row_queries.unjoin(kind, beside=beside), rows=sent)]
    left += [one["id"] for one in tx.run(row_queries.take_from_node(label), rows=sent)]
    left += [one["id"] for one in tx.run(row_queries.TAKE_ENTRY, rows=sent)]
    _clear(tx, left)


def _put_ties(tx: Transaction, rows: Sequence[tuple[int, HeldRow]]) -> None:
    if not rows:
        return
    sent = []
    for rank, (number, row) in enumerate(rows):
        parts = parts_of(row)
        ends = {"start": parts.joined["from_id"], "end": parts.joined["to_id"]}
        sent.append({**_key(row), **ends, "rank": rank, "number": number, "properties": parts.properties})
    left: list[str] = []
    for moved in tx.run(row_queries.MOVE_TIES, rows=sent):
        sent[moved["rank"]]["number"] = moved["arrived"]
        left += moved["ids"]
    tx.run(row_queries.PUT_TIES, rows=sent).consume()
    _clear(tx, left)


def _take_ties(tx: Transaction, rows: Sequence[HeldRow]) -> None:
    if rows:
        sent = [_key(row) for row in rows]
        _clear(tx, [one["id"] for one in tx.run(row_queries.TAKE_TIES, rows=sent)])


def _clear(tx: Transaction, ids: Sequence[str]) -> None:
    """Leave no node that nothing names any more."""
    if ids:
        tx.run(row_queries.CLEAR, ids=list(dict.fromkeys(ids))).consume()
