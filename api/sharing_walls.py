"""The walls of the second listener: what a tablet on the local network may ask, and nothing else.

Plain ASGI around the same application as the laptop's own walls. A stranger sees the page's files and the
door where the code is shown; a paired tablet sees one sheet; everything else is as if it did not exist.
"""

import asyncio
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import language_of
from api.problems import nothing_here, problem_response, simple_error
from api.security import cookies_named, foreign, headers_of, where, with_headers
from api.sharing import Device, Share, Sharing
from sociogram.errors import NotAllowed, SociogramError

TABLET_COOKIE = "sociogram-tablet"
API = "/api/v1"
PAIRING_PATH = f"{API}/pairing"
TABLET_PAGE = "/tablet.html"
LOOK_AGAIN = 1.0
"""Seconds between two looks at whether a tablet still has its sheet, while an answer of ours stays open."""
_READ = frozenset({"GET", "HEAD"})


class SharingWalls:
    """ASGI middleware of the tablets' listener."""

    def __init__(self, app: ASGIApp, *, sharing: Sharing, open_files: Iterable[str]) -> None:
        self._app = app
        self._sharing = sharing
        self._open = frozenset(open_files) - {"/", "/index.html"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, answer it, or refuse it."""
        if scope["type"] != "http":
            return
        headers, path, method = headers_of(scope), scope["path"], scope["method"]
        sending = with_headers(send, kept=path in self._open - {TABLET_PAGE}, secure=False)
        device = self._sharing.device(cookies_named(TABLET_COOKIE, headers), _peer(scope))
        refusal = foreign(headers, only=self._sharing.address) or self._refusal(method, path, device)
        if refusal is not None:
            lang = language_of(scope.get("query_string", b"").decode("latin-1"), headers)
            await problem_response(refusal, lang)(scope, receive, sending)
            return
        if path == "/":
            scope = {**scope, "path": TABLET_PAGE, "raw_path": TABLET_PAGE.encode()}
        state = {"peer": _peer(scope)} | ({"device": device, "signer": device.by} if device else {})
        await self._while_lent(
            {**scope, "state": {**scope.get("state", {}), **state}}, receive, sending, device
        )

    def _refusal(self, method: str, path: str, device: Device | None) -> SociogramError | None:
        if method in _READ and (path == "/" or path in self._open):
            return None
        if (method, path) == ("POST", PAIRING_PATH):
            return None
        share = self._sharing.current()
        if device is None or share is None:
            return not_paired()
        return None if (method, path) in _opened(share) else nothing_here()

    async def _while_lent(self, scope: Scope, receive: Receive, send: Send, device: Device | None) -> None:
        """Answer; an answer that stays open (the stream of events) ends when the sheet is taken back."""
        out = _Outgoing(send)
        answering = asyncio.ensure_future(self._app(scope, receive, out.send))
        try:
            while not answering.done():
                await asyncio.wait({answering}, timeout=LOOK_AGAIN)
                if device is not None and not self._still(device):
                    out.closed = True
                    answering.cancel()
                    break
            await answering
        except asyncio.CancelledError:
            if not out.closed:  # the server itself is stopping
                answering.cancel()
                raise
            await out.finish()
        except Exception as error:  # already answered by the handler of app.py: no traceback leaves
            print(f"sociogram: {type(error).__name__} {where(error)}", file=sys.stderr)

    def _still(self, device: Device) -> bool:
        share = self._sharing.current()
        return share is not None and share.devices.get(device.id) is device


@dataclass(slots=True)
class _Outgoing:
    """What goes to a tablet: nothing any more once `closed`."""

    to: Send
    closed: bool = False
    _open: bool = False

    async def send(self, message: Message) -> None:
        if self.closed:
            return
        self._open = message["type"] == "http.response.start" or bool(message.get("more_body"))
        await self.to(message)

    async def finish(self) -> None:
        """End an answer that was cut, as a whole one."""
        if self._open:
            await self.to({"type": "http.response.body", "body": b"", "more_body": False})


def _opened(share: Share) -> frozenset[tuple[str, str]]:
    """Every method and path of the one sheet, and what drawing it needs."""
    sheet = f"{API}/situations/{share.situation}"
    return frozenset(
        {
            ("GET", f"{API}/pens"),
            ("GET", PAIRING_PATH),
            ("DELETE", PAIRING_PATH),
            ("GET", sheet),
            ("GET", f"{sheet}/gestures"),
            ("POST", f"{sheet}/gestures"),
            ("GET", f"{sheet}/events"),
        }
    )


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def not_paired() -> SociogramError:
    """The answer to a device that has no sheet, or has it no more."""
    return simple_error(
        NotAllowed,
        "not_paired",
        fr="cette tablette n'a pas de feuille.",
        en="this tablet has no sheet.",
        remedy_fr="Demander un code à la personne qui anime.",
        remedy_en="Ask the facilitator for a code.",
    )
