"""Pictures kept by content: the same thing asked twice is drawn once."""

import threading
from collections import OrderedDict
from collections.abc import Callable

_PLACES = 64


class PictureCache:
    """A small least-recently-used memory of bytes.

    The key names everything the picture depends on, what the viewer may see included: a key never
    holds the name of a viewer, so that equal sights share a picture and others cannot.
    """

    def __init__(self, places: int = _PLACES) -> None:
        self._places = places
        self._kept: OrderedDict[object, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, draw: Callable[[], bytes]) -> bytes:
        """Return what `key` names, drawing it when it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        drawn = draw()
        with self._lock:
            self._kept[key] = drawn
            while len(self._kept) > self._places:
                self._kept.popitem(last=False)
        return drawn

    def forget(self) -> None:
        """Drop every picture: called when something is withdrawn, erased or locked."""
        with self._lock:
            self._kept.clear()
