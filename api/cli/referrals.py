"""`sociogram referrals`: the list, what is overdue first; the CSV; the times for an answer."""

from pathlib import Path
from typing import Annotated
from uuid import uuid4

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import (
    DEFAULT_LANG,
    JsonOption,
    LangOption,
    StoreOption,
    ViewerOption,
    chosen,
    refuse_idle,
)
from api.cli.output_file import check_writable, write_whole
from api.cli.refer_options import Text
from api.cli.referral_desk import desk_of
from api.cli.session import opened
from api.use_cases.answer_deadlines import deadlines_event, deadlines_json
from api.use_cases.referral_csv import referrals_csv
from api.use_cases.referral_text import list_text
from api.use_cases.referral_views import FILTERS, Wanted, list_json

DeadlinesOption = Annotated[
    tuple[int, int, int] | None,
    typer.Option(
        "--deadlines",
        metavar="EMERGENCY URGENT NORMAL",
        help=say("Changer les délais de réponse, en heures.", "Change the times for an answer, in hours."),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "referrals",
        help=say("Les orientations, ce qui est en retard d'abord.", "The referrals, overdue ones first."),
    )(referrals)


def referrals(
    state: Annotated[Text, typer.Option("--state", metavar="STATE", help=", ".join(FILTERS))] = None,
    csv: Annotated[
        Text,
        typer.Option(
            "--csv",
            metavar="FILE",
            help=say("Écrire un tableau : mois, sans personne.", "Write a table: months, no person."),
        ),
    ] = None,
    deadlines: DeadlinesOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print the referrals of this viewer, or write them as a table."""
    if csv is not None or deadlines is not None:
        refuse_idle({"--state": state})
    if csv is not None:
        check_writable(Path(csv), "--csv")
    shown = chosen("--state", state, FILTERS) if state is not None else ""
    with opened(store, viewer, lang) as session:
        desk = desk_of(session)
        if deadlines is not None:
            hours = dict(zip(("emergency", "urgent", "normal"), deadlines, strict=True))
            desk.note(deadlines_event(str(uuid4()), hours, desk, desk.book()))
        book = desk.book()
        if csv is not None:
            write_whole(Path(csv), referrals_csv(book, desk.directory, session.lang), "--csv")
            return
        if deadlines is not None:
            found = deadlines_json(book, session.lang)
            text = "\n".join(found["text"].values())
        else:
            found = list_json(desk, book, session.lang, Wanted(shown))
            text = list_text(found, session.lang)
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2) if json else text)
