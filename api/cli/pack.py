"""`sociogram pack`: what a trainer prints once and photocopies."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption
from api.cli.output_file import check_writable, write_printed
from api.cli.picture_options import PaletteOption, format_of, picture_options
from api.cli.progress import progress
from api.cli.words import WordsOption
from api.first_drawing import announce_first_drawing
from api.use_cases.copies import DRAWINGS, several_pages, words_in_use, workshop_pack
from api.use_cases.printing import printed


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "pack",
        help=say(
            "Faire le dossier d'atelier : légende, exercices, feuilles, relevé, réponses à part.",
            "Make the workshop pack: legend, exercises, sheets, tally, answers apart.",
        ),
    )(pack)


def pack(
    output: OutputOption,
    participants: Annotated[
        int,
        typer.Option(
            "--participants",
            metavar="N",
            help=say("Nombre de participants.", "Number of participants."),
        ),
    ] = 12,
    palette: PaletteOption = "mono",
    words: WordsOption = None,
    charter: CharterOption = None,
    lang: LangOption = DEFAULT_LANG,
) -> None:
    """Write the pack on A4, in black and white unless asked otherwise."""
    path = Path(output)
    if format_of(path) != "pdf":
        raise several_pages()
    check_writable(path)
    options = picture_options(lang=lang, palette=palette, paper="A4")
    said = words_in_use(options.lang, words)
    announce_first_drawing(options.lang)
    with progress(say("dossier", "pack"), DRAWINGS) as done:
        sheets = workshop_pack(said, participants, options.palette, done)
    write_printed(path, printed(sheets[0], "pdf", sheets[1:]), options.lang)
