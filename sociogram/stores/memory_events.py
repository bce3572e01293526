"""Events of referrals in a memory store."""

from collections.abc import Collection, Sequence
from datetime import date

from sociogram.access.decide import decide
from sociogram.access.resources import EventsResource
from sociogram.access.viewer import Viewer
from sociogram.loop.event import Event, EventLog
from sociogram.stores.event_plan import NO_EVENTS, checked_events, checked_ids, noted, read_after, without
from sociogram.stores.failures import nobody_keeps
from sociogram.stores.memory_held import MemoryHeld


class MemoryEvents:
    """See the methods of Store."""

    def __init__(self, held: MemoryHeld) -> None:
        self._held = held

    def read(self, viewer: Viewer, after: int) -> EventLog:
        """See Store.events."""
        with self._held.lock:
            own = self._held.events.get(viewer.id, NO_EVENTS)
        return read_after(own if decide(viewer, "read", EventsResource(viewer.id)) else NO_EVENTS, after)

    def note(self, viewer: Viewer, events: Sequence[Event], today: date) -> int:
        """See Store.note_events."""
        if not decide(viewer, "write", EventsResource(viewer.id)):
            raise nobody_keeps()
        kept = checked_events(events)
        with self._held.lock:
            own = noted(self._held.events.get(viewer.id, NO_EVENTS), kept, today)
            self._held.events[viewer.id] = own
            return own.version

    def forget(self, viewer: Viewer, ids: Collection[str]) -> None:
        """See Store.forget_events."""
        if not decide(viewer, "delete", EventsResource(viewer.id)):
            raise nobody_keeps()
        gone = checked_ids(ids)
        with self._held.lock:
            own = self._held.events.get(viewer.id, NO_EVENTS)
            self._held.events[viewer.id] = without(own, gone)
