"""The passphrase of the store: from the environment, else asked on a terminal."""

import sys

import typer

from api.settings import Settings
from sociogram.errors import Problem, StoreLocked
from sociogram.language import Bilingual, Lang
from sociogram.stores.passphrase import weakness

_ASK = Bilingual("Phrase de passe", "Passphrase")
_ADVICE = Bilingual(
    "Une nouvelle base chiffrée : choisir sa phrase de passe. Quatre mots sans lien entre eux, par exemple.",
    "A new encrypted store: choose its passphrase. Four words without a tie between them, for example.",
)


def passphrase(settings: Settings, lang: Lang, *, new: bool = False) -> str:
    """Return the passphrase; a new one is asked twice, and again while it is weak. Nothing is asked when the
    environment holds it."""
    if settings.passphrase is not None:
        return settings.passphrase.get_secret_value()
    if sys.stdin.isatty():
        return _new(lang) if new else _asked(lang)
    problem = Problem(
        "no_passphrase",
        Bilingual("la phrase de passe manque.", "the passphrase is missing."),
        Bilingual(
            "Lancer la commande dans un terminal, ou donner $SOCIOGRAM_PASSPHRASE.",
            "Run the command in a terminal, or set $SOCIOGRAM_PASSPHRASE.",
        ),
    )
    raise StoreLocked((problem,))


def _asked(lang: Lang, *, twice: bool = False) -> str:
    return str(typer.prompt(_ASK.in_(lang), hide_input=True, confirmation_prompt=twice, err=True))


def _new(lang: Lang) -> str:
    typer.echo(_ADVICE.in_(lang), err=True)
    while True:
        secret = _asked(lang, twice=True)
        problem = weakness(secret)
        if problem is None:
            return secret
        typer.echo(problem.line(lang), err=True)
