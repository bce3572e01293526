"""Everything in the graph, for moving house: read page by page, taken in batch by batch.

A page is one transaction: whoever writes meanwhile is found out by the verification, not kept waiting.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from heapq import merge
from typing import Any, TypeVar
from uuid import uuid4

from sociogram.stores.event_plan import OwnEvents
from sociogram.stores.failures import changed_since, situations_off
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.contents import Grant, KeptEvents, KeptSituation, Size
from sociogram.stores.neo4j import bulk_queries, event_graph, row_graph, situation_graph, store_node
from sociogram.stores.neo4j.bulk_ties import NotNew, write_new
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.row_fields import CLOSED, LABELS, Label, layer_of, value_of
from sociogram.stores.neo4j.row_graph import Arrival
from sociogram.stores.neo4j.server_key import ServerKey
from sociogram.stores.neo4j.situation_graph import Head
from sociogram.stores.record import Record

PAGE = 2_000
_FEW = 50
RecordOf = Callable[[Transaction, Head], Record]
Writing = Callable[[Transaction, Sequence[Fact], int], None]
One = TypeVar("One")


class Neo4jContents:
    """See Contents."""

    def __init__(self, graph: Graph, key: ServerKey, record: RecordOf) -> None:
        """`record` reads and opens one situation."""
        self._graph = graph
        self._key = key
        self._record = record

    def size(self) -> Size:
        """See Contents.size."""

        def look(tx: Transaction) -> Size:
            found = tx.run(bulk_queries.SIZE).single(strict=True)
            return Size(found["situations"], found["events"], found["facts"], found["grants"])

        return self._graph.read(look)

    def situations(self) -> Iterator[KeptSituation]:
        """See Contents.situations."""

        def page(tx: Transaction, after: str) -> list[tuple[str, KeptSituation]]:
            heads = tx.run(bulk_queries.HEADS_AFTER, after=after, most=_FEW).data()
            found = [situation_graph.head_of(tx, one["owner"], one["id"]) for one in heads]
            return [(head.key, self._kept(tx, head)) for head in found if head]

        yield from _paged(self._graph, page, "")

    def situation(self, owner: str, situation_id: str) -> KeptSituation | None:
        """See Contents.situation."""

        def look(tx: Transaction) -> KeptSituation | None:
            head = situation_graph.head_of(tx, owner, situation_id)
            return self._kept(tx, head) if head else None

        return self._graph.read(look)

    def events(self) -> Iterator[KeptEvents]:
        """See Contents.events."""
        owners = self._graph.read(lambda tx: [one["owner"] for one in tx.run(bulk_queries.OWNERS)])
        for owner in owners:
            yield KeptEvents(owner, self.events_of(owner))

    def events_of(self, owner: str) -> OwnEvents:
        """See Contents.events_of."""
        return self._graph.read(lambda tx: event_graph.read_whole(tx, owner, self._key.seal))

    def facts(self) -> Iterator[Fact]:
        """See Contents.facts."""

        def page(tx: Transaction, after: int) -> list[tuple[int, Fact]]:
            found = tx.run(bulk_queries.FACTS_AFTER, after=after, most=PAGE).data()
            return [(one["fact"]["number"], _fact(one["fact"])) for one in found]

        yield from _paged(self._graph, page, 0)

    def rows(self, *, closed: bool) -> Iterator[HeldRow]:
        """See Contents.rows."""
        values = {"layer": layer_of(closed=closed), "most": PAGE}
        streams = [self._nodes(kind, label, values) for kind, label in (*LABELS.items(), ("", Label.ENTRY))]
        rows = merge(self._ties(values), *streams, key=lambda one: one[0])
        yield from (row for _, row in rows if row.closed == closed)

    def grants(self) -> Iterator[Grant]:
        """See Contents.grants. They are few, and read at once."""

        def look(tx: Transaction) -> list[Grant]:
            return [Grant(one["viewer"], one["kind"], one["id"]) for one in tx.run(bulk_queries.GRANTS)]

        yield from self._graph.read(look)

    def take_events(self, owner: str, before: int, part: OwnEvents) -> None:
        """See Contents.take_events."""

        def take(tx: Transaction) -> None:
            if not store_node.situations_on(tx, owner):
                raise situations_off()
            situation_graph.lock_keeper(tx, owner)
            there = event_graph.count_of(tx, owner)
            if there == before + len(part.events) and event_graph.head_of(tx, owner)[0] == part.version:
                return  # an earlier try of this call did it
            if there != before:
                raise changed_since(())
            event_graph.add_events(tx, owner, part.events, self._key.seal())
            event_graph.forget(tx, owner, sorted(part.forgotten))
            event_graph.reach(tx, owner, part.version, part.rewritten)
            store_node.count_commit(tx)

        self._graph.write(take)

    def take_facts(self, before: int, facts: Sequence[Fact]) -> None:
        """See Contents.take_facts."""
        try:
            self._take(before, facts, write_new)
        except NotNew:
            self._take(before, facts, row_graph.write_facts)

    def take_grants(self, grants: Sequence[Grant]) -> None:
        """See Contents.take_grants."""

        def take(tx: Transaction) -> None:
            store_node.hold(tx)  # Two moves at once may bring them in two orders.
            for grant in grants:
                row_graph.add_grant(tx, grant.viewer, grant.kind, grant.row_id)
            store_node.count_commit(tx)

        self._graph.write(take)

    def _take(self, before: int, facts: Sequence[Fact], write: Writing) -> None:
        call = uuid4().hex
        layers = {fact.row.closed for fact in facts}

        def take(tx: Transaction) -> None:
            arrivals, last_call = store_node.lock_directory(tx)
            if last_call == call:
                return  # an earlier try of this call did it
            if arrivals != before:
                raise changed_since(())
            write(tx, facts, before + 1)
            store_node.note_call(tx, call)
            store_node.count_commit(tx, arrivals=len(facts), opened=False in layers, closed=True in layers)

        self._graph.write(take)

    def _kept(self, tx: Transaction, head: Head) -> KeptSituation:
        return KeptSituation(head.owner, self._record(tx, head), head.keeping)

    def _nodes(self, kind: str, label: Label, values: dict[str, Any]) -> Iterator[Arrival]:
        def page(tx: Transaction, after: int) -> list[tuple[int, Arrival]]:
            found = row_graph.node_rows(tx, kind, bulk_queries.nodes_after(label), {**values, "after": after})
            return [(one[0], one) for one in found]

        yield from _paged(self._graph, page, 0)

    def _ties(self, values: dict[str, Any]) -> Iterator[Arrival]:
        def page(tx: Transaction, after: int) -> list[tuple[int, Arrival]]:
            found = row_graph.tie_rows(tx, bulk_queries.TIES_AFTER, {**values, "after": after})
            return [(one[0], one) for one in found]

        yield from _paged(self._graph, page, 0)


def _fact(found: dict[str, Any]) -> Fact:
    kind, name = found["of"], found["of_id"]
    value = None if found["gone"] else value_of(kind, name, found)
    day = found.get("noted_on")
    row = HeldRow(kind, name, found["owner"], found["layer"] == CLOSED, value)
    return Fact(row, found["noted_by"], date.fromisoformat(day) if day else None)


def _paged(
    graph: Graph, page: Callable[[Transaction, Any], list[tuple[Any, One]]], start: Any
) -> Iterator[One]:
    """Yield what follows `start`; each comes with its place, and a page begins after the last one's."""
    place = start
    while found := graph.read(lambda tx, after=place: page(tx, after)):  # type: ignore[misc]
        yield from (one for _, one in found)
        place = found[-1][0]
