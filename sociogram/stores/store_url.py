"""Where a store is: `sqlite:///file.db` or `memory:`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sociogram.errors import BadInput, bad_input

_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class StoreUrl:
    """The kind of a store and its file, if it has one."""

    kind: Literal["memory", "sqlite"]
    path: Path | None = None


def parse_store_url(url: str) -> StoreUrl:
    """Return the store an address means: three slashes for a relative path, four for an absolute one."""
    if url == "memory:":
        return StoreUrl("memory")
    name = url.removeprefix(_SQLITE)
    if not url.startswith(_SQLITE) or not name or "\0" in name or name.endswith(("/", "\\")):
        raise _refused()
    path = Path(name)
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        raise _refused() from None
    if folder:
        raise bad_input(
            "store_is_folder",
            fr="cette adresse mène à un dossier.",
            en="this address leads to a folder.",
            remedy_fr="Nommer un fichier dans ce dossier, par exemple sqlite:///dossier/reseau.db.",
            remedy_en="Name a file in that folder, such as sqlite:///folder/network.db.",
            field="store",
        )
    return StoreUrl("sqlite", path)


def _refused() -> BadInput:
    return bad_input(
        "unknown_store",
        fr="cette adresse de dépôt n'est pas connue.",
        en="this store address is not known.",
        remedy_fr="Écrire sqlite:///fichier.db (chiffré, sur le disque) ou memory: (rien n'est gardé).",
        remedy_en="Write sqlite:///file.db (encrypted, on the disk) or memory: (nothing is kept).",
        field="store",
    )
