"""`sociogram draw`: the owner's working sheet of one situation."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption
from api.cli.output_file import check_writable, write_whole
from api.cli.picture_options import (
    DateOption,
    PaletteOption,
    PaperOption,
    PlainOption,
    SeedOption,
    TitledOption,
    UntilOption,
    format_of,
    picture_options,
)
from api.cli.session import opened
from api.use_cases.pictures import printed, situation_sheet
from api.use_cases.references import find_sound

SituationArgument = Annotated[
    str,
    typer.Argument(
        metavar="SITUATION",
        help=say(
            "Identifiant dans le dépôt, ou chemin d'un fichier JSON.",
            "Id in the store, or path of a JSON file.",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("draw", help=say("Dessiner une situation.", "Draw a situation."))(draw)


def draw(
    situation: SituationArgument,
    output: OutputOption,
    palette: PaletteOption = "wall",
    paper: PaperOption = "auto",
    date: DateOption = None,
    until: UntilOption = None,
    plain: PlainOption = False,
    titled: TitledOption = False,
    seed: SeedOption = 0,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write the sheet of `situation`; the same input gives the same bytes."""
    path = Path(output)
    form = format_of(path)
    check_writable(path)
    options = picture_options(
        lang=lang, palette=palette, paper=paper, date=date, until=until, plain=plain, titled=titled, seed=seed
    )
    with opened(store, viewer, lang) as session:
        referred = find_sound(situation, session.store, session.viewer)
    write_whole(path, printed(situation_sheet(referred.situation, referred.directory, options), form))
