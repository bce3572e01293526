"""Who looks. Every read takes a Viewer; code that reads without one does not type-check."""

import re
import unicodedata
from dataclasses import dataclass

from sociogram.errors import bad_input

_ID = re.compile(r"[\w.:@+-]{1,120}")
"""As `by` in gestures.schema.json."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person or a programme that looks. `organisations` are directory ids they belong to.

    Raises BadInput for an id that is none: 1 to 120 letters, digits or `. : @ + _ -`, composed (NFC).
    An empty id is somebody of whom nothing is known: they own nothing and were granted nothing.
    """

    id: str
    organisations: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.id and not (_ID.fullmatch(self.id) and unicodedata.is_normalized("NFC", self.id)):
            raise bad_input(
                "bad_viewer",
                fr="ce nom de personne qui regarde ne convient pas.",
                en="this name of a viewer is not acceptable.",
                remedy_fr="Prendre 1 à 120 lettres, chiffres ou « . : @ + _ - ».",
                remedy_en="Take 1 to 120 letters, digits or “. : @ + _ -”.",
                field="viewer",
            )


LOCAL_OWNER = Viewer(id="local", roles=frozenset({"owner"}))

# Somebody of whom nothing is known: sees what is public, owns nothing.
ANYBODY = Viewer(id="")
