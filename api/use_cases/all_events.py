"""Every event of referrals a viewer keeps: those noted in the store, and those their sheets' arrows are."""

from collections.abc import Collection, Iterator

from sociogram.access.viewer import Viewer
from sociogram.loop.arrows import (
    ARROW_KINDS,
    BEFORE_ALL,
    arrow_event_id,
    arrow_events,
    merged,
    noted_days,
)
from sociogram.loop.event import StoredEvent
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.stores.protocol import SituationLog, Store


def all_events(store: Store, viewer: Viewer) -> tuple[StoredEvent, ...]:
    """Return the viewer's events, what arrows say before what was noted; each thing once.

    The events of arrows have the version 0: they are in no log, and nothing can be asked "after" them.
    """
    known = store.directory(viewer).organisations
    arrows: list[StoredEvent] = []
    for summary in store.situations(viewer):
        arrows += _of_arrows(store.log(viewer, summary.id), known, viewer.id)
    return merged(store.events(viewer).events, arrows)


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
