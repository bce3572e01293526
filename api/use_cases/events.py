"""News of one sheet, as the lines of an event stream (WHATWG HTML, "Server-sent events").

A reader is a version and nothing else: no queue stands behind it, so a slow one costs no memory and misses
nothing. What is new is read from the store each time, so that writes of another process are told as well.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

from api.state import ServerState
from api.use_cases.gestures import log_json
from sociogram.errors import NotFound

BEAT = b": .\n\n"
"""A line that says nothing, so that both ends know that the other is there."""


@dataclass(slots=True)
class Reader:
    """What somebody holds of a sheet: its gestures up to `after`, the last of which is `last` if said."""

    situation: str
    after: int
    last: str = ""
    keep: str = ""
    gone: bool = False
    _day: date | None = field(default=None)

    def news(self, state: ServerState, *, rung: bool = True) -> bytes:
        """Return the events since the last time, or nothing. `rung`: this process has written something."""
        today = state.today()
        self._day = self._day or today
        try:
            told = self._log(state)
            return told + (self._keeping(state) if rung else b"")
        except NotFound:
            self.gone = True
            return event("gone", {"why": "expired" if self._is_over(today) else "deleted"})

    def _log(self, state: ServerState) -> bytes:
        log = state.same(self.situation, self.last).log(state.viewer, self.situation, after=self.after)
        if log.version == self.after:
            return b""
        data = {**log_json(log), "after": self.after}
        self.after, self.last = log.version, log.gestures[-1].id if log.gestures else ""
        return event("log", data, str(log.version))

    def _keeping(self, state: ServerState) -> bytes:
        """How long the sheet stays, when that was decided again."""
        held = state.store_of(self.situation)
        word = "none"
        if held is not state.unkept:
            rows = held.situations(state.viewer)
            word = next((row.keep for row in rows if row.id == self.situation), self.keep)
        if word == self.keep:
            return b""
        self.keep = word
        return event("keep", {"keep": word})

    def _is_over(self, today: date) -> bool:
        if self.keep == "tonight":
            return self._day is not None and self._day < today
        return self.keep[:1].isdigit() and self.keep < today.isoformat()


def event(name: str, data: dict[str, Any], version: str = "") -> bytes:
    """Return one event; its data is JSON on one line."""
    numbered = f"id: {version}\n".encode() if version else b""
    return b"event: " + name.encode() + b"\n" + numbered + b"data: " + orjson.dumps(data) + b"\n\n"
