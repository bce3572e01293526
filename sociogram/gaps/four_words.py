"""The card with four words: the only thing that may tell two organisations that they follow the same person.

The person alone carries it, shows it or not, throws it away. The words are drawn from a list, mean nothing,
and are kept nowhere: not in the store, not in a log, not in the file's properties.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from sociogram.language import Lang

WORDS_ON_A_CARD = 4
Below = Callable[[int], int]
"""A number drawn at random, at least 0 and below the one given (`secrets.randbelow`)."""


@cache
def card_words(lang: Lang) -> tuple[str, ...]:
    """Return the list of words: everyday things, easy to tell apart aloud, that say nothing of anybody."""
    text = files("sociogram").joinpath("data", "words", f"card_{lang}.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def drawn_words(lang: Lang, below: Below) -> tuple[str, ...]:
    """Return four different words, in the order in which they were drawn."""
    left = list(card_words(lang))
    return tuple(left.pop(below(len(left))) for _ in range(WORDS_ON_A_CARD))
