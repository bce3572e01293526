"""Events of referrals in the graph: one log for each owner, and beside it who referred to whom."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, LiteralString, Protocol

from sociogram.loop.event import Event, StoredEvent
from sociogram.stores.event_plan import OwnEvents, begun
from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.fold_writing import put_organisations
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.sealing import Seal


class ArgsOpener(Protocol):
    """What opens the sealed part of an event."""

    def open_args(self, sealed: bytes, owner: str, event_id: str) -> str:
        """Return the JSON that was sealed."""
        ...


_HEAD: LiteralString = """
MATCH (k:Keeper {id: $owner})
RETURN coalesce(k.events, 0) AS version, coalesce(k.events_rewritten, 0) AS rewritten
"""
_FIELDS: LiteralString = """
RETURN e.version AS version, e.noted_on AS noted_on, e.id AS id, e.kind AS kind, e.subject AS subject,
       e.at AS at, e.on AS on, e.by AS by, e.sealed AS sealed
"""
_LOG: LiteralString = (
    "MATCH (e:Event) WHERE e.owner = $owner AND e.version > $after AND e.version <= $upto"
    + _FIELDS
    + "ORDER BY version"
)
_AMONG: LiteralString = "UNWIND $ids AS id MATCH (e:Event {owner: $owner, id: id})" + _FIELDS
_FORGOTTEN_AMONG: LiteralString = """
UNWIND $ids AS id MATCH (f:ForgottenEvent {owner: $owner, id: id}) RETURN f.id AS id
"""
_ALL_FORGOTTEN: LiteralString = "MATCH (f:ForgottenEvent) WHERE f.owner = $owner RETURN f.id AS id"
_COUNT: LiteralString = "MATCH (e:Event) WHERE e.owner = $owner RETURN count(e) AS events"
_ADD: LiteralString = """
MATCH (k:Keeper {id: $owner})
UNWIND $rows AS row CREATE (k)-[:NOTED]->(e:Event) SET e = row, e.owner = $owner
"""
_REACH: LiteralString = """
MATCH (k:Keeper {id: $owner}) SET k.events = $version, k.events_rewritten = $rewritten
"""
_REFER: LiteralString = """
UNWIND $rows AS row
MATCH (a:Organisation {id: row.sender, layer: 'case'})
MATCH (b:Organisation {id: row.receiver, layer: 'case'})
CREATE (a)-[:REFERRED {owner: $owner, event: row.event, referral: row.referral, on: row.on}]->(b)
"""
_DROP_REFERRED: LiteralString = """
UNWIND $ids AS id
MATCH (a:Organisation)-[r:REFERRED {owner: $owner, event: id}]->(b:Organisation) DELETE r
WITH DISTINCT a, b UNWIND [a, b] AS end
WITH DISTINCT end WHERE end.layer = 'case' AND NOT (end)--() DELETE end
"""
_DROP: LiteralString = "UNWIND $ids AS id MATCH (e:Event {owner: $owner, id: id}) DETACH DELETE e"
_FORGET: LiteralString = "UNWIND $ids AS id MERGE (:ForgottenEvent {owner: $owner, id: id})"


def head_of(tx: Transaction, owner: str) -> tuple[int, int]:
    """Return (version, version of the last forgetting)."""
    found = tx.run(_HEAD, owner=owner).single()
    return (0, 0) if found is None else (found["version"], found["rewritten"])


def read_own(
    tx: Transaction, owner: str, held: OwnEvents | None, seal: Callable[[], ArgsOpener]
) -> OwnEvents:
    """Return an owner's log without what it forgot; `held` is an earlier state, which saves reading it."""
    version, rewritten = head_of(tx, owner)
    start = begun(held, version, rewritten)
    if (start.version, start.rewritten) == (version, rewritten):
        return start
    found = tx.run(_LOG, owner=owner, after=start.version, upto=version).data()
    fresh = tuple(_opened(found, owner, seal))
    return OwnEvents(version, rewritten, start.events + fresh)


