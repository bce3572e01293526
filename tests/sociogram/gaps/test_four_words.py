"""The card that the person carries: four words drawn at random, from lists that say nothing of anybody."""

import random
import unicodedata

import pytest

from sociogram.directory.plain_words import plain
from sociogram.gaps.four_words import card_words, drawn_words
from sociogram.language import Lang


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_list_is_long_and_its_words_are_told_apart(lang: Lang) -> None:
    words = card_words(lang)
    assert len(words) >= 300, "four of them make thousands of millions of cards"
    assert len({plain(word) for word in words}) == len(words)
    assert all(4 <= len(word) <= 11 and word.isalpha() and word.islower() for word in words)
    assert all(unicodedata.is_normalized("NFC", word) for word in words)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_four_different_words_are_drawn_evenly(lang: Lang) -> None:
    chance = random.Random(1)
    cards = [drawn_words(lang, chance.randrange) for _ in range(2_000)]
    assert all(len(set(card)) == 4 for card in cards)
    assert {word for card in cards for word in card} == set(card_words(lang))
    assert len(set(cards)) == len(cards)


def test_the_words_are_those_that_chance_says() -> None:
    assert drawn_words("fr", lambda below: 0) == card_words("fr")[:4]
    assert drawn_words("fr", lambda below: below - 1) == tuple(reversed(card_words("fr")[-4:]))
