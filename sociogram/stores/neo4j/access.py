"""Who asks a Neo4j server, for which database, and where the key of texts is: never part of an address."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

PATIENCE_SECONDS = 12.0
"""Longer than a cluster takes to change its leader, shorter than a person waits."""


@dataclass(frozen=True, slots=True)
class Access:
    """`database` empty: the server's own default. `keys` is beside what `key_path` makes the key file.
    `patience`: for how many seconds a transaction that fails in passing is tried again."""

    user: str = ""
    password: str = field(default="", repr=False)
    database: str = ""
    keys: Path = field(default_factory=lambda: user_data_path("sociogram", appauthor=False) / "neo4j")
    patience: float = PATIENCE_SECONDS


def read_access(environment: Mapping[str, str] | None = None) -> Access:
    """Return the access told by SOCIOGRAM_NEO4J_USER, _PASSWORD, _DATABASE and _KEYS."""
    said = os.environ if environment is None else environment
    access = Access(
        said.get("SOCIOGRAM_NEO4J_USER", ""),
        said.get("SOCIOGRAM_NEO4J_PASSWORD", ""),
        said.get("SOCIOGRAM_NEO4J_DATABASE", ""),
    )
    keys = said.get("SOCIOGRAM_NEO4J_KEYS", "")
    return Access(access.user, access.password, access.database, Path(keys)) if keys else access
