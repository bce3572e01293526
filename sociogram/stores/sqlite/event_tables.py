"""Events of referrals in their tables, by owner."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

import apsw

from sociogram.errors import BadInput
from sociogram.loop.checking import checked
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.wire import canonical
from sociogram.stores.event_plan import OwnEvents, begun


def head_of(connection: apsw.Connection, owner: str) -> tuple[int, int]:
    """Return (version, version of the last forgetting)."""
    found = connection.execute("SELECT version, rewritten FROM event_log WHERE owner = ?", (owner,))
    return next(iter(found), (0, 0))


def read_own(connection: apsw.Connection, owner: str, held: OwnEvents | None) -> OwnEvents:
    """Return an owner's log without what it forgot; `held` is an earlier state, which saves reading it."""
    version, rewritten = head_of(connection, owner)
    start = begun(held, version, rewritten)
    if (start.version, start.rewritten) == (version, rewritten):
        return start
    rows = connection.execute(
        "SELECT version, noted_on, body FROM event WHERE owner = ? AND version > ? ORDER BY version",
        (owner, start.version),
    )
    fresh = tuple(StoredEvent(at, date.fromisoformat(day), event_of(body)) for at, day, body in rows)
    return OwnEvents(version, rewritten, start.events + fresh)


def held_among(connection: apsw.Connection, owner: str, ids: Collection[str]) -> Mapping[str, Event]:
    """Return those of these events that are there."""
    found = connection.execute(
        "SELECT id, body FROM event WHERE owner = ? AND id IN (SELECT value FROM json_each(?))",
        (owner, json.dumps(list(ids))),
    )
    return {name: event_of(body) for name, body in found}


def forgotten_among(connection: apsw.Connection, owner: str, ids: Collection[str]) -> frozenset[str]:
    """Return those of these ids that were forgotten."""
    found = connection.execute(
        "SELECT id FROM forgotten_event WHERE owner = ? AND id IN (SELECT value FROM json_each(?))",
        (owner, json.dumps(list(ids))),
    )
    return frozenset(name for (name,) in found)


def add_events(connection: apsw.Connection, owner: str, events: Sequence[StoredEvent]) -> None:
    """Write events; they end the log."""
    connection.executemany(
        "INSERT INTO event (owner, version, id, noted_on, body) VALUES (?, ?, ?, ?, ?)",
        [
            (owner, one.version, one.event.id, one.noted_on.isoformat(), canonical(one.event))
            for one in events
        ],
    )


def reach(connection: apsw.Connection, owner: str, version: int, rewritten: int) -> None:
    """Write the head of a log."""
    connection.execute(
        "INSERT INTO event_log (owner, version, rewritten) VALUES (?, ?, ?)"
        " ON CONFLICT (owner) DO UPDATE SET version = excluded.version, rewritten = excluded.rewritten",
        (owner, version, rewritten),
    )


def forget(connection: apsw.Connection, owner: str, ids: Collection[str]) -> None:
    """Delete events, and remember their ids alone."""
    rows = [(owner, one) for one in ids]
    connection.executemany("DELETE FROM event WHERE owner = ? AND id = ?", rows)
    connection.executemany("INSERT OR IGNORE INTO forgotten_event (owner, id) VALUES (?, ?)", rows)


def owners(connection: apsw.Connection) -> list[str]:
    """Return everybody who has a log."""
    return [owner for (owner,) in connection.execute("SELECT owner FROM event_log ORDER BY owner")]


def read_whole(connection: apsw.Connection, owner: str) -> OwnEvents:
    """Return an owner's log with every id it forgot."""
    found = connection.execute("SELECT id FROM forgotten_event WHERE owner = ?", (owner,))
    forgotten = frozenset(name for (name,) in found)
    return replace(read_own(connection, owner, None), forgotten=forgotten)


def events_sound(connection: apsw.Connection) -> bool:
    """Whether every event can be read, is one that the door takes, and belongs to a log that reached it."""
    rows = connection.execute(
        "SELECT event.id, event.body, event.version <= coalesce(event_log.version, 0), f.id IS NOT NULL"
        " FROM event LEFT JOIN event_log ON event_log.owner = event.owner"
        " LEFT JOIN forgotten_event f ON f.owner = event.owner AND f.id = event.id"
    )
    return all(reached and not forgotten and _sound(name, body) for name, body, reached, forgotten in rows)


def _sound(name: str, body: str) -> bool:
    try:
        return checked(event_of(body)).id == name
    except (BadInput, ValueError, TypeError, KeyError):
        return False


def count_of(connection: apsw.Connection, owner: str) -> int:
    """Return how many events an owner's log holds."""
    ((count,),) = connection.execute("SELECT count(*) FROM event WHERE owner = ?", (owner,))
    return int(count)


def event_of(body: str) -> Event:
    """Return the event as it was written; it was checked before."""
    fields = json.loads(body)
    return Event(**{**fields, "on": date.fromisoformat(fields["on"])})