def held_among(
    tx: Transaction, owner: str, ids: Collection[str], seal: Callable[[], ArgsOpener]
) -> Mapping[str, Event]:
    """Return those of these events that are there."""
    found = tx.run(_AMONG, owner=owner, ids=list(ids)).data()
    return {stored.event.id: stored.event for stored in _opened(found, owner, seal)}


def forgotten_among(tx: Transaction, owner: str, ids: Collection[str]) -> frozenset[str]:
    """Return those of these ids that were forgotten."""
    return frozenset(one["id"] for one in tx.run(_FORGOTTEN_AMONG, owner=owner, ids=list(ids)))


def read_whole(tx: Transaction, owner: str, seal: Callable[[], ArgsOpener]) -> OwnEvents:
    """Return an owner's log with every id it forgot."""
    forgotten = frozenset(one["id"] for one in tx.run(_ALL_FORGOTTEN, owner=owner))
    return replace(read_own(tx, owner, None, seal), forgotten=forgotten)


def count_of(tx: Transaction, owner: str) -> int:
    """Return how many events an owner's log holds."""
    return int(tx.run(_COUNT, owner=owner).single(strict=True)["events"])


def add_events(tx: Transaction, owner: str, events: Sequence[StoredEvent], seal: Seal) -> None:
    """Write events, which end the log, and who referred to whom. The owner's node is there and locked."""
    tx.run(_ADD, owner=owner, rows=[_row(one, owner, seal) for one in events]).consume()
    referred = [row for one in events if (row := _referred(one.event)) is not None]
    if referred:
        store_node.hold(tx)
        put_organisations(tx, {row[end] for row in referred for end in ("sender", "receiver")})
        tx.run(_REFER, owner=owner, rows=referred).consume()


def reach(tx: Transaction, owner: str, version: int, rewritten: int) -> None:
    """Write the head of a log."""
    tx.run(_REACH, owner=owner, version=version, rewritten=rewritten).consume()


def forget(tx: Transaction, owner: str, ids: Sequence[str]) -> None:
    """Delete events and what stands beside them, and remember their ids alone."""
    store_node.hold(tx)  # Organisations that nobody names any longer go.
    for query in (_DROP_REFERRED, _DROP, _FORGET):
        tx.run(query, owner=owner, ids=list(ids)).consume()


def _row(stored: StoredEvent, owner: str, seal: Seal) -> dict[str, Any]:
    event = stored.event
    args = json.dumps(event.args, ensure_ascii=False, separators=(",", ":"))
    return {
        "version": stored.version,
        "noted_on": stored.noted_on.isoformat(),
        "id": event.id,
        "kind": event.kind,
        "subject": event.subject,
        "at": event.at,
        "on": event.on.isoformat(),
        "by": event.by,
        "sealed": seal.close_args(args, owner, event.id),
    }


def _referred(event: Event) -> dict[str, str] | None:
    """What stands beside a referral between two organisations: which ones and when, nothing of the person."""
    sender, receiver = event.args.get("sender"), event.args.get("receiver")
    if event.kind != "referral_made" or not receiver or receiver == sender:
        return None
    day = event.on.isoformat()
    return {"sender": sender, "receiver": receiver, "event": event.id, "referral": event.subject, "on": day}


def _opened(
    found: Sequence[Mapping[str, Any]], owner: str, seal: Callable[[], ArgsOpener]
) -> Iterator[StoredEvent]:
    opener = seal() if found else None
    for one in found:
        if opener is not None:
            args = json.loads(opener.open_args(one["sealed"], owner, one["id"]))
            day = date.fromisoformat(one["on"])
            event = Event(one["id"], one["kind"], one["subject"], one["at"], day, one["by"], args)
            yield StoredEvent(one["version"], date.fromisoformat(one["noted_on"]), event)
