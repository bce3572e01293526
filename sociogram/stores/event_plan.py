"""What noting and forgetting make of somebody's log of events: pure, and the same for every store."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sociogram.loop.checking import checked
from sociogram.loop.event import Event, EventLog, StoredEvent
from sociogram.loop.values import uuid
from sociogram.loop.wire import canonical
from sociogram.stores.failures import other_content


@dataclass(frozen=True, slots=True)
class OwnEvents:
    """All that one owner noted. `rewritten` is the version of the last forgetting (0: never); `forgotten` are
    ids, kept so that a late copy does not bring them back."""

    version: int = 0
    rewritten: int = 0
    events: tuple[StoredEvent, ...] = ()
    forgotten: frozenset[str] = frozenset()


NO_EVENTS = OwnEvents()


def checked_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events as they are kept, each once; BadInput says which one cannot be."""
    kept = [checked(event, place=f"events[{at}]") for at, event in enumerate(events)]
    return fresh_events(kept, {}, ())


def checked_ids(ids: Collection[str]) -> tuple[str, ...]:
    """Return ids of events, each once, in order; BadInput for what is none."""
    return tuple(sorted({uuid(one, "id") for one in ids}))


def fresh_events(
    events: Sequence[Event], held: Mapping[str, Event], forgotten: Collection[str]
) -> tuple[Event, ...]:
    """Return those that are neither held nor forgotten, each once. BadInput for an id with two contents."""
    fresh: dict[str, Event] = {}
    for event in events:
        known = held.get(event.id, fresh.get(event.id))
        if known is not None:
            if canonical(known) != canonical(event):
                raise other_content("events", event.id)
        elif event.id not in forgotten:
            fresh[event.id] = event
    return tuple(fresh.values())


def begun(held: OwnEvents | None, version: int, rewritten: int) -> OwnEvents:
    """Return `held`, an earlier state, when a log with this head still begins with it; else no events."""
    return held if held is not None and rewritten <= held.version <= version else NO_EVENTS


def stored_after(version: int, fresh: Sequence[Event], today: date) -> tuple[StoredEvent, ...]:
    """Give fresh events their places after `version`."""
    return tuple(StoredEvent(version + rank, today, one) for rank, one in enumerate(fresh, start=1))


def noted(own: OwnEvents, events: Sequence[Event], today: date) -> OwnEvents:
    """Return the log after these events, or `own` itself when there is nothing new."""
    held = {stored.event.id: stored.event for stored in own.events}
    added = stored_after(own.version, fresh_events(events, held, own.forgotten), today)
    if not added:
        return own
    return replace(own, version=own.version + len(added), events=own.events + added)


def without(own: OwnEvents, ids: Collection[str]) -> OwnEvents:
    """Return the log after a forgetting, or `own` itself when all was forgotten before."""
    gone = frozenset(ids) - own.forgotten
    if not gone:
        return own
    left = tuple(stored for stored in own.events if stored.event.id not in gone)
    return OwnEvents(own.version + 1, own.version + 1, left, own.forgotten | gone)


def read_after(own: OwnEvents, after: int) -> EventLog:
    """Return the events after a version; the whole log when the reader's copy may hold something forgotten
    since, or a version this store never reached."""
    if after <= 0 or after < own.rewritten or after > own.version:
        return EventLog(own.version, own.events)
    first = bisect_right(own.events, after, key=lambda stored: stored.version)
    return EventLog(own.version, own.events[first:], complete=False)
