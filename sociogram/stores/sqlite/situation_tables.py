"""Situations in their tables: reading a record, and writing what changed of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import apsw

from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture
from sociogram.stores.keeping import Keeping
from sociogram.stores.record import Entry, Record


@dataclass(frozen=True, slots=True)
class Head:
    """The row of one situation. `key` is never used twice."""

    key: int
    owner: str
    id: str
    keeping: Keeping
    version: int
    rewritten: int


_HEAD = "SELECT key, owner, id, keep, last_day, version, rewritten FROM situation"


def head_of(connection: apsw.Connection, owner: str, situation_id: str) -> Head | None:
    """Return the head of one situation of `owner`."""
    return next(_heads(connection, f"{_HEAD} WHERE owner = ? AND id = ?", (owner, situation_id)), None)


def heads_of(connection: apsw.Connection, owner: str) -> tuple[Head, ...]:
    """Return the heads of the situations of `owner`, by id."""
    return tuple(_heads(connection, f"{_HEAD} WHERE owner = ? ORDER BY id", (owner,)))


def all_heads(connection: apsw.Connection) -> Iterator[Head]:
    """Return the heads of everybody's situations."""
    return _heads(connection, f"{_HEAD} ORDER BY key", ())


def passing_heads(connection: apsw.Connection) -> tuple[Head, ...]:
    """Return the heads of all situations that are not kept for ever."""
    return tuple(_heads(connection, f"{_HEAD} WHERE keep <> 'forever' ORDER BY key", ()))


def _heads(connection: apsw.Connection, sql: str, values: tuple[str, ...]) -> Iterator[Head]:
    for key, owner, name, keep, last_day, version, rewritten in connection.execute(sql, values):
        keeping = Keeping(keep, date.fromisoformat(last_day) if last_day else None)
        yield Head(key, owner, name, keeping, version, rewritten)


def read_record(connection: apsw.Connection, head: Head, held: Record | None) -> Record:
    """Return the record of a situation; `held` is an earlier state of it, which saves reading what it
    holds."""
    usable = held is not None and head.rewritten <= held.version <= head.version
    start = held if usable and held is not None else Record(head.id)
    if start.version == head.version:
        return start
    fresh = connection.execute(
        "SELECT version, body FROM gesture WHERE situation = ? AND version > ? ORDER BY version",
        (head.key, start.version),
    )
    entries = tuple(Entry(version, Gesture(**json.loads(body))) for version, body in fresh)
    texts = connection.execute("SELECT id, fr, en FROM text WHERE situation = ?", (head.key,))
    forgotten = connection.execute("SELECT gesture FROM forgotten WHERE situation = ?", (head.key,))
    return Record(
        situation=head.id,
        version=head.version,
        rewritten=head.rewritten,
        entries=start.entries + entries,
        texts={name: Bilingual(fr, en) for name, fr, en in texts},
        forgotten=frozenset(gesture for (gesture,) in forgotten),
    )


def made_by(connection: apsw.Connection, owner: str, mark: str) -> str | None:
    """Return the id of this owner's situation that remembers this call (stores/calls.py)."""
    query = (
        "SELECT situation.id FROM situation JOIN forgotten ON forgotten.situation = situation.key"
        " WHERE situation.owner = ? AND forgotten.gesture = ?"
    )
    return next((str(name) for (name,) in connection.execute(query, (owner, mark))), None)


def add_situation(connection: apsw.Connection, owner: str, record: Record, keeping: Keeping) -> Head:
    """Write a new situation whole; return its head."""
    connection.execute(
        "INSERT INTO situation (owner, id, keep, last_day, version, rewritten) VALUES (?, ?, ?, ?, 0, 0)",
        (owner, record.situation, keeping.word, _day(keeping)),
    )
    head = Head(connection.last_insert_rowid(), owner, record.situation, keeping, 0, 0)
    write_changes(connection, head, Record(record.situation), record)
    return Head(head.key, owner, record.situation, keeping, record.version, record.rewritten)


def write_changes(connection: apsw.Connection, head: Head, old: Record, new: Record) -> None:
    """Write the difference of two states: as many rows as gestures, unless history was rewritten."""
    if new.rewritten != old.rewritten:
        _forget(connection, head, old, new)
    connection.executemany(
        "INSERT INTO forgotten (situation, gesture) VALUES (?, ?)",
        [(head.key, gesture) for gesture in sorted(new.forgotten - old.forgotten)],
    )
    known = old.version
    connection.executemany(
        "INSERT INTO gesture (situation, version, id, body) VALUES (?, ?, ?, ?)",
        [
            (head.key, one.version, one.gesture.id, _body(one.gesture))
            for one in new.entries
            if one.version > known
        ],
    )
    connection.executemany(
        "INSERT INTO text (situation, id, fr, en) VALUES (?, ?, ?, ?)",
        [
            (head.key, name, new.texts[name].fr, new.texts[name].en)
            for name in sorted(new.texts.keys() - old.texts.keys())
        ],
    )
    connection.execute(
        "UPDATE situation SET version = ?, rewritten = ? WHERE key = ?",
        (new.version, new.rewritten, head.key),
    )


def _forget(connection: apsw.Connection, head: Head, old: Record, new: Record) -> None:
    """Delete what a withdrawal took, rewrite what it trimmed."""
    left = {one.version: one.gesture for one in new.entries}
    gone = [(head.key, one.version) for one in old.entries if one.version not in left]
    trimmed = [one for one in old.entries if one.version in left and left[one.version] != one.gesture]
    connection.executemany("DELETE FROM gesture WHERE situation = ? AND version = ?", gone)
    connection.executemany(
        "UPDATE gesture SET body = ? WHERE situation = ? AND version = ?",
        [(_body(left[one.version]), head.key, one.version) for one in trimmed],
    )
    connection.executemany(
        "DELETE FROM text WHERE situation = ? AND id = ?",
        [(head.key, name) for name in sorted(old.texts.keys() - new.texts.keys())],
    )


def delete_situation(connection: apsw.Connection, key: int) -> None:
    """Delete a situation and all that is its own."""
    connection.execute("DELETE FROM situation WHERE key = ?", (key,))


def write_keeping(connection: apsw.Connection, key: int, keeping: Keeping) -> None:
    """Write until when a situation is kept."""
    connection.execute(
        "UPDATE situation SET keep = ?, last_day = ? WHERE key = ?", (keeping.word, _day(keeping), key)
    )


def _day(keeping: Keeping) -> str | None:
    return keeping.last_day.isoformat() if keeping.last_day else None


def _body(gesture: Gesture) -> str:
    return json.dumps(gesture.as_json(), ensure_ascii=False, separators=(",", ":"))
