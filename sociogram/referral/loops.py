"""Whether the compiled loops of the search are at hand. They change the time, never the answer.

Bringing them in takes about a second, and the first time on a computer some ten: a command that asks one
question does without; a server says that it wants them, has them made ready beside its work as soon as it
meets a large network, and goes without until they are.
"""

from threading import Lock, Thread

LARGE = 20_000
"""From so many directed ties on a search is long enough for a compiled call to be worth it."""

_lock = Lock()
_ready: list[bool] = []
_asked: list[Thread] = []
_wanted: list[bool] = []


def ready() -> bool:
    """Return whether the loops are at hand."""
    return bool(_ready)


def load() -> None:
    """Bring the loops in now; returns when they are at hand."""
    with _lock:
        if _ready:
            return
        from sociogram.referral.swift import warm  # numpy and numba: only for those who want them

        warm()
        _ready.append(True)


def want() -> None:
    """Say that many questions will come: the loops are worth their time from the first large network on."""
    _wanted.append(True)


def met(steps: int) -> None:
    """Say that a network of so many directed ties was made; bring the loops in beside other work, once."""
    if steps >= LARGE and _wanted and not _asked:
        _asked.append(Thread(target=load, name="compiled search", daemon=True))
        _asked[0].start()


def forget() -> None:
    """Do without the loops again, as at the beginning."""
    _wanted.clear()
    _ready.clear()
    _asked.clear()
