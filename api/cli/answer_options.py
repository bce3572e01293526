"""The options by which `serve` gives links for answers."""

from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_config_path

from api.answering.address import answer_address
from api.answering.key_file import answer_key
from api.answering.links import AnswerLinks
from api.answering.offered import AnswersOffered
from api.cli.help_language import say
from api.server import free_port, port_taken
from sociogram.errors import SociogramError, bad_input

DEFAULT_PORT = 8010
AnswerUrlOption = Annotated[
    str,
    typer.Option(
        "--answer-url",
        metavar="URL",
        help=say(
            "Donner à la structure qui reçoit une orientation un lien pour répondre sans compte : l'adresse "
            "https que publie votre serveur mandataire.",
            "Give the organisation that receives a referral a link to answer without an account: the https "
            "address that your proxy publishes.",
        ),
    ),
]
AnswerPortOption = Annotated[
    int | None,
    typer.Option(
        "--answer-port",
        min=0,
        max=65535,
        help=say(
            "Avec --answer-url : le port de cet ordinateur où le mandataire le demande (défaut : 8010).",
            "With --answer-url: the port of this computer where the proxy asks for it (default: 8010).",
        ),
    ),
]
AnswerKeyOption = Annotated[
    str | None,
    typer.Option(
        "--answer-key",
        metavar="FILE",
        help=say(
            "Avec --answer-url : le fichier de la clé des liens (défaut : dans le dossier des réglages).",
            "With --answer-url: the file of the links' key (default: in the folder of the settings).",
        ),
    ),
]


def answers_offered(url: str, port: int | None, key: str | None, *, page: int) -> AnswersOffered | None:
    """Return what is offered, or None when no address was given. BadInput naming the option that is wrong.

    `page`: the port of the page, which cannot be that of the links.
    """
    if not url:
        if port is not None or key is not None:
            raise _no_address()
        return None
    address = answer_address(url)
    wanted = DEFAULT_PORT if port is None else port
    if wanted and wanted == page:
        raise port_taken("--answer-port")
    # Not beside the store: who copies that folder must not be able to answer.
    path = Path(key) if key else user_config_path("sociogram", appauthor=False) / "answer-links.key"
    links = AnswerLinks(address, answer_key(path))
    return AnswersOffered(links, free_port("127.0.0.1", wanted, option="--answer-port"))


def _no_address() -> SociogramError:
    return bad_input(
        "missing_option",
        fr="il manque --answer-url.",
        en="--answer-url is missing.",
        remedy_fr="La donner, ou retirer --answer-port et --answer-key.",
        remedy_en="Give it, or take out --answer-port and --answer-key.",
        field="--answer-url",
    )
