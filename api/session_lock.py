"""The quick lock of one session: a sign chosen at the start, kept in memory only, asked again to reopen.

The sign is never kept: a salted scrypt of it is. Wrong tries slow down. Lost with the process, as the sheets
that are not kept are.
"""

import hashlib
import hmac
import math
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from fastapi import Request

from api.problems import simple_error
from sociogram.errors import NotAllowed, SociogramError

MOST_SECONDS = 60.0
_FREE_TRIES = 2


@dataclass(slots=True)
class SessionLock:
    """Open without a sign; with one, open or closed. Threads may share it.

    `kind` says how the sign is given, "dots" or "words", so that a page read anew asks for it the same way.
    """

    monotonic: Callable[[], float] = time.monotonic
    closed: bool = False
    kind: str = ""
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    _sign: bytes | None = None
    _wrong: int = 0
    _not_before: float = 0.0
    _one_by_one: Lock = field(default_factory=Lock)

    @property
    def chosen(self) -> bool:
        """Whether a sign was chosen."""
        return self._sign is not None

    @property
    def seconds_to_wait(self) -> int:
        """Whole seconds until the next try is heard; 0 when it may come now."""
        left = self._not_before - self.monotonic()
        return max(0, math.ceil(left))

    def choose(self, sign: str | None, kind: str = "") -> None:
        """Take `sign` for this session, or none at all. NotAllowed while closed."""
        with self._one_by_one:
            if self.closed:
                raise locked()
            self._sign = None if sign is None else self._hashed(sign)
            self.kind = kind
            self._wrong = 0

    def close(self) -> None:
        """Close, if there is a sign to reopen with."""
        with self._one_by_one:
            self.closed = self.chosen

    def lift(self, sign: str) -> None:
        """Reopen. NotAllowed for a wrong sign, or for a try that comes too early and is not looked at."""
        with self._one_by_one:
            if not self.closed:
                return
            if self.seconds_to_wait:
                raise _too_early()
            if self._sign is None or not hmac.compare_digest(self._hashed(sign), self._sign):
                self._wrong += 1
                pause = 2.0 ** (self._wrong - _FREE_TRIES) if self._wrong > _FREE_TRIES else 0.0
                self._not_before = self.monotonic() + min(pause, MOST_SECONDS)
                raise _wrong_sign()
            self.closed, self._wrong, self._not_before = False, 0, 0.0

    def _hashed(self, sign: str) -> bytes:
        return hashlib.scrypt(sign.encode("utf-8", "surrogatepass"), salt=self._salt, n=2**14, r=8, p=1)


# What stays answered while closed: nothing here tells of a sheet. An open page goes on sending its gestures.
_OPEN = ("/health", "/pens", "/session", "/lock", "/vocabulary", "/share", "/pairing")
_SYNCHRONISING = re.compile("/situations/[^/]+/(gestures|events)|/referrals/events")


async def not_closed(request: Request) -> None:
    """Refuse what would show a sheet while the session is closed. A tablet's own requests pass.

    Waits for nothing: being `async` spares each request the way to another thread and back.
    """
    lock: SessionLock = request.app.state.server.lock
    if not lock.closed or request.scope.get("state", {}).get("device"):
        return
    path = request.url.path.partition("/api/v1")[2]
    if not path.startswith(_OPEN) and not _SYNCHRONISING.fullmatch(path):
        raise locked()


def locked() -> SociogramError:
    """The page is closed."""
    return simple_error(
        NotAllowed,
        "locked",
        fr="la page est fermée.",
        en="the page is closed.",
        remedy_fr="La rouvrir avec le signe choisi.",
        remedy_en="Open it again with the sign that was chosen.",
    )


def _wrong_sign() -> SociogramError:
    return simple_error(
        NotAllowed,
        "wrong_sign",
        fr="ce n'est pas le signe choisi.",
        en="this is not the sign that was chosen.",
        remedy_fr="Réessayer.",
        remedy_en="Try again.",
    )


def _too_early() -> SociogramError:
    return simple_error(
        NotAllowed,
        "too_many_tries",
        fr="trop d'essais à la suite.",
        en="too many tries in a row.",
        remedy_fr="Attendre un instant, puis réessayer.",
        remedy_en="Wait a moment, then try again.",
    )
