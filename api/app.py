"""The whole wiring on one page."""

from dataclasses import dataclass
from importlib.metadata import version

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.types import ASGIApp

from api.answering.door import answer_door
from api.documentation import documentation_page
from api.page import PageFiles
from api.problems import nothing_here, problem_response, simple_error
from api.query import known_query
from api.routes import (
    batch,
    checks,
    counts,
    directory,
    events,
    gaps,
    gestures,
    health,
    keeping,
    lock,
    mega,
    pairing,
    pens,
    referral_files,
    referrals,
    sheets,
    situations,
    spare_key,
    studio_file,
    suggestions,
    tidy,
    tonight,
)
from api.security import LaunchToken, Walls
from api.session_lock import not_closed
from api.sharing_walls import SharingWalls
from api.state import ServerState, lang_of
from sociogram.errors import BadInput, Problem, SociogramError, StoreUnusable
from sociogram.language import Bilingual

PREFIX = "/api/v1"
_TRIAL = "Version d'essai : situations fictives seulement. Trial version: fictional situations only."
_ROUTES = (
    health,
    lock,
    pens,
    situations,
    keeping,
    gestures,
    events,
    tidy,
    sheets,
    mega,
    directory,
    suggestions,
    batch,
    tonight,
    counts,
    referrals,
    referral_files,
    checks,
    gaps,
    pairing,
    spare_key,
    studio_file,
)


@dataclass(frozen=True, slots=True)
class Doors:
    """One application behind two walls: the laptop's own page, and the tablets' when a sheet may be lent.

    `answers` is another application: the links by which a referral is answered, when the server gives any.
    """

    laptop: ASGIApp
    tablets: ASGIApp | None
    answers: ASGIApp | None


def create_app(state: ServerState, token: LaunchToken) -> ASGIApp:
    """Return the server: page, routes and walls."""
    return create_doors(state, token).laptop


def create_doors(state: ServerState, token: LaunchToken) -> Doors:
    """Return the server, once for each listener."""
    app = FastAPI(
        title="Sociogram",
        version=version("sociogram"),
        description=_TRIAL,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.server = state
    app.state.token = token
    for routes in _ROUTES:
        asked_first = [Depends(known_query), Depends(not_closed)]
        app.include_router(routes.router, prefix=PREFIX, dependencies=asked_first)
    app.add_api_route("/docs", documentation_page, include_in_schema=False)
    _answer_problems(app)
    page = PageFiles()
    app.mount("/", page)
    return Doors(
        laptop=Walls(app, token=token, open_files=page.names()),
        tablets=SharingWalls(app, sharing=state.sharing, open_files=page.names()) if state.sharing else None,
        answers=answer_door(state),
    )


def _answer_problems(app: FastAPI) -> None:
    """Every error becomes a problem of the catalogue; none echoes what was sent."""

    @app.exception_handler(SociogramError)
    async def known(request: Request, error: SociogramError) -> Response:
        return problem_response(error, lang_of(request))

    @app.exception_handler(RequestValidationError)
    async def parameter(request: Request, error: RequestValidationError) -> Response:
        names = [str(fault["loc"][-1]) for fault in error.errors()]
        return problem_response(_bad_parameter(*names), lang_of(request))

    @app.exception_handler(HTTPException)
    @app.exception_handler(404)
    @app.exception_handler(405)
    async def routed(request: Request, error: HTTPException) -> Response:
        found = _wrong_method() if error.status_code == 405 else nothing_here()
        return problem_response(found, lang_of(request))

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, _: Exception) -> Response:
        return problem_response(_unforeseen(), lang_of(request))


def _bad_parameter(*names: str) -> SociogramError:
    says = Bilingual(
        "ce paramètre de l'adresse n'est pas accepté.", "this parameter of the address is not accepted."
    )
    remedy = Bilingual("Voir les valeurs possibles dans /docs.", "See the possible values in /docs.")
    return BadInput(tuple(Problem("bad_parameter", says, remedy, "", name) for name in names))


def _wrong_method() -> SociogramError:
    return simple_error(
        BadInput,
        "method_not_allowed",
        fr="cette adresse ne se demande pas ainsi.",
        en="this address is not asked that way.",
        remedy_fr="Voir les méthodes dans /docs.",
        remedy_en="See the methods in /docs.",
    )


def _unforeseen() -> SociogramError:
    return simple_error(
        StoreUnusable,
        "unforeseen",
        fr="Sociogram n'a pas pu répondre ; rien n'a été changé à moitié.",
        en="Sociogram could not answer; nothing was half changed.",
        remedy_fr="Réessayer ; si cela dure, lancer « sociogram doctor ».",
        remedy_en="Try again; if it lasts, run “sociogram doctor”.",
    )
