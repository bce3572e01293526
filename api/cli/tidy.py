"""`sociogram tidy`: placed things move within a limit, so that the sheet reads better."""

from datetime import UTC, datetime
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, chosen
from api.cli.picture_options import PaperOption, SeedOption
from api.cli.session import opened
from api.first_drawing import announce_first_drawing
from api.use_cases.pictures import PAPERS
from api.use_cases.references import find, is_path
from api.use_cases.tidying import TidyAsked, tidy, untidy
from layouts.tidying import MOST
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual

_UNDONE = Bilingual("Le dernier rangement est repris.", "The last tidy-up has been undone.")
_NOTHING = Bilingual("Il n'y a rien à reprendre.", "There is nothing to undo.")
_HOW = Bilingual(
    "Pour revenir en arrière\u00a0: sociogram tidy {} --undo", "To go back: sociogram tidy {} --undo"
)

MostOption = Annotated[
    float,
    typer.Option(
        "--most",
        metavar="MM",
        help=say("Rien ne bouge de plus que cela, en mm.", "Nothing moves further than this, in mm."),
    ),
]
UndoOption = Annotated[
    bool, typer.Option("--undo", help=say("Reprendre le dernier rangement.", "Undo the last tidy-up."))
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "tidy",
        help=say(
            "Ranger une feuille : ce qui est placé bouge un peu, seulement si elle se lit mieux ensuite.",
            "Tidy a sheet up: what is placed moves a little, only if it then reads better.",
        ),
    )(tidy_up)


def tidy_up(
    situation: Annotated[
        str, typer.Argument(metavar="SITUATION", help=say("Identifiant dans le dépôt.", "Id in the store."))
    ],
    most: MostOption = MOST,
    undo: UndoOption = False,
    paper: PaperOption = "auto",
    seed: SeedOption = 0,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Record the tidy-up as one gesture, and say what it changed."""
    paper = chosen("--paper", paper, PAPERS)
    if is_path(situation):
        raise _not_kept(situation)
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with opened(store, viewer, lang) as session:
        who = (session.store, session.viewer)
        if undo:
            version = untidy(situation, *who, at=at)
            text = (_NOTHING if version is None else _UNDONE).in_(session.lang)
            typer.echo(orjson.dumps({"version": version, "text": text}) if json else text)
            return
        asked = TidyAsked(situation, at, most, paper, seed, session.lang)
        announce_first_drawing(session.lang)
        done = tidy(asked, *who, find(situation, *who).directory)
    if json:
        typer.echo(orjson.dumps(done))
        return
    typer.echo(done["text"])
    if done["gesture"]:
        typer.echo(_HOW.in_(session.lang).format(situation))


def _not_kept(reference: str) -> BadInput:
    return bad_input(
        "not_kept",
        fr="un rangement se note dans le dépôt, pas dans un fichier.",
        en="a tidy-up is recorded in the store, not in a file.",
        remedy_fr="Reprendre le fichier (sociogram import), puis donner l'identifiant de la situation.",
        remedy_en="Import the file first (sociogram import), then give the id of the situation.",
        place=reference,
        field="SITUATION",
    )
