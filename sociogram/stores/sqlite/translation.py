"""SQLite's errors told in plain words. Nothing of the statement or its values goes into a message."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from sociogram.stores.failures import unusable

_CODES: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.FullError, "disk_full"),
    (apsw.CantOpenError, "cannot_open"),
    (apsw.ReadOnlyError, "cannot_open"),
    (apsw.PermissionsError, "cannot_open"),
    (apsw.BusyError, "busy"),
    (apsw.LockedError, "busy"),
    (apsw.ProtocolError, "busy"),
    (apsw.NotADBError, "damaged"),
    (apsw.CorruptError, "damaged"),
    (apsw.ConnectionClosedError, "closed"),
    (apsw.IOError, "disk_error"),
)


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Turn an error of SQLite or of the file system into StoreUnusable; `place` is the file's name."""
    try:
        yield
    except apsw.Error as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), None)
        if code is None:
            raise
        raise unusable(code, place=place) from None
    except OSError:
        raise unusable("cannot_open", place=place) from None
