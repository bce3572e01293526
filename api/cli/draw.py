"""`sociogram draw`: the owner's working sheet of one situation."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.charter import CharterOption
from api.cli.copy_options import AsSheetOption, copy_asked
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption
from api.cli.output_file import check_writable, write_printed
from api.cli.picture_options import (
    DateOption,
    EngineOption,
    PaletteOption,
    PaperOption,
    PlainOption,
    PosterOption,
    SeedOption,
    SymbolsOption,
    TitledOption,
    UntilOption,
    format_of,
    picture_options,
)
from api.cli.session import opened
from api.cli.words import WordsOption
from api.first_drawing import announce_first_drawing
from api.use_cases.copies import copy_file, words_in_use
from api.use_cases.drawings import GRAPHS, STORIED, other_format, situation_file
from api.use_cases.pictures import PictureOptions
from api.use_cases.printing import Printed
from api.use_cases.references import find_sound
from layouts.printers.copier import copier_note
from sociogram.errors import BadInput, bad_input

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

StoryOption = Annotated[
    bool,
    typer.Option(
        "--story",
        help=say("Ajouter le récit numéroté (PDF, GraphML).", "Add the numbered story (PDF, GraphML)."),
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
    tiles: PosterOption = None,
    date: DateOption = None,
    until: UntilOption = None,
    plain: PlainOption = False,
    titled: TitledOption = False,
    seed: SeedOption = 0,
    engine: EngineOption = None,
    symbols: SymbolsOption = "figures",
    story: StoryOption = False,
    as_sheet: AsSheetOption = "sheet",
    words: WordsOption = None,
    charter: CharterOption = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write the sheet of `situation`; the same input gives the same bytes."""
    path = Path(output)
    form = other_format(path) or format_of(path, others=(".pptx", ".graphml", ".dot"))
    if story and form not in STORIED:
        raise story_is_pdf()
    check_writable(path)
    options = picture_options(
        lang=lang, palette=palette, paper=paper, date=date, until=until, plain=plain, titled=titled,
        seed=seed, engine=engine, symbols=symbols, tiles=tiles,
    )  # fmt: skip
    wanted = copy_asked(as_sheet, story=story)
    said = words_in_use(options.lang, words)
    with opened(store, viewer, lang) as session:
        referred = find_sound(situation, session.store, session.viewer)
    if form not in GRAPHS:
        announce_first_drawing(options.lang)
    what = (referred.situation, referred.directory, options)
    data = copy_file(*what, wanted, said, form) if wanted else situation_file(*what, form, story=story)
    write_printed(path, data, options.lang)
    _warn_of_copiers(data, options)


def _warn_of_copiers(made: bytes, options: PictureOptions) -> None:
    note = copier_note(options.palette) if options.plain and isinstance(made, Printed) else None
    if note:
        typer.echo(note.in_(options.lang), err=True)


def story_is_pdf() -> BadInput:
    """The refusal of a story in a picture of one page."""
    return bad_input(
        "story_is_pdf",
        fr="le récit ne s'ajoute qu'à un PDF ou à un GraphML.",
        en="the story can be added to a PDF or a GraphML file only.",
        remedy_fr="Finir le nom du fichier par .pdf ou .graphml.",
        remedy_en="End the file name with .pdf or .graphml.",
        field="--story",
    )
