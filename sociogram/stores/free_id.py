"""A situation's id among those its owner already has."""

from collections.abc import Collection
from itertools import count

LONGEST = 80


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted` when it is free, else `wanted-2`, `wanted-3`... at most 80 characters long."""
    if wanted not in taken:
        return wanted
    for number in count(2):
        tail = f"-{number}"
        name = f"{wanted[: LONGEST - len(tail)]}{tail}"
        if name not in taken:
            return name
    raise AssertionError("count never ends")
