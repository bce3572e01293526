"""Many new ties at once: one statement makes each with its fact, and finds nothing to compare.

A network has ten ties for each organisation. Brought for the first time, none is there to be changed: the
constraints refuse the batch if one is, and then it goes the way of every import.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import LiteralString

from neo4j.exceptions import ConstraintError

from sociogram.stores.held_row import Fact
from sociogram.stores.neo4j import row_graph
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.row_fields import parts_of

_NEW_TIES: LiteralString = """
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start, layer: row.layer})
MATCH (b:Organisation {id: row.end, layer: row.layer})
CREATE (a)-[t:TIE {id: row.id, owner: row.owner, layer: row.layer, arrived: row.number}]->(b)
SET t += row.properties
CREATE (f:Fact {of: 'relation', of_id: row.id, owner: row.owner, layer: row.layer, number: row.number,
                noted_by: row.noted_by, noted_on: row.noted_on, gone: false,
                from_id: row.start, to_id: row.end})
SET f += row.properties
RETURN count(f) AS made
"""


class NotNew(Exception):
    """Something of the batch is there already, or an end is not: nothing of it was written."""


def write_new(tx: Transaction, facts: Sequence[Fact], first: int) -> None:
    """Write these facts, numbered from `first`: the ties that end them as new ones. Raises NotNew."""
    ties = len(tuple(takewhile(_brings_tie, reversed(facts))))
    others = len(facts) - ties
    if others:
        row_graph.write_facts(tx, facts[:others], first)
    if ties:
        _write_ties(tx, facts[others:], first + others)


def _brings_tie(fact: Fact) -> bool:
    return fact.row.kind == "relation" and fact.row.value is not None


def _write_ties(tx: Transaction, facts: Sequence[Fact], first: int) -> None:
    rows = []
    for number, fact in enumerate(facts, start=first):
        parts = parts_of(fact.row)
        ends = {"start": parts.joined["from_id"], "end": parts.joined["to_id"]}
        rows.append({**row_graph.noted(number, fact), **ends, "properties": parts.properties})
    try:
        made = tx.run(_NEW_TIES, rows=rows).single(strict=True)["made"]
    except ConstraintError:
        raise NotNew from None
    if made != len(rows):
        raise NotNew
