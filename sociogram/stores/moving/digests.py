"""One number for what a store holds: equal contents give equal digests, whatever kind of store reads them.

Situations, logs of events and grants have no order between them: their digests are added up. Facts and rows
have one: theirs run on. A row is written canonically first, so that a field that came since with its default
changes nothing.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sociogram.loop.wire import stored_json
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.contents import Contents, Grant, KeptEvents, KeptSituation
from sociogram.stores.row_values import read, written

_MOST = 1 << 256
Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 in hexadecimal of each part, and how many there are."""

    situations: str
    events: str
    directory: str
    grants: str
    situation_count: int
    event_count: int
    fact_count: int
    row_count: int
    grant_count: int


def digests_of(contents: Contents, step: Step) -> Digests:
    """Read everything once. `step` is told how many situations, events, facts and grants were read."""
    situations, situation_count = _added_up(map(situation_digest, contents.situations()), step)
    grants, grant_count = _added_up(map(_grant_digest, contents.grants()), step)
    events, event_count = _events(contents, step)
    running = hashlib.sha256()
    facts = rows = 0
    for fact in contents.facts():
        running.update(fact_digest(fact))
        facts += 1
        step(1)
    for closed in (False, True):
        for row in contents.rows(closed=closed):
            running.update(_of(_row(row)))
            rows += 1
    return Digests(
        situations=situations,
        events=events,
        directory=running.hexdigest(),
        grants=grants,
        situation_count=situation_count,
        event_count=event_count,
        fact_count=facts,
        row_count=rows,
        grant_count=grant_count,
    )


def situation_digest(kept: KeptSituation) -> bytes:
    """Digest a situation with its versions, its texts, what it has forgotten, its owner and its keeping."""
    record, day = kept.record, kept.keeping.last_day
    return _of(
        {
            "owner": kept.owner,
            "id": record.situation,
            "keep": [kept.keeping.word, day.isoformat() if day else None],
            "version": record.version,
            "rewritten": record.rewritten,
            "log": [[entry.version, entry.gesture.as_json()] for entry in record.entries],
            "texts": {name: [text.fr, text.en] for name, text in record.texts.items()},
            "forgotten": sorted(record.forgotten),
        }
    )


def events_digest(kept: KeptEvents) -> bytes:
    """Digest one owner's log of events, with its versions and what it has forgotten."""
    own = kept.own
    return _of(
        {
            "owner": kept.owner,
            "head": [own.version, own.rewritten],
            "log": [stored_json(stored) for stored in own.events],
            "forgotten": sorted(own.forgotten),
        }
    )


def fact_digest(fact: Fact) -> bytes:
    """Digest a fact with who noted it and when."""
    day = fact.noted_on
    return _of([*_row(fact.row), fact.noted_by, day.isoformat() if day else None])


def _grant_digest(grant: Grant) -> bytes:
    return _of([grant.viewer, grant.kind, grant.row_id])


def _row(row: HeldRow) -> list[Any]:
    value = None if row.value is None else written(read(row.kind, row.value))
    return [row.kind, row.id, row.owner, row.closed, value]


def _of(value: Any) -> bytes:
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).digest()


def _events(contents: Contents, step: Step) -> tuple[str, int]:
    total = count = 0
    for kept in contents.events():
        total = (total + int.from_bytes(events_digest(kept), "big")) % _MOST
        count += len(kept.own.events)
        step(len(kept.own.events))
    return f"{total:064x}", count


def _added_up(digests: Iterable[bytes], step: Step) -> tuple[str, int]:
    total = count = 0
    for one in digests:
        total = (total + int.from_bytes(one, "big")) % _MOST
        count += 1
        step(1)
    return f"{total:064x}", count
