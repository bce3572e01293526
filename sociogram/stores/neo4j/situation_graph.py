"""Situations in the graph: heads, logs, texts, and what changed of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString, Protocol

from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture
from sociogram.stores.keeping import Keeping
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.sealing import Seal
from sociogram.stores.record import Entry, Record


class TextOpener(Protocol):
    """What opens a sealed text."""

    def open(self, sealed: bytes, situation: str, text_id: str) -> Bilingual:
        """Return the text."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """The node of one situation. `key` is random and never used again."""

    key: str
    owner: str
    id: str
    keeping: Keeping
    version: int
    rewritten: int


_HEAD: LiteralString = """
RETURN s.key AS key, s.owner AS owner, s.id AS id, s.keep AS keep, s.last_day AS last_day,
       s.version AS version, s.rewritten AS rewritten ORDER BY s.owner, s.id
"""
_ONE: LiteralString = "MATCH (s:Situation {owner: $owner, id: $id}) " + _HEAD
_LOCKED: LiteralString = (
    "MATCH (s:Situation {owner: $owner, id: $id}) SET s.held = true REMOVE s.held WITH s " + _HEAD
)
_OWNED: LiteralString = "MATCH (s:Situation {owner: $owner}) " + _HEAD
_MADE: LiteralString = "MATCH (s:Situation {made: $made, owner: $owner}) " + _HEAD
_CALLED: LiteralString = (
    "MATCH (s:Situation {owner: $owner}) MATCH (:Forgotten {situation: s.key, gesture: $mark}) " + _HEAD
)
_PASSING: LiteralString = (
    "MATCH (s:Situation) WHERE s.keep <> 'forever' SET s.held = true REMOVE s.held WITH s " + _HEAD
)
_LOCK_KEEPER: LiteralString = "MERGE (k:Keeper {id: $owner}) SET k.held = true REMOVE k.held"
_LOG: LiteralString = """
MATCH (g:Gesture) WHERE g.situation = $key AND g.version > $after AND g.version <= $upto
RETURN g.version AS version, g.id AS id, g.v AS v, g.kind AS kind, g.at AS at, g.by AS by, g.args AS args
ORDER BY version
"""
_TEXTS: LiteralString = """
MATCH (t:Text) WHERE t.situation = $key AND t.id IS NOT NULL RETURN t.id AS id, t.sealed AS sealed
"""
_FORGOTTEN: LiteralString = (
    "MATCH (f:Forgotten) WHERE f.situation = $key AND f.gesture IS NOT NULL RETURN f.gesture AS gesture"
)
_ADD: LiteralString = """
CREATE (:Situation {key: $key, owner: $owner, id: $id, made: $made, keep: $keep, last_day: $last_day,
                    version: 0, rewritten: 0})
"""
_ADD_GESTURES: LiteralString = """
MATCH (s:Situation {key: $key})
UNWIND $rows AS row
CREATE (s)-[:LOG]->(g:Gesture {situation: $key, id: row.id, version: row.version, v: row.v, kind: row.kind,
                               at: row.at, by: row.by, args: row.args})
