"""Opening the store for one command: address, passphrase, who looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from api.cli.options import language
from api.cli.passphrase import passphrase
from api.settings import Settings
from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.language import Lang
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store


@dataclass(frozen=True, slots=True)
class CommandSession:
    """What a command works with."""

    store: Store
    viewer: Viewer
    lang: Lang


@contextmanager
def opened(store: str | None, viewer: str | None, lang: str) -> Iterator[CommandSession]:
    """Open the store asked, for the viewer asked; close it whatever happens."""
    said = language(lang)
    settings = Settings()
    held = open_store(store or settings.store_url, passphrase=lambda: passphrase(settings, said))
    try:
        yield CommandSession(held, Viewer(viewer) if viewer else LOCAL_OWNER, said)
    finally:
        held.close()
