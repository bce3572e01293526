"""Events of referrals that the arrows of a viewer's sheets are; a sheet is read anew only when it changed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import NotFound
from sociogram.loop.arrows import ARROW_KINDS, BEFORE_ALL, arrow_event_id, arrow_events, noted_days
from sociogram.loop.event import StoredEvent
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.stores.protocol import SituationLog, Store

Events = tuple[StoredEvent, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: of each sheet its state and its events, as a viewer of this directory sees them."""

    directory: Directory = field(default_factory=Directory)
    sheets: dict[str, tuple[str, Events]] = field(default_factory=dict)
    events: Events = ()


@dataclass(slots=True)
class SheetEvents:
    """What the sheets of one viewer of one store say. Threads may share it: what was read is set together.

    Nothing older is ever told: what a sheet is, and which sheets there are, is asked of the store each time.
    """

    _held: _Read = field(default_factory=_Read)

    def of(self, store: Store, viewer: Viewer) -> Events:
        """Return the events as the store stands now, by situation; the same object when nothing changed.

        They have the version 0: they are in no log, and nothing can be asked "after" them.
        """
        held, directory = self._held, store.directory(viewer)
        before = held.sheets if held.directory is directory else {}
        sheets = {}
        for name, state in sorted(store.states(viewer).items()):
            known = before.get(name)
            if known is None or known[0] != state:
                known = (state, _events(store, viewer, name, directory.organisations))
            sheets[name] = known
        if sheets != before or held.directory is not directory:
            events = tuple(event for _, found in sheets.values() for event in found)
            self._held = held = _Read(directory, sheets, events)
        return held.events


def _events(store: Store, viewer: Viewer, situation_id: str, known: Collection[str]) -> Events:
    """Read after its state was: a sheet changed in between is read again the next time."""
    try:
        log = store.log(viewer, situation_id)
    except NotFound:  # deleted in between
        return ()
    return tuple(_of_arrows(log, known, viewer.id))


def _of_arrows(log: SituationLog, known: Collection[str], by: str) -> Iterator[StoredEvent]:
    if not any(map(_marks, log.gestures)):
        return
    situation = fold(log.situation, log.gestures, log.texts)
    noted = {
        arrow_event_id(situation.id, arrow, kind): day
        for arrow, day in noted_days(log.gestures).items()
        for kind in ARROW_KINDS
    }
    for event in arrow_events(situation, known=known, by=by):
        yield StoredEvent(BEFORE_ALL, noted[event.id], event)


def _marks(gesture: Gesture) -> bool:
    """Whether a gesture marks an arrow as a referral: most sheets have none, and need no folding."""
    return bool(gesture.args.get("set", gesture.args).get("referral"))