"""
_ADD_TEXTS: LiteralString = """
MATCH (s:Situation {key: $key})
UNWIND $rows AS row CREATE (s)-[:SAYS]->(:Text {situation: $key, id: row.id, sealed: row.sealed})
"""
_REACH: LiteralString = "MATCH (s:Situation {key: $key}) SET s.version = $version, s.rewritten = $rewritten"
_DROP_GESTURES: LiteralString = """
UNWIND $ids AS id MATCH (g:Gesture {situation: $key, id: id}) DETACH DELETE g
"""
_TRIM: LiteralString = """
UNWIND $rows AS row MATCH (g:Gesture {situation: $key, id: row.id}) SET g.args = row.args
"""
_DROP_TEXTS: LiteralString = "UNWIND $ids AS id MATCH (t:Text {situation: $key, id: id}) DETACH DELETE t"
_FORGET: LiteralString = "UNWIND $ids AS id MERGE (:Forgotten {situation: $key, gesture: id})"
_KEEP: LiteralString = "MATCH (s:Situation {key: $key}) SET s.keep = $keep, s.last_day = $last_day"
_DELETE: LiteralString = """
MATCH (s:Situation {key: $key})
CALL (s) { MATCH (s)-[:LOG|SAYS]->(n) DETACH DELETE n }
CALL (s) { MATCH (f:Forgotten) WHERE f.situation = $key AND f.gesture IS NOT NULL DELETE f }
CALL (s) { MATCH (s)-[:HOLDS]->(n) DETACH DELETE n }
DETACH DELETE s
"""


def head_of(tx: Transaction, owner: str, situation_id: str, *, lock: bool = False) -> Head | None:
    """Return the head of one situation of `owner`; with `lock`, let nobody else write it until the end."""
    found = tx.run(_LOCKED if lock else _ONE, owner=owner, id=situation_id).single()
    return None if found is None else _head(found.data())


def heads_of(tx: Transaction, owner: str) -> list[Head]:
    """Return the heads of the situations of `owner`, by id."""
    return sorted((_head(one.data()) for one in tx.run(_OWNED, owner=owner)), key=lambda head: head.id)


def made_by(tx: Transaction, owner: str, made: str) -> Head | None:
    """Return the head of the situation that this call made before, if it did."""
    found = tx.run(_MADE, owner=owner, made=made).single()
    return None if found is None else _head(found.data())


def passing_heads(tx: Transaction) -> list[Head]:
    """Return, locked, the heads of all situations that are not kept for ever."""
    return [_head(one.data()) for one in tx.run(_PASSING)]


def lock_keeper(tx: Transaction, owner: str) -> None:
    """Let nobody else add a situation of `owner` until the end."""
    tx.run(_LOCK_KEEPER, owner=owner).consume()


def read_record(tx: Transaction, head: Head, held: Record | None, seal: Callable[[], TextOpener]) -> Record:
    """Return the record of a situation; `held` is an earlier state of it, which saves reading what it
    holds."""
    usable = held is not None and head.rewritten <= held.version <= head.version
    start = held if usable and held is not None else Record(head.id)
    if start.version == head.version:
        return start
    rows = tx.run(_LOG, key=head.key, after=start.version, upto=head.version)
    entries = tuple(Entry(one["version"], _gesture(one.data())) for one in rows)
    sealed = {one["id"]: one["sealed"] for one in tx.run(_TEXTS, key=head.key)}
    opener = seal() if sealed else None
    return Record(
        situation=head.id,
        version=head.version,
        rewritten=head.rewritten,
        entries=start.entries + entries,
        texts={name: opener.open(raw, head.key, name) for name, raw in sealed.items()} if opener else {},
        forgotten=frozenset(one["gesture"] for one in tx.run(_FORGOTTEN, key=head.key)),
    )


def called(tx: Transaction, owner: str, mark: str) -> Head | None:
    """Return the head of the situation that remembers this call (stores/calls.py)."""
    found = tx.run(_CALLED, owner=owner, mark=mark).single() if mark else None
    return None if found is None else _head(found.data())


def add_situation(tx: Transaction, head: Head, made: str) -> None:
    """Write the empty node of a new situation."""
    values = {"key": head.key, "owner": head.owner, "id": head.id, "made": made}
    tx.run(_ADD, values, keep=head.keeping.word, last_day=_day(head.keeping)).consume()


def write_changes(tx: Transaction, key: str, old: Record, new: Record, seal: Callable[[], Seal]) -> None:
    """Write the difference of two states: as many nodes as gestures, unless history was rewritten."""
    if new.rewritten != old.rewritten:
        _forget(tx, key, old, new)
    _write(tx, _FORGET, key, sorted(new.forgotten - old.forgotten), name="ids")
    _write(tx, _ADD_GESTURES, key, [_row(one) for one in new.entries if one.version > old.version])
    fresh = sorted(new.texts.keys() - old.texts.keys())
    if fresh:
        closer = seal()
        texts = [{"id": name, "sealed": closer.close(new.texts[name], key, name)} for name in fresh]
        _write(tx, _ADD_TEXTS, key, texts)
    tx.run(_REACH, key=key, version=new.version, rewritten=new.rewritten).consume()


def delete_situation(tx: Transaction, key: str) -> None:
    """Delete a situation and all that is its own; its links to organisations go with their fold."""
    tx.run(_DELETE, key=key).consume()


def write_keeping(tx: Transaction, key: str, keeping: Keeping) -> None:
    """Write until when a situation is kept."""
    tx.run(_KEEP, key=key, keep=keeping.word, last_day=_day(keeping)).consume()


def _forget(tx: Transaction, key: str, old: Record, new: Record) -> None:
    """Delete what a withdrawal took, rewrite what it trimmed."""
    left = {one.gesture.id: one for one in new.entries}
    gone = [one.gesture.id for one in old.entries if one.gesture.id not in left]
    _write(tx, _DROP_GESTURES, key, gone, name="ids")
    trimmed = [
        _row(left[one.gesture.id])
        for one in old.entries
        if one.gesture.id in left and left[one.gesture.id].gesture != one.gesture
    ]
    _write(tx, _TRIM, key, trimmed)
    _write(tx, _DROP_TEXTS, key, sorted(old.texts.keys() - new.texts.keys()), name="ids")


def _write(tx: Transaction, query: LiteralString, key: str, rows: list[Any], *, name: str = "rows") -> None:
    if rows:
        tx.run(query, {"key": key, name: rows}).consume()


def _head(found: dict[str, Any]) -> Head:
    last_day = found.pop("last_day")
    keeping = Keeping(found.pop("keep"), date.fromisoformat(last_day) if last_day else None)
    return Head(keeping=keeping, **found)


def _day(keeping: Keeping) -> str | None:
    return keeping.last_day.isoformat() if keeping.last_day else None


def _row(entry: Entry) -> dict[str, Any]:
    one = entry.gesture
    args = json.dumps(dict(one.args), ensure_ascii=False, separators=(",", ":"))
    return {
        "version": entry.version,
        "id": one.id,
        "v": one.v,
        "kind": one.kind,
        "at": one.at,
        "by": one.by,
        "args": args,
    }


def _gesture(found: dict[str, Any]) -> Gesture:
    found.pop("version")
    return Gesture(**{**found, "args": json.loads(found["args"])})
