"""`sociogram studio-file`: the studio in one HTML file, for a USB key and no network."""

from pathlib import Path

import typer

from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, language
from api.cli.output_file import check_writable, write_whole
from api.use_cases.studio_file import studio_file


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "studio-file",
        help=say(
            "Écrire le studio en un seul fichier HTML : dessiner sans réseau et sans rien installer.",
            "Write the studio as one HTML file: draw without a network and with nothing to install.",
        ),
    )(write_studio_file)


def write_studio_file(
    output: OutputOption, charter: CharterOption = None, lang: LangOption = DEFAULT_LANG
) -> None:
    """Write the file; it speaks both languages and holds the pens of the charter."""
    language(lang)
    path = Path(output)
    check_writable(path)
    write_whole(path, studio_file())
