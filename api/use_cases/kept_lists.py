"""Lists of which the last one counts: replaced whole, never over what somebody changed since."""

from collections.abc import Callable, Sequence

from api.use_cases.referral_desk import Book, Desk
from sociogram.errors import Conflict, Problem
from sociogram.language import Bilingual
from sociogram.loop.event import Event

_CHANGED = Problem(
    "changed_since",
    Bilingual("cette liste a été changée depuis.", "this list was changed since."),
    Bilingual("La relire, puis recommencer.", "Read it again, then begin anew."),
)


def replace_list(
    kind: str, events_of: Callable[[Book], Sequence[Event]], desk: Desk, seen: int | None
) -> int:
    """Note the new list; Conflict when the last one is not of the version `seen` (None: any will do)."""
    book = desk.book()
    events = events_of(book)
    last = book.last(kind)
    if events[0].id not in book.held() and seen is not None and seen != (last.version if last else 0):
        raise Conflict((_CHANGED,))
    return desk.note(events)
