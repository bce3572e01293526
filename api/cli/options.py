"""The options every command shares."""

from collections.abc import Mapping
from typing import Annotated, TypeVar

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
            "Dépôt : sqlite:///fichier.db, neo4j://hôte:7687 ou memory: (défaut : $SOCIOGRAM_STORE, sinon un"
            " fichier à vous).",
            "Store: sqlite:///file.db, neo4j://host:7687 or memory: (default: $SOCIOGRAM_STORE, else a file"
            " of your own).",
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
Word = TypeVar("Word", bound=str)


def language(asked: str) -> Lang:
    """Return the language, or refuse it."""
    return chosen("--lang", asked, LANGUAGES)


def chosen(option: str, asked: str, choices: tuple[Word, ...]) -> Word:
    """Return the one of `choices` that was asked for, or refuse the option's value."""
    for known in choices:
        if asked == known:
            return known
    raise bad_choice(option, choices)


def refuse_idle(given: Mapping[str, object]) -> None:
    """Refuse the first of these options that was given: it would be passed over, and nobody would know."""
    for option, value in given.items():
        if value:
            raise bad_input(
                "idle_option",
                fr="cette option ne change rien ici.",
                en="this option changes nothing here.",
                remedy_fr="La retirer.",
                remedy_en="Take it out.",
                field=option,
            )


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
