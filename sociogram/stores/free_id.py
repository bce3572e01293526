"""A situation's id among those its owner already has."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from sociogram.errors import bad_input

LONGEST = 80
_SHAPE = re.compile(r"[\w.:-]{1,80}")


def is_id(name: str) -> bool:
    """Whether `name` may be the id of a situation."""
    return bool(_SHAPE.fullmatch(name)) and unicodedata.is_normalized("NFC", name)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted` when it is free, else `wanted-2`, `wanted-3`... at most 80 characters long.

    Raises BadInput when `wanted` is no id: 1 to 80 letters, digits or `. : _ -`, composed (NFC).
    """
    if not is_id(wanted):
        raise bad_input(
            "bad_situation_id",
            fr="cet identifiant de situation ne convient pas.",
            en="this situation id is not acceptable.",
            remedy_fr="Prendre 1 à 80 lettres, chiffres ou « . : _ - ».",
            remedy_en="Take 1 to 80 letters, digits or “. : _ -”.",
            field="id",
        )
    if wanted not in taken:
        return wanted
    for number in count(2):
        tail = f"-{number}"
        name = f"{wanted[: LONGEST - len(tail)]}{tail}"
        if name not in taken:
            return name
    raise AssertionError("count never ends")
