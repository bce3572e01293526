"""/situations/{id}/events: what happens to a sheet, told while it happens."""

import asyncio
from contextlib import suppress
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.types import Receive, Scope, Send

from api.problems import simple_error
from api.routes.answers import PROBLEMS
from api.routes.gestures import Last
from api.state import ServerState, state_of
from api.use_cases.events import BEAT, Reader, event
from sociogram.errors import SociogramError, StoreUnusable

router = APIRouter(prefix="/situations/{situation_id}/events", tags=["gestures"])
LOOK_AGAIN = 1.0
"""Seconds between two looks at the store, for what other processes write."""
BEATS = 10
"""Looks between two beats."""
PATIENCE = 20.0
"""Seconds a reader may take to accept what it is sent; then it is left, and comes back by its version."""
MOST = 100
"""Streams at once."""
_LOG = {
    "situation": "ma-situation",
    "version": 13,
    "complete": False,
    "after": 12,
    "gestures": [],
    "texts": {},
}
_SAMPLE = (
    event("log", _LOG, "13") + event("keep", {"keep": "tonight"}) + event("gone", {"why": "deleted"}) + BEAT
).decode()
_TOLD = {
    "description": (
        "`log`: the gestures after the version held; `complete` when history was rewritten, and every "
        "older copy must be forgotten. `keep`: how long the sheet stays. `gone`: it was deleted, or its "
        "keeping has expired. Lines that begin with a colon are beats."
    ),
    "content": {"text/event-stream": {"schema": {"type": "string"}, "example": _SAMPLE}},
}


@router.get(
    "", response_class=Response, responses={200: _TOLD, 503: {"description": "Too many."}, **PROBLEMS}
)
async def events(
    request: Request,
    situation_id: str,
    after: Annotated[int, Query(ge=0, le=10**12, description="the version held")] = 0,
    last: Last = "",
) -> Response:
    """What happens to a sheet after a version, as `text/event-stream`, until the reader leaves."""
    state = state_of(request)
    if state.bell.listening >= MOST:
        raise _too_many()
    resumed = request.headers.get("last-event-id", "")
    reader = Reader(situation_id, int(resumed) if resumed.isdecimal() and len(resumed) < 13 else after, last)
    # Absent, not theirs, or the store away: refused before a stream begins.
    await state.in_thread(partial(_refuse_absent, state, reader))
    return EventStream(state, reader)


class EventStream(Response):
    """An answer that lasts: until the reader leaves, the sheet goes, or the server stops."""

    media_type = "text/event-stream"

    def __init__(self, state: ServerState, reader: Reader) -> None:
        super().__init__(headers={"X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._state, self._reader = state, reader

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell, and listen whether anybody is still there."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        telling = asyncio.ensure_future(self._tell(send))
        leaving = asyncio.ensure_future(_left(receive))
        try:
            await asyncio.wait({telling, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (telling, leaving):
                task.cancel()
            await asyncio.gather(telling, leaving, return_exceptions=True)
        if telling.done() and not telling.cancelled() and telling.exception() is None:
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _tell(self, send: Send) -> None:
        state, reader, silent = self._state, self._reader, 0
        with state.bell.ear() as ear, suppress(SociogramError):  # a store that fails: let them come again
            await _sent(send, BEAT)
            rung = True
            while not state.bell.closed:
                told = await state.in_thread(partial(reader.news, state, rung=rung))
                silent = 0 if told else silent + 1
                if told or silent >= BEATS:
                    silent = 0
                    await _sent(send, told or BEAT)
                if reader.gone:
                    return
                rung = await ear.wait(LOOK_AGAIN)


def _refuse_absent(state: ServerState, reader: Reader) -> None:
    store = state.same(reader.situation, reader.last)
    store.log(state.viewer, reader.situation, after=reader.after)


async def _sent(send: Send, body: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": body, "more_body": True})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _too_many() -> SociogramError:
    return simple_error(
        StoreUnusable,
        "too_many_readers",
        fr="trop de pages suivent cette feuille en même temps.",
        en="too many pages follow this sheet at once.",
        remedy_fr="Fermer celles dont personne ne se sert.",
        remedy_en="Close those nobody uses.",
    )
