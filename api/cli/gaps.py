"""`sociogram gaps`: what the network lacks."""

from datetime import UTC, date, datetime
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption
from api.cli.session import opened
from api.use_cases.gaps import gaps_of
from api.use_cases.gaps_answer import gaps_json
from api.use_cases.gaps_text import gaps_text
from api.use_cases.references import directory_for_files
from sociogram.dates import parse_date
from sociogram.gaps.open_needs import DEFAULT_WEEKS

WeeksOption = Annotated[
    int,
    typer.Option(
        "--weeks",
        metavar="N",
        help=say("Besoins ouverts depuis N semaines au moins.", "Needs open for at least N weeks."),
    ),
]
DayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="D", help=say("Jour où l'on regarde.", "The day of looking.")),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("gaps", help=say("Ce qui manque au réseau.", "What the network lacks."))(gaps)


def gaps(
    weeks: WeeksOption = DEFAULT_WEEKS,
    today: DayOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print what is lacking: ties, open needs, the map, refusals, double follow-up."""
    day = _day(today)
    with opened(store, viewer, lang) as session:
        directory = directory_for_files(session.store, session.viewer)
        found = gaps_of(session.store, session.viewer, directory, today=day, weeks=weeks)
    answer = gaps_json(found, session.lang)
    if json:
        typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2))
    else:
        typer.echo(gaps_text(answer))


def _day(asked: str | None) -> date:
    return parse_date(asked, field="--today").last_day if asked else datetime.now(UTC).date()
