"""Opening the store for one command: address, passphrase, who looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer

from api.cli.options import language
from api.cli.passphrase import passphrase
from api.settings import read_settings
from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.language import Bilingual, Lang
from sociogram.stores.opening import is_unmade_file, open_store, store_exists
from sociogram.stores.passphrase import require_strong
from sociogram.stores.protocol import Store

_OFFER = Bilingual(
    "Un dépôt chiffré vient d'être fait. Faire maintenant sa feuille de secours, à imprimer et enfermer : "
    "sociogram recovery -o secours.pdf",
    "An encrypted store has just been made. Make its recovery sheet now, to print and lock away: "
    "sociogram recovery -o recovery.pdf",
)


@dataclass(frozen=True, slots=True)
class CommandSession:
    """What a command works with."""

    store: Store
    viewer: Viewer
    lang: Lang


def refuse_weak_from_environment(store: str | None) -> None:
    """Refuse at once, for a store not made yet, a passphrase that its first write would refuse."""
    settings = read_settings()
    if settings.passphrase is not None and is_unmade_file(store or settings.store_url):
        require_strong(settings.passphrase.get_secret_value())


@contextmanager
def opened(store: str | None, viewer: str | None, lang: str) -> Iterator[CommandSession]:
    """Open the store asked, for the viewer asked; close it whatever happens."""
    said = language(lang)
    settings = read_settings()
    url = store or settings.store_url
    new = not store_exists(url)
    held = open_store(url, passphrase=lambda: passphrase(settings, said, new=new))
    try:
        yield CommandSession(held, Viewer(viewer) if viewer else LOCAL_OWNER, said)
    finally:
        held.close()
    if new and sys.stderr.isatty() and settings.passphrase is None and store_exists(url):
        typer.echo(_OFFER.in_(said), err=True)
