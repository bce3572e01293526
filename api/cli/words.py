"""`sociogram words`: the words of the copies, to be corrected; and the option that gives them back."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, language
from api.cli.output_file import check_writable, write_whole
from layouts.copies import packaged_text

WordsOption = Annotated[
    str | None,
    typer.Option(
        "--words",
        metavar="FILE",
        help=say(
            "Vos mots pour les copies, l'affiche et le dossier (défaut : les livrés).",
            "Your words for the copies, the poster and the pack (default: the packaged ones).",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "words",
        help=say(
            "Écrire les mots livrés des copies, pour les corriger.",
            "Write the packaged words of the copies, to correct them.",
        ),
    )(words)


def words(output: OutputOption, lang: LangOption = DEFAULT_LANG) -> None:
    """Write the words of a language; whatever they are corrected to is given back with `--words`."""
    path = Path(output)
    check_writable(path)
    write_whole(path, packaged_text(language(lang)).encode("utf-8"))
