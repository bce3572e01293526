"""The passphrase of the store: from the environment, else asked on a terminal."""

import sys

import typer

from api.settings import Settings
from sociogram.errors import Problem, StoreLocked
from sociogram.language import Bilingual, Lang

_ASK = Bilingual("Phrase de passe", "Passphrase")


def passphrase(settings: Settings, lang: Lang, *, new: bool = False) -> str:
    """Return the passphrase; a new one is asked twice. Nothing is asked when the environment holds it."""
    if settings.passphrase is not None:
        return settings.passphrase.get_secret_value()
    if sys.stdin.isatty():
        return str(typer.prompt(_ASK.in_(lang), hide_input=True, confirmation_prompt=new, err=True))
    problem = Problem(
        "no_passphrase",
        Bilingual("la phrase de passe manque.", "the passphrase is missing."),
        Bilingual(
            "Lancer la commande dans un terminal, ou donner $SOCIOGRAM_PASSPHRASE.",
            "Run the command in a terminal, or set $SOCIOGRAM_PASSPHRASE.",
        ),
    )
    raise StoreLocked((problem,))
