"""`sociogram called`: what a telephone call told of a service."""

from typing import Annotated, Any
from uuid import uuid4

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, chosen
from api.cli.refer_options import OnOption
from api.cli.referral_desk import desk_of
from api.cli.referral_options import NoteOption
from api.cli.session import opened
from api.use_cases.answer_deadlines import check_event
from api.use_cases.called import called_text
from api.use_cases.providers import service_detail
from sociogram.loop.kinds import CHECK_RESULTS
from sociogram.loop.values import MAX_NUMBER

ServiceArgument = Annotated[
    str,
    typer.Argument(
        metavar="SERVICE",
        help=say(
            "Identifiant du service (« suggest » et « search » le donnent).",
            "Id of the service (“suggest” and “search” give it).",
        ),
    ),
]
ResultArgument = Annotated[
    str,
    typer.Argument(
        metavar="|".join(CHECK_RESULTS),
        help=say(
            "Ouvert, complet, fermé ou pas de réponse.",
            "Open, full, closed or no answer.",
        ),
    ),
]
PlacesOption = Annotated[
    int | None,
    typer.Option("--places", min=0, max=MAX_NUMBER, help=say("Places libres.", "Free places.")),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="YYYY-MM-DD",
        help=say("Jusqu'à ce jour, compris.", "Up to that day, itself included."),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "called",
        help=say(
            "Noter ce qu'un appel a appris d'un service.",
            "Note what a call told of a service.",
        ),
    )(called)


def called(
    service: ServiceArgument,
    result: ResultArgument,
    places: PlacesOption = None,
    until: UntilOption = None,
    note: NoteOption = None,
    on: OnOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Keep it in one's own log: the next suggestion and the map of gaps use it."""
    said: dict[str, Any] = {"status": chosen("RESULT", result, CHECK_RESULTS)}
    said |= {
        name: value
        for name, value in (("places", places), ("until", until), ("note", note))
        if value is not None
    }
    raw = {"id": str(uuid4()), "args": said} | ({"on": on} if on else {})
    with opened(store, viewer, lang) as session:
        desk = desk_of(session)
        found = service_detail(desk.directory, service, session.lang)  # absent and hidden: the same words
        (event,) = events = check_event(raw, service, desk, desk.book())
        version = desk.note(events)
    if json:
        noted = {"id": event.id, "version": version, "service": service, "on": event.on.isoformat(), **said}
        typer.echo(orjson.dumps(noted, option=orjson.OPT_INDENT_2))
    else:
        typer.echo(called_text(found, event, session.lang))
