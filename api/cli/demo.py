"""`sociogram demo`: everything at once, on a store that is thrown away."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, language
from api.cli.serve import PortOption
from api.server import Doorway, free_port, run_server
from api.use_cases.situations import read_new
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_directory, packaged_situations
from sociogram.stores.memory_store import MemoryStore


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "demo",
        help=say(
            "Essayer : annuaire du Mali et quatre situations fictives, rien n'est gardé.",
            "Try: the directory of Mali and four fictional situations, nothing is kept.",
        ),
    )(demo)


def demo(
    port: PortOption = 8000,
    no_open: Annotated[
        bool, typer.Option("--no-open", help=say("Ne pas ouvrir le navigateur.", "Do not open the browser."))
    ] = False,
    charter: CharterOption = None,
    lang: LangOption = DEFAULT_LANG,
) -> None:
    """Serve the packaged data from memory; when the port is taken, another free one is used."""
    said = language(lang)
    doorway = Doorway("127.0.0.1", free_port("127.0.0.1", port, or_another=True), not no_open)
    run_server(demo_store(), LOCAL_OWNER, said, doorway)


def demo_store(folder: DirectoryFolder | None = None) -> MemoryStore:
    """A store in memory with a directory (the packaged one by default) and the four situations."""
    store = MemoryStore()
    store.import_directory(LOCAL_OWNER, folder or packaged_directory())
    known = store.directory(LOCAL_OWNER).organisations
    for name, data in packaged_situations().items():
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        new = read_new(data, known=known, by=LOCAL_OWNER.id, at=at, place=name)
        store.create(LOCAL_OWNER, new.id, new.gestures, new.texts)
    return store
