"""Where a store is: `sqlite:///file.db`, `neo4j://host:7687` or `memory:`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sociogram.errors import BadInput, bad_input

_SQLITE = "sqlite:///"
_SERVERS = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?/?", re.ASCII)


@dataclass(frozen=True, slots=True)
class StoreUrl:
    """The kind of a store, and its file or its server, if it has one."""

    kind: Literal["memory", "sqlite", "neo4j"]
    path: Path | None = None
    server: str = ""


def parse_store_url(url: str) -> StoreUrl:
    """Return the store an address means: three slashes for a relative path, four for an absolute one."""
    if url == "memory:":
        return StoreUrl("memory")
    scheme, parted, host = url.partition("://")
    if parted and scheme in _SERVERS:
        return _server(url, host)
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


def _server(url: str, host: str) -> StoreUrl:
    if "@" in host:
        raise bad_input(
            "password_in_address",
            fr="une adresse ne porte ni nom ni mot de passe : d'autres la liraient.",
            en="an address carries neither name nor password: others would read it.",
            remedy_fr="Les donner par SOCIOGRAM_NEO4J_USER et SOCIOGRAM_NEO4J_PASSWORD.",
            remedy_en="Give them in SOCIOGRAM_NEO4J_USER and SOCIOGRAM_NEO4J_PASSWORD.",
            field="store",
        )
    if not _HOST.fullmatch(host):
        raise _refused()
    return StoreUrl("neo4j", server=url.rstrip("/"))


def _refused() -> BadInput:
    return bad_input(
        "unknown_store",
        fr="cette adresse de dépôt n'est pas connue.",
        en="this store address is not known.",
        remedy_fr="Écrire sqlite:///fichier.db (chiffré, sur le disque), neo4j://hôte:7687 (partagé)"
        " ou memory: (rien n'est gardé).",
        remedy_en="Write sqlite:///file.db (encrypted, on the disk), neo4j://host:7687 (shared)"
        " or memory: (nothing is kept).",
        field="store",
    )
