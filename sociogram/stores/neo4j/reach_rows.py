"""Rows of the directory by their ids, as one question needs them, and what a viewer was granted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from sociogram.access.viewer import Viewer
from sociogram.access.visibility import RowKey
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation, Service
from sociogram.stores.held_row import HeldRow
from sociogram.stores.neo4j import reach_queries, row_queries
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.row_fields import LABELS, OPEN
from sociogram.stores.neo4j.row_graph import grants_of, node_rows, rows_of_layer, tie_rows
from sociogram.stores.row_values import Row, read
from sociogram.stores.snapshot import rows_seen, snapshot

Arrivals = dict[tuple[str, str, str], tuple[int, HeldRow]]
"""Open rows by (kind, id, owner), with when they came."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What is open to one viewer besides the open layer; without grants the closed layer is not read."""

    viewer: Viewer
    keys: frozenset[RowKey] = frozenset()
    closed: tuple[HeldRow, ...] = ()
    ties: dict[str, Relation] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()

    def providers(self) -> set[str]:
        """Return the organisations that services of the closed layer name; whether they are seen is decided
        elsewhere."""
        return _providers(self.closed)

    def directory(self, rows: Arrivals) -> Directory:
        """Return these rows, and those granted, as the viewer sees them."""
        return snapshot(self.viewer, _in_order(rows), self.closed, self.keys)

    def seen(self, rows: Arrivals) -> dict[tuple[str, str], Row]:
        """As `directory`, by (kind, id); rows stay whose organisations are not among them."""
        return rows_seen(self.viewer, _in_order(rows), self.closed, self.keys)


def granted_to(tx: Transaction, viewer: Viewer) -> Granted:
    """Return what a viewer was granted, and which ties and organisations of the closed layer that opens."""
    keys = grants_of(tx, viewer.id) if viewer.id else frozenset()
    if not keys:
        return Granted(viewer)
    closed = tuple(rows_of_layer(tx, closed=True))
    ties = [cast(Relation, read(row.kind, cast(str, row.value))) for row in closed if row.kind == "relation"]
    ends = {end for tie in ties for end in (tie.from_id, tie.to_id)}
    seen = Granted(viewer, keys, closed).directory(by_ids(tx, "organisation", ends))
    hidden = frozenset(one.id for one in seen.organisations.values() if one.sensitivity == "restreint")
    return Granted(viewer, keys, closed, dict(seen.relations), hidden)


def by_ids(tx: Transaction, kind: str, ids: Iterable[str]) -> Arrivals:
    """Return the open rows of one kind with these ids, whoever brought them."""
    values = {"ids": sorted(set(ids)), "layer": OPEN, "of": kind}
    if kind == "relation":
        return _keyed(tie_rows(tx, reach_queries.TIES_BY_ID, values))
    found = _keyed(node_rows(tx, kind, reach_queries.nodes_by_id(LABELS[kind]), values))
    return found | _keyed(node_rows(tx, "", reach_queries.ENTRIES_BY_ID, values))


def all_of(tx: Transaction, kind: str) -> Arrivals:
    """Return all open rows of one kind: of places and words, which are few."""
    values = {"layer": OPEN, "of": kind}
    found = _keyed(node_rows(tx, kind, row_queries.nodes_of_layer(LABELS[kind]), values))
    return found | _keyed(node_rows(tx, "", reach_queries.ENTRIES_OF_KIND, values))


def providers(rows: Arrivals) -> set[str]:
    """Return the organisations that service rows name."""
    return _providers(row for _, row in rows.values())


def _providers(rows: Iterable[HeldRow]) -> set[str]:
    found = (read(row.kind, cast(str, row.value)) for row in rows if row.kind == "service")
    return {cast(Service, service).organisation_id for service in found}


def _in_order(rows: Arrivals) -> list[HeldRow]:
    return [row for _, row in sorted(rows.values(), key=lambda one: one[0])]


def _keyed(found: Iterable[tuple[int, HeldRow]]) -> Arrivals:
    # The layer was asked for in the query; that it is this one is seen again on what came.
    return {(row.kind, row.id, row.owner): (at, row) for at, row in found if not row.closed}
