"""How close the words sought are to a row: what is called so comes before what merely speaks of it.

Whole names first, then whole words, then beginnings of words; within each, names before everything else that
is searched. Only words that may lead to a row are ever compared (search.py).
"""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum

Words = tuple[str, ...]


class Closeness(IntEnum):
    """From the closest to the farthest."""

    WHOLE_NAME = 0
    START_OF_NAME = 1
    PART_OF_NAME = 2
    """The words stand side by side in one name."""
    WORDS_OF_NAMES = 3
    WORDS = 4
    BEGINNINGS_IN_NAMES = 5
    BEGINNINGS = 6


def closeness(wanted: Words, names: Sequence[Words], every: Iterable[str]) -> Closeness | None:
    """Return how close `wanted` is to a row, None when a word is not there at all.

    `names`: each name as plain words; `every`: all words that may lead to the row, the names' included.
    """
    words = frozenset(every)
    if not begun(wanted, words):
        return None
    if wanted in names:
        return Closeness.WHOLE_NAME
    if any(name[: len(wanted)] == wanted for name in names):
        return Closeness.START_OF_NAME
    if any(_side_by_side(wanted, name) for name in names):
        return Closeness.PART_OF_NAME
    of_names = frozenset(word for name in names for word in name)
    for found, pool in ((Closeness.WORDS_OF_NAMES, of_names), (Closeness.WORDS, words)):
        if pool.issuperset(wanted):
            return found
    return Closeness.BEGINNINGS_IN_NAMES if begun(wanted, of_names) else Closeness.BEGINNINGS


def begun(wanted: Words, words: Collection[str]) -> bool:
    """Whether each word sought begins one of `words`."""
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _side_by_side(wanted: Words, name: Words) -> bool:
    return any(name[at : at + len(wanted)] == wanted for at in range(len(name) - len(wanted) + 1))
