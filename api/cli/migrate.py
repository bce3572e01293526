"""`sociogram migrate`: everything of a store into another one, verified."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, language
from api.cli.passphrase import passphrase
from api.cli.progress import progress
from api.settings import read_settings
from sociogram.language import Bilingual, Lang
from sociogram.stores.moving.addresses import refuse_addresses
from sociogram.stores.moving.contents import Movable
from sociogram.stores.moving.digests import Digests
from sociogram.stores.moving.move import ROUNDS, move
from sociogram.stores.moving.refusals import cannot_be_moved
from sociogram.stores.opening import open_store, store_exists

FromOption = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="URL",
        help=say("Dépôt d'où tout part ; il reste intact.", "Store to move from; untouched."),
    ),
]
ToOption = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="URL",
        help=say(
            "Dépôt d'arrivée : neuf, ou celui d'un déménagement interrompu.",
            "Store to move to: a new one, or that of an interrupted move.",
        ),
    ),
]
_ASKED = {
    "--from": Bilingual("Dépôt de départ.", "Store to move from."),
    "--to": Bilingual("Dépôt d'arrivée.", "Store to move to."),
}


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "migrate",
        help=say(
            "Déménager : tout ce qu'un dépôt contient, vers un autre, vérifié. Interrompu, il se continue.",
            "Move house: all that a store holds into another one, verified. Interrupted, it can go on.",
        ),
    )(migrate)


def migrate(
    source: FromOption, target: ToOption, json: JsonOption = False, lang: LangOption = DEFAULT_LANG
) -> None:
    """Carry everything over, read both anew, compare; print what moved and its digests."""
    said = language(lang)
    refuse_addresses(source, target)
    with closing(_opened(source, "--from", said)) as old, closing(_opened(target, "--to", said)) as new:
        steps = ROUNDS * old.contents().size().all
        with progress(say("Déménagement", "Moving"), steps) as step:
            found = move(old, new, step)
    if json:
        typer.echo(orjson.dumps({"equal": True, **asdict(found)}, option=orjson.OPT_INDENT_2))
    else:
        for line in _told(found):
            typer.echo(line.in_(said))


def _opened(url: str, option: str, lang: Lang) -> Movable:
    store = open_store(url, passphrase=_asking(option, lang, new=not store_exists(url)))
    if not isinstance(store, Movable):
        store.close()
        raise cannot_be_moved(option)
    return store


def _asking(option: str, lang: Lang, *, new: bool) -> Callable[[], str]:
    """Ask for one store's passphrase, saying which store."""
    settings = read_settings()

    def asked() -> str:
        if settings.passphrase is None:
            typer.echo(_ASKED[option].in_(lang), err=True)
        return passphrase(settings, lang, new=new)

    return asked


def _told(found: Digests) -> tuple[Bilingual, ...]:
    digests = " ".join(one[:16] for one in (found.situations, found.events, found.directory, found.grants))
    return (
        Bilingual(
            f"{found.situation_count} situations, {found.event_count} événements,"
            f" {found.row_count} lignes d'annuaire ({found.fact_count} avec leur histoire),"
            f" {found.grant_count} ouvertures.",
            f"{found.situation_count} situations, {found.event_count} events,"
            f" {found.row_count} rows of the directory ({found.fact_count} with their history),"
            f" {found.grant_count} grants.",
        ),
        Bilingual(f"Relu des deux côtés, égal : {digests}.", f"Read again on both sides, equal: {digests}."),
        Bilingual(
            "Le dépôt de départ est intact : l'effacer quand l'autre a fait ses preuves. Les copies de"
            " secours des navigateurs ne s'ouvrent qu'avec lui : s'il y reste des gestes en attente, le"
            " servir une dernière fois avant.",
            "The store you left is untouched: erase it once the other has proved itself. Spare copies in"
            " browsers open with it alone: if gestures still wait there, serve it once more before.",
        ),
    )
