"""The walls and the routes of the links' own listener: one page, one stylesheet, and nothing else.

The token in the address is all that opens it, so neither host nor origin is looked at: another site that
knows a token could as well follow it. No cookie, no script, no log; looking never changes anything, so that
a messenger's preview of the link answers nothing. Who was given no link makes the store do nothing.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.answering import words
from api.answering.links import ANSWERS_PATH, AnswerLinks
from api.answering.page import STYLE, Notice, answer_page, notice_page
from api.bodies import read_bytes
from api.language import language_of
from api.security import where, with_headers
from api.state import Made, ServerState
from sociogram.errors import BadInput, NotFound, SociogramError
from sociogram.language import Lang
from sociogram.loop.answer_link import ANSWERS

BODY_LIMIT = 500
"""Bytes: two short words from lists."""
BODY_SECONDS = 10.0
"""In which they must arrive: a body that never ends must not keep a place."""
AT_ONCE = 4
"""Looks into the store. The laptop's own questions need threads too."""
_AWAY = Notice(words.AWAY, words.LATER)
_NOT_NOTED = Notice(words.NOT_NOTED, words.LATER)
_CLOSED = Notice(words.CLOSED, words.CLOSED_WHY)
_NOT_NOW = Notice(words.NOT_NOW, words.NOT_NOW_WHY, refused=True)
_NO_REASON = Notice(words.REASON_MISSING, refused=True, about_reason=True)
_UNCLEAR = Notice(words.UNCLEAR, words.UNCLEAR_WHY, refused=True)
_DONE = Notice(words.NOTED)


class AnswerDoor:
    """ASGI application of the links: reads and answers with `state`'s store, whoever sits at the laptop."""

    def __init__(self, state: ServerState, links: AnswerLinks) -> None:
        self._state = state
        self._links = links
        self._style = (files("api.answering") / STYLE).read_bytes()
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, always with a page that says what to do."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        failed = _NOT_NOTED if scope["method"] == "POST" else _AWAY
        try:
            response = await self._response(request)
        except SociogramError:  # the store is away
            response = _said(failed, 503, _lang(request))
        except Exception as error:  # no traceback leaves, and no word of what was sent is printed
            print(f"sociogram: {type(error).__name__} {where(error)}", file=sys.stderr)
            response = _said(failed, 503, _lang(request))
        await response(scope, receive, with_headers(send, kept=False, secure=False))

    async def _response(self, request: Request) -> Response:
        path: str = request.scope["path"]
        if path == f"{ANSWERS_PATH}{STYLE}" and request.method in ("GET", "HEAD"):
            return Response(self._style, media_type="text/css")
        token, lang = path.removeprefix(ANSWERS_PATH), _lang(request)
        answering = _METHODS.get(request.method)
        if answering is None or not path.startswith(ANSWERS_PATH) or not self._links.gave(token):
            return _said(_CLOSED, 404, lang)
        try:
            return await answering(self, request, token, lang)
        except NotFound:
            return _said(_CLOSED, 404, lang)

    async def _looked_at(self, request: Request, token: str, lang: Lang) -> Response:
        return await self._page(token, lang, noted=request.query_params.get("noted", ""))

    async def _answered(self, request: Request, token: str, lang: Lang) -> Response:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                kind, args = _answer(await read_bytes(request, BODY_LIMIT))
        except (BadInput, TimeoutError):
            return await self._page(token, lang, _UNCLEAR, 422)
        try:
            noted = await self._in_turn(
                lambda: self._state.noting(lambda desk: self._links.note(token, kind, args, desk))
            )
        except BadInput:
            return await self._page(token, lang, _NO_REASON, 422)
        if not noted:
            return await self._page(token, lang, _NOT_NOW, 409)
        # Asked for anew by GET: going back and reloading sends nothing twice.
        return RedirectResponse(f"?noted={kind}&lang={lang}", 303)

    async def _page(
        self, token: str, lang: Lang, notice: Notice | None = None, status: int = 200, noted: str = ""
    ) -> Response:
        def page() -> str:
            desk = self._state.desk()
            referral = self._links.referral(token, desk)
            # The address may be copied to somebody else, or another answer have come first.
            stands = noted in ANSWERS and noted == referral.state
            said = notice or (_DONE if stands else None)
            return answer_page(referral, desk.directory, lang, said)

        return HTMLResponse(await self._in_turn(page), status)

    async def _in_turn(self, work: Callable[[], Made]) -> Made:
        async with self._places:
            return await self._state.in_thread(work)


_Answering = Callable[[AnswerDoor, Request, str, Lang], Awaitable[Response]]
_METHODS: dict[str, _Answering] = {
    "GET": AnswerDoor._looked_at,
    "HEAD": AnswerDoor._looked_at,
    "POST": AnswerDoor._answered,
}


def _answer(body: bytes) -> tuple[str, dict[str, str]]:
    """Return the kind of a form and its `args`, as they were sent: they are checked where they are noted."""
    sent = parse_qs(body.decode("ascii", "replace"))
    # A field said twice says nothing: which of the two was meant is not ours to choose.
    once = {name: values[0] for name, values in sent.items() if len(values) == 1}
    kind, reason = once.get("kind", ""), once.get("reason", "")
    return kind, {"reason": reason} if kind == "declined" else {}


def _said(notice: Notice, status: int, lang: Lang) -> Response:
    headers = {"Retry-After": "5"} if status == 503 else {}
    return HTMLResponse(notice_page(notice, lang), status, headers)


def _lang(request: Request) -> Lang:
    return language_of(request.scope["query_string"].decode("latin-1"), request.headers)


def answer_door(state: ServerState) -> ASGIApp | None:
    """Return the links' listener, if the server gives links."""
    return AnswerDoor(state, state.answering) if state.answering else None
