"""`sociogram serve`: the page and the API on this computer."""

from typing import Annotated

import typer

from api.cli.answer_options import (
    AnswerKeyOption,
    AnswerPortOption,
    AnswerUrlOption,
    answers_offered,
)
from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, StoreOption, ViewerOption
from api.cli.session import opened, refuse_weak_from_environment
from api.security import LOOPBACK
from api.server import Doorway, free_port, run_server
from api.sharing_address import sharing_address
from api.sharing_server import LocalNetwork
from sociogram.errors import bad_input

PortOption = Annotated[
    int,
    typer.Option(
        "--port", min=0, max=65535, help=say("Port ; 0 en choisit un libre.", "Port; 0 picks a free one.")
    ),
]
ShareOption = Annotated[
    bool,
    typer.Option(
        "--share",
        help=say(
            "Pouvoir prêter une feuille à une tablette du réseau local, une heure, avec un code.",
            "Be able to lend a sheet to a tablet of the local network, for an hour, with a code.",
        ),
    ),
]
ShareAddressOption = Annotated[
    str,
    typer.Option(
        "--share-address",
        metavar="IP",
        help=say(
            "Avec --share : l'adresse de cet ordinateur sur le réseau local (défaut : trouvée).",
            "With --share: this computer's address on the local network (default: found).",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help=say("Ouvrir la page et l'API.", "Open the page and the API."))(serve)


def serve(
    host: Annotated[
        str, typer.Option("--host", help=say("Adresse de cet ordinateur.", "Address of this computer."))
    ] = "127.0.0.1",
    port: PortOption = 8000,
    open_: Annotated[
        bool, typer.Option("--open", help=say("Ouvrir le navigateur.", "Open the browser."))
    ] = False,
    share: ShareOption = False,
    share_address: ShareAddressOption = "",
    answer_url: AnswerUrlOption = "",
    answer_port: AnswerPortOption = None,
    answer_key: AnswerKeyOption = None,
    charter: CharterOption = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Serve until stopped; prints the address first."""
    if host not in LOOPBACK:
        raise not_loopback()
    tablets = local_network(share_address, port) if share or share_address else None
    answers = answers_offered(answer_url, answer_port, answer_key, page=port)
    with opened(store, viewer, lang) as session:
        refuse_weak_from_environment(store)
        run_server(
            session.store,
            session.viewer,
            session.lang,
            Doorway(host=host, port=free_port(host, port), open_browser=open_),
            tablets,
            answers,
        )


def local_network(address: str, port: int) -> LocalNetwork:
    """Where tablets come in: the port after the page's own, or another free one."""
    found = sharing_address(address)
    return LocalNetwork(found, free_port(found, port + 1 if 0 < port < 65535 else 0, or_another=True))


def not_loopback() -> Exception:
    """The refusal of any address but this computer's, until there is a login."""
    return bad_input(
        "not_loopback",
        fr="sans connexion nominative, Sociogram ne répond qu'à cet ordinateur.",
        en="without logins, Sociogram answers this computer only.",
        remedy_fr="Garder --host 127.0.0.1.",
        remedy_en="Keep --host 127.0.0.1.",
        field="--host",
    )
