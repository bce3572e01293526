"""The walls of the laptop: loopback hosts and origins only, launch token, safe headers.

Plain ASGI, outside FastAPI, so that no route can be reached around it (safety.md 3, "Single laptop").
"""

import hmac
import secrets
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import language_of
from api.problems import problem_response, simple_error
from sociogram.errors import BadInput, NotAllowed, SociogramError

COOKIE = "sociogram"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SESSION_PATH = "/api/v1/session"
OPEN_PATHS = frozenset({"/api/v1/health", "/api/v1/openapi.json"})
UNKEPT_FILES = frozenset({"/", "/index.html", "/tablet.html", "/worker.js"})
"""Files of the page whose names carry no digest: asked anew each time."""
_CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _CONTENT_SECURITY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_HEADERS_OF_LOOPBACK = ((b"cross-origin-opener-policy", b"same-origin"),)


@dataclass(slots=True)
class LaunchToken:
    """The secret of one launch: scripts show it, the page trades it for a cookie."""

    value: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def opens(self, shown: str) -> bool:
        """Whether `shown` is the token, compared in constant time."""
        return hmac.compare_digest(shown.encode(), self.value.encode())

    def knows(self, cookie: str) -> bool:
        """Whether `cookie` was given by this launch."""
        return hmac.compare_digest(cookie.encode(), self.cookie.encode())


class Walls:
    """ASGI middleware: refuses foreign hosts and origins, asks for the token, adds the headers."""

    def __init__(self, app: ASGIApp, *, token: LaunchToken, open_files: Iterable[str]) -> None:
        self._app = app
        self._token = token
        self._open = OPEN_PATHS | frozenset(open_files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, answer it, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sending = with_headers(send, kept=scope["path"] in self._open - OPEN_PATHS - UNKEPT_FILES)
        headers = headers_of(scope)
        refusal = foreign(headers)
        if refusal is None and not self._may_enter(scope, headers):
            refusal = no_token()
        if refusal is not None:
            lang = language_of(scope.get("query_string", b"").decode("latin-1"), headers)
            await problem_response(refusal, lang)(scope, receive, sending)
            return
        scope.setdefault("state", {})["entered"] = self._shows_token(headers)
        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # already answered by the handler of app.py: no traceback leaves
            print(f"sociogram: {type(error).__name__} {where(error)}", file=sys.stderr)

    def _may_enter(self, scope: Scope, headers: dict[str, str]) -> bool:
        path, method = scope["path"], scope["method"]
        if method in {"GET", "HEAD"} and path in self._open:
            return True
        if method == "POST" and path == SESSION_PATH:
            return True
        return self._shows_token(headers)

    def _shows_token(self, headers: dict[str, str]) -> bool:
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._token.opens(shown.strip()):
            return True
        return any(self._token.knows(value) for value in cookies_named(COOKIE, headers))


def headers_of(scope: Scope) -> dict[str, str]:
    """The headers of a request, by their lower-case names."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def cookies_named(wanted: str, headers: dict[str, str]) -> list[str]:
    """Every value sent under that name: a browser may send more than one."""
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return [value for name, _, value in pairs if name == wanted]


def foreign(headers: dict[str, str], *, only: str | None = None) -> SociogramError | None:
    """DNS rebinding and cross-site requests are refused.

    Only the loopback names, with any port, may be asked; or exactly `only` ("192.168.43.5:8001").
    """
    shown = headers.get("host", "")
    if (shown != only) if only is not None else (_named_in(f"//{shown}")[0] not in LOOPBACK):
        return simple_error(
            BadInput,
            "wrong_host",
            fr="cette adresse n'est pas celle de Sociogram sur cet ordinateur.",
            en="this is not the address of Sociogram on this computer.",
            remedy_fr="Ouvrir l'adresse affichée au lancement.",
            remedy_en="Open the address printed at launch.",
        )
    origin = headers.get("origin")
    if origin is not None and _named_in(origin)[1] != headers.get("host"):
        return simple_error(
            NotAllowed,
            "wrong_origin",
            fr="une autre page ne peut pas parler à Sociogram.",
            en="another page may not talk to Sociogram.",
            remedy_fr="Ouvrir l'adresse affichée au lancement.",
            remedy_en="Open the address printed at launch.",
        )
    return None


def _named_in(address: str) -> tuple[str | None, str]:
    """Return the host name and the host with its port, or nothing for what is no address."""
    try:
        split = urlsplit(address)
        return split.hostname, split.netloc
    except ValueError:
        return None, ""


def no_token() -> SociogramError:
    """The answer to whoever lacks the launch token."""
    return simple_error(
        NotAllowed,
        "no_token",
        fr="cette demande n'a pas la clé du lancement.",
        en="this request lacks the launch token.",
        remedy_fr="Ouvrir l'adresse affichée au lancement, ou envoyer « Authorization: Bearer … ».",
        remedy_en="Open the address printed at launch, or send “Authorization: Bearer …”.",
    )


def with_headers(send: Send, *, kept: bool, secure: bool = True) -> Send:
    """Return `send` with our headers added; `secure` is false on plain http beyond this computer."""
    # Files of the page carry a digest in their name and may be kept; answers never touch a disk cache.
    keeping = b"public, max-age=31536000, immutable" if kept else b"no-store"

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            added = [*_HEADERS, *(_HEADERS_OF_LOOPBACK if secure else ()), (b"cache-control", keeping)]
            message["headers"] = [*message["headers"], *((n, v) for n, v in added if n not in present)]
        await send(message)

    return sending


def where(error: BaseException) -> str:
    """The file and line of ours where `error` arose: never its message, which may hold what was sent."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
