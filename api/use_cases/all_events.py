"""Every event of referrals a viewer keeps: those noted in the store, and those their sheets' arrows are."""

from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import Viewer
from sociogram.loop.arrows import merged
from sociogram.loop.event import StoredEvent
from sociogram.stores.protocol import Store


def all_events(store: Store, viewer: Viewer, sheets: SheetEvents) -> tuple[StoredEvent, ...]:
    """Return the viewer's events, what arrows say before what was noted; each thing once.

    `sheets` is of this viewer and this store; a new one reads every sheet.
    """
    return merged(store.events(viewer).events, sheets.of(store, viewer))
