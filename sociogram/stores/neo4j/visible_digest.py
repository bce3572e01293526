"""The digest of all rows one viewer sees, row after row: equal to directory/version.py over the whole
directory, which is never held. In memory stand ids, and a few thousand rows at a time."""

import hashlib
from collections.abc import Iterator
from typing import LiteralString

from sociogram.access.visibility import stands
from sociogram.stores.neo4j import reach_queries
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.reach_rows import Granted, all_of, by_ids
from sociogram.stores.row_values import Row

BATCH = 2_000
_IDS: dict[str, LiteralString] = {
    "organisation": reach_queries.ORGANISATION_IDS,
    "service": reach_queries.SERVICE_IDS,
    "relation": reach_queries.TIE_IDS,
}


def visible_digest(tx: Transaction, granted: Granted) -> str:
    """Return the version of what the viewer of `granted` sees."""
    digest = hashlib.sha256()
    organisations: set[str] = set()
    for kind in _IDS:
        for name, row in _rows(tx, kind, granted):
            if kind == "organisation":
                organisations.add(name)
            elif not stands(row, organisations):
                continue
            digest.update(repr(row).encode())
    few = granted.directory(all_of(tx, "place") | all_of(tx, "term"))
    for rows in (few.places, few.terms):
        for key in sorted(rows):
            digest.update(repr(rows[key]).encode())  # type: ignore[index]
    return digest.hexdigest()[:16]


def _rows(tx: Transaction, kind: str, granted: Granted) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one kind by id; whether their organisations are seen is not looked at yet."""
    opened = {key[1]: row for key, row in granted.seen({}).items() if key[0] == kind}
    names = sorted({one["id"] for one in tx.run(_IDS[kind])} | opened.keys())
    for start in range(0, len(names), BATCH):
        batch = names[start : start + BATCH]
        rows = granted.seen(by_ids(tx, kind, batch))
        yield from ((name, rows[(kind, name)]) for name in batch if (kind, name) in rows)
