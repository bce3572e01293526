"""`sociogram share-situations`: let a shared server hold one's situations, after reading what it will see."""

from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, StoreOption, ViewerOption
from api.cli.session import opened
from sociogram.language import Bilingual
from sociogram.stores.sharing import WARNING, SharedStore, not_shared

YesOption = Annotated[
    bool, typer.Option("--yes", help=say("J'ai lu, et c'est d'accord.", "I have read it and agree."))
]
OffOption = Annotated[
    bool,
    typer.Option(
        "--off",
        help=say("Ne plus en prendre de nouvelles.", "Take no new ones any more."),
    ),
]
_NOT_YET = Bilingual(
    "Rien n'a changé. Pour le permettre : la même commande avec --yes.",
    "Nothing was changed. To allow it: the same command with --yes.",
)
_ON = Bilingual("Ce serveur peut garder vos situations.", "This server may hold your situations.")
_OFF = Bilingual(
    "Ce serveur ne prend plus de nouvelles situations de vous ; celles qui y sont y restent.",
    "This server takes no new situations of yours; those that are there stay.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "share-situations",
        help=say(
            "Permettre à un serveur partagé de garder vos situations ; dit d'abord ce qu'il en verra.",
            "Let a shared server hold your situations; says first what it will see of them.",
        ),
    )(share_situations)


def share_situations(
    yes: YesOption = False,
    off: OffOption = False,
    store: StoreOption = None,
    viewer: ViewerOption = None,
    lang: LangOption = DEFAULT_LANG,
) -> None:
    """Say what the server will see; with --yes, allow it. Exit 1 when nothing was changed."""
    with opened(store, viewer, lang) as session:
        if not isinstance(session.store, SharedStore):
            raise not_shared()
        if off:
            session.store.allow_situations(session.viewer, on=False)
            typer.echo(_OFF.in_(session.lang))
            return
        typer.echo(WARNING.in_(session.lang))
        if not yes:
            typer.echo(_NOT_YET.in_(session.lang))
            raise typer.Exit(1)
        session.store.allow_situations(session.viewer)
        typer.echo(_ON.in_(session.lang))
