"""The options every command shares."""

from typing import Annotated

import typer

from api.cli.help_language import HELP_LANGUAGE, say
from sociogram.errors import BadInput, bad_input
from sociogram.language import LANGUAGES, Lang

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help=say(
            "Dépôt : sqlite:///fichier.db ou memory: (défaut : $SOCIOGRAM_STORE, sinon un fichier à vous).",
            "Store: sqlite:///file.db or memory: (default: $SOCIOGRAM_STORE, else a file of your own).",
        ),
    ),
]
LangOption = Annotated[
    str, typer.Option("--lang", metavar="fr|en", help=say("Langue des textes.", "Language of the texts."))
]
ViewerOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="VIEWER",
        help=say("Regarder comme cette personne.", "Look as this viewer."),
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help=say("Écrire des données JSON.", "Print JSON data."))]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help=say("Fichier à écrire.", "File to write."))
]
DEFAULT_LANG: str = HELP_LANGUAGE


def language(asked: str) -> Lang:
    """Return the language, or refuse it."""
    for known in LANGUAGES:
        if asked == known:
            return known
    raise bad_choice("--lang", ("fr", "en"))


def bad_choice(option: str, choices: tuple[str, ...]) -> BadInput:
    """The refusal of an option's value, naming the choices."""
    listed = ", ".join(choices)
    return bad_input(
        "bad_option",
        fr="cette valeur n'est pas connue.",
        en="this value is not known.",
        remedy_fr=f"Choisir parmi : {listed}.",
        remedy_en=f"Choose among: {listed}.",
        field=option,
    )
