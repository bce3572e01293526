"""`sociogram gaps`: what the network lacks."""

import secrets
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, language
from api.cli.output_file import check_writable, write_whole
from api.cli.session import opened
from api.use_cases.gap_paper import cards_pdf, gaps_pdf
from api.use_cases.gaps import gaps_of
from api.use_cases.gaps_answer import gaps_json
from api.use_cases.gaps_text import gaps_text
from api.use_cases.references import directory_for_files
from api.use_cases.sheet_events import SheetEvents
from sociogram.dates import parse_date
from sociogram.errors import BadInput, bad_input
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
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help=say("Page à imprimer (.pdf).", "Page to print (.pdf).")
    ),
]
CardsOption = Annotated[
    bool,
    typer.Option(
        "--cards",
        help=say(
            "Avec -o : une page de cartes à quatre mots, tirés au sort et gardés nulle part.",
            "With -o: a page of cards with four words, drawn at random and kept nowhere.",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("gaps", help=say("Ce qui manque au réseau.", "What the network lacks."))(gaps)


def gaps(
    weeks: WeeksOption = DEFAULT_WEEKS,
    output: OutputOption = None,
    cards: CardsOption = False,
    today: DayOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print what is lacking: ties, open needs, the map, refusals, double follow-up; or write its page."""
    path = _pdf_path(output, cards=cards)
    if cards and path:
        write_whole(path, cards_pdf(language(lang), secrets.randbelow))
        return
    day = _day(today)
    with opened(store, viewer, lang) as session:
        directory = directory_for_files(session.store, session.viewer)
        found = gaps_of(
            session.store, session.viewer, directory, sheets=SheetEvents(), today=day, weeks=weeks
        )
    if path:
        write_whole(path, gaps_pdf(found, session.lang))
        return
    answer = gaps_json(found, session.lang)
    typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2) if json else gaps_text(answer))


def _pdf_path(output: str | None, *, cards: bool) -> Path | None:
    """Return where to write, refused early when it cannot be; the words of a card are never printed here."""
    if output is None:
        if cards:
            raise _paper_only()
        return None
    path = Path(output)
    if path.suffix.lower() != ".pdf":
        raise _paper_only()
    check_writable(path)
    return path


def _paper_only() -> BadInput:
    return bad_input(
        "bad_option",
        fr="cette page s'écrit dans un fichier PDF.",
        en="this page is written to a PDF file.",
        remedy_fr="Donner -o avec un nom qui finit par .pdf.",
        remedy_en="Give -o with a name that ends in .pdf.",
        field="-o",
    )


def _day(asked: str | None) -> date:
    return parse_date(asked, field="--today").last_day if asked else datetime.now(UTC).date()
