"""Running the server: one process, one store, an address printed first."""

import asyncio
import socket
import warnings
import webbrowser
from dataclasses import dataclass
from datetime import UTC, datetime

import uvicorn
from pydantic.warnings import UnsupportedFieldAttributeWarning
from starlette.types import ASGIApp

from api.answering.offered import ANSWERS_AT_ONCE, AnswersOffered, announce_answers
from api.app import create_doors
from api.bell import Bell
from api.first_drawing import announce_first_drawing, warm_up_behind
from api.listeners import run_together
from api.security import LaunchToken
from api.settings import read_settings
from api.sharing_server import CONNECTIONS, LocalNetwork, announce_sharing
from api.state import ServerState
from api.use_cases.networks import Networks
from sociogram.access.viewer import Viewer
from sociogram.errors import bad_input
from sociogram.language import Bilingual, Lang
from sociogram.referral import loops
from sociogram.stores.protocol import Store

_ADDRESS = Bilingual(
    "Sociogram est ouvert à cette adresse ; Ctrl+C pour fermer.",
    "Sociogram is open at this address; Ctrl+C to close.",
)

_FAREWELL = 3.0
"""Seconds that open answers have to end when the server stops."""


@dataclass(frozen=True, slots=True)
class Doorway:
    """Where the server listens."""

    host: str
    port: int
    open_browser: bool = False

    def address(self, token: LaunchToken) -> str:
        """The address to open; the token is in the fragment, which reaches no log."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/#token={token.value}"


def free_port(host: str, port: int, *, or_another: bool = False, option: str = "--port") -> int:
    """Return `port` if it is free, a free one for 0, or (when asked) another; else refuse by `option`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            if or_another:
                return free_port(host, 0)
            raise port_taken(option) from None
        return int(probe.getsockname()[1])


class _Server(uvicorn.Server):
    """A server that sends its streams home before it waits for open answers to end."""

    def __init__(self, config: uvicorn.Config, bell: Bell) -> None:
        super().__init__(config)
        self._bell = bell

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; who does not take what is still due to them is left."""
        self._bell.close()
        leaving = asyncio.ensure_future(self._leave())
        await super().shutdown(sockets)
        leaving.cancel()

    async def _leave(self) -> None:
        await asyncio.sleep(_FAREWELL)
        for connection in list(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()


def run_server(
    store: Store,
    viewer: Viewer,
    lang: Lang,
    doorway: Doorway,
    tablets: LocalNetwork | None = None,
    answers: AnswersOffered | None = None,
) -> None:
    """Serve until stopped; with `tablets` and `answers`, also listen there for what they are given."""
    # FastAPI hides this remark on its own work for a moment, which another thread's moment may undo.
    warnings.simplefilter("ignore", category=UnsupportedFieldAttributeWarning)
    settings = read_settings()
    secret = settings.token
    token = LaunchToken(value=secret.get_secret_value()) if secret else LaunchToken()
    state = ServerState(store=store, clock=lambda: datetime.now(UTC), viewer=viewer, lang=lang)
    state.networks = Networks(settings.network_memory_mb)
    loops.want()
    state.sharing = tablets.sharing(lang) if tablets else None
    state.answering = answers.links if answers else None
    doors = create_doors(state, token)
    address = doorway.address(token)
    print(f"{address}\n{_ADDRESS.in_(lang)}", flush=True)
    if state.sharing:
        announce_sharing(state.sharing, lang)
    if answers:
        announce_answers(answers, lang)
    announce_first_drawing(lang)
    if doorway.open_browser:
        webbrowser.open(address)
    server = _Server(_config(doors.laptop, doorway.host, doorway.port), state.bell)
    warm_up_behind(lambda: server.started)
    beside = []
    if tablets and doors.tablets:
        beside.append(_config(doors.tablets, tablets.host, tablets.port, connections=CONNECTIONS))
    if answers and doors.answers:
        beside.append(_config(doors.answers, "127.0.0.1", answers.port, connections=ANSWERS_AT_ONCE))
    if beside:
        run_together(server, beside)
    else:
        server.run()


def _config(app: ASGIApp, host: str, port: int, connections: int | None = None) -> uvicorn.Config:
    # No access log: no line anywhere holds a question or a person.
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=30,
        limit_concurrency=connections,
    )


def port_taken(option: str) -> Exception:
    """The refusal of a port that something else has."""
    return bad_input(
        "port_taken",
        fr="ce port est déjà pris sur cet ordinateur.",
        en="this port is already taken on this computer.",
        remedy_fr=f"Choisir un autre {option}, ou {option} 0.",
        remedy_en=f"Choose another {option}, or {option} 0.",
        field=option,
    )
